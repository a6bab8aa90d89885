#pragma once
// A text of which some words are marked, as found by a search: a coloured ground and a line below, so that no one needs to
// see the colour. To a listener it is one text like any other.

#include <span>
#include <string_view>
#include <vector>

#include "app/theme/theme.h"
#include "app/widgets/ui.h"
#include "core/base/text.h"

namespace kitbag::widgets {

struct Marked {
    std::string_view text;
    std::span<const TextRange> marks;  // Ascending, inside the text.
};

void marked_text(Ui& ui, const Marked& marked);

// For widgets that record the text themselves. `lines` is the text as wrap_text() broke it.
struct Corner {
    float x = 0, y = 0;
};
void draw_marked_lines(Ui& ui, const TextStyle& style, Corner corner, const Marked& marked,
                       std::span<const std::string_view> lines);

}  // namespace kitbag::widgets
