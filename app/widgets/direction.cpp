#include "app/widgets/direction.h"

#include <algorithm>
#include <cmath>

#include "app/widgets/paint.h"
#include "app/widgets/text_layout.h"

namespace kitbag::widgets {

void draw_arrow(Ui& ui, Arrow arrow, float x, float y, float size, Colour colour) {
    if (arrow == Arrow::none) return;
    const float half = size / 2;
    const float wing = size * 0.36f;
    const float thickness = std::max(2.0f, std::round(size * 0.14f));
    const float ahead_x = arrow == Arrow::level ? 1.0f : 0.0f;
    const float ahead_y = arrow == Arrow::up ? -1.0f : arrow == Arrow::down ? 1.0f : 0.0f;
    const float tip_x = x + ahead_x * half;
    const float tip_y = y + ahead_y * half;
    stroke(ui, x - ahead_x * half, y - ahead_y * half, tip_x - ahead_x, tip_y - ahead_y, colour, thickness);
    // Across its own direction lies (ahead_y, ahead_x): both wings go back from the tip, one to each side.
    const auto wing_x = [&](float side) { return tip_x - (ahead_x - side * ahead_y) * wing; };
    const auto wing_y = [&](float side) { return tip_y - (ahead_y - side * ahead_x) * wing; };
    bent_stroke(ui, wing_x(-1), wing_y(-1), tip_x, tip_y, wing_x(1), wing_y(1), colour, thickness);
}

void direction_badge(Ui& ui, Arrow arrow, std::string_view word) {
    const TextStyle style = ui.theme().text(TextSize::body, true);
    const Palette& colours = ui.theme().colours;
    const float sign = arrow == Arrow::none ? 0 : style.line;
    const auto lines = wrap_text(style, word, ui.width() - sign - 26);
    float width = 0;
    for (const std::string_view line : lines) width = std::max(width, text_width(style, line));
    const Bounds box = ui.place(sign + width + 26, lines_height(style, lines) + 10);
    SemanticNode node;
    node.id = ui.next_text_id();
    node.name = word;
    node.bounds = ui.to_content(box);
    ui.tree().add(std::move(node));
    if (!ui.is_seen(box)) return;
    tint(ui, box, colours.muted, colours.ink, std::min(box.height, style.line + 10) / 2);
    draw_arrow(ui, arrow, box.x + 8 + sign / 2, box.y + box.height / 2, style.line * 0.62f, colours.ink);
    draw_lines(ui, style, box.x + 13 + sign, box.y + 5, colours.ink, lines);
}

}  // namespace kitbag::widgets
