#pragma once
// The direction in which a school travels, as a shape: nobody needs to see a colour, and a word stands beside it wherever
// there is room. It knows no school and no half term.

#include <array>
#include <string_view>

#include "app/widgets/ui.h"

namespace kitbag::widgets {

enum class Arrow { none, up, level, down };  // Improving, steady, declining.
inline constexpr std::array all_arrows = {Arrow::none, Arrow::up, Arrow::level, Arrow::down};

// The arrow and its word in a rounded box.
void direction_badge(Ui& ui, Arrow arrow, std::string_view word);

// For what draws one at a place of its own, without recording it; x and y are its centre.
void draw_arrow(Ui& ui, Arrow arrow, float x, float y, float size, Colour colour);

}  // namespace kitbag::widgets
