#pragma once
// Where one can go from every screen, at the place that the window has for it: within the thumb's reach on a phone, along the
// top of a tablet held upright, at the side where the height belongs to the work. It takes its room from the window, and knows
// nothing of the places themselves.

#include <span>
#include <string_view>

#include "app/widgets/layout.h"
#include "app/widgets/ui.h"

namespace kitbag::widgets {

enum class NavigationPlace {
    bottom,
    top,
    side,    // Left; right for who chose the left hand.
    within,  // In a low window it scrolls with what it leads away from: draw it as the first thing of the page.
    away,    // The keyboard leaves no room for it on a phone: it is back when the field is left.
};

NavigationPlace navigation_place(Ui& ui);

// Gives the key of the item that was pressed, or "". REQUIRES: drawn before everything else of the window, unless its
// place is `within`.
std::string_view navigation_bar(Ui& ui, std::string_view key, std::string_view app_name,
                                std::span<const NavigationItem> items);

}  // namespace kitbag::widgets
