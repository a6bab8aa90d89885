#include "app/widgets/board_cells.h"

#include <algorithm>
#include <cmath>

#include "app/widgets/paint.h"
#include "app/widgets/text_layout.h"

namespace kitbag::widgets {

void BoardCells::draw(const BoardCell& cell, const Bounds& box) {
    if (!cell.text.empty()) return draw_words(cell.text, box);
    const float scale = ui_.theme().text_scale();
    const float middle_x = box.x + box.width / 2;
    const float middle_y = box.y + box.height / 2;
    if (!cell.category && cell.arrow == Arrow::none) {
        fill(ui_, {middle_x - 5 * scale, middle_y - scale, 10 * scale, 2 * scale}, ui_.theme().colours.strong_line,
             scale);
        return;
    }
    const float width = std::min(58 * scale, box.width - 4);
    const Bounds sheet{std::round(middle_x - width / 2), std::round(middle_y - height * scale / 2), width,
                       height * scale};
    stamp_of(cell).put(ui_, sheet, [&] { draw_picture(cell, sheet); });
}

void BoardCells::draw_words(std::string_view text, const Bounds& box) {
    const TextStyle style = ui_.theme().text(TextSize::small, true);
    const auto lines = wrap_text(style, text, box.width - 4);
    float y = box.y + (box.height - lines_height(style, lines)) / 2;
    for (const std::string_view line : lines) {
        draw_line(ui_, style, box.x + (box.width - text_width(style, line)) / 2, y, ui_.theme().colours.ink, line);
        y += style.line;
    }
}

// A category on its sheet with an arrow beside it, or one of them alone.
void BoardCells::draw_picture(const BoardCell& cell, const Bounds& sheet) {
    const float scale = ui_.theme().text_scale();
    const Palette& colours = ui_.theme().colours;
    const float middle_x = sheet.x + sheet.width / 2;
    const float middle_y = sheet.y + sheet.height / 2;
    const float mark = 24 * scale;
    const float aside = sheet.width / 2 - mark / 2 - 5 * scale;
    if (cell.category) {
        const CategoryColours& tones = colours.of(*cell.category);
        tint(ui_, sheet, tones.soft, tones.strong, sheet.height / 2);
        category_mark(ui_, *cell.category, middle_x - (cell.arrow == Arrow::none ? 0 : aside), middle_y, mark);
    } else {
        outline(ui_, sheet, colours.line, sheet.height / 2);
    }
    draw_arrow(ui_, cell.arrow, middle_x + (cell.category ? aside : 0), middle_y, 16 * scale, colours.ink);
}

Stamp& BoardCells::stamp_of(const BoardCell& cell) {
    const std::size_t row = cell.category ? 1 + static_cast<std::size_t>(*cell.category) : 0;
    return stamps_[row][static_cast<std::size_t>(cell.arrow)];
}

}  // namespace kitbag::widgets
