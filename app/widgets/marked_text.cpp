#include "app/widgets/marked_text.h"

#include <algorithm>

#include "app/widgets/paint.h"
#include "app/widgets/text_layout.h"

namespace kitbag::widgets {
namespace {

// The ground lies behind the words and the line below them, so both are drawn first.
void mark(Ui& ui, const TextStyle& style, Corner corner, std::string_view line, const TextRange& part) {
    const Palette& colours = ui.theme().colours;
    const float left = corner.x + text_width(style, line.substr(0, part.first));
    const float width = text_width(style, line.substr(part.first, part.length));
    fill(ui, {left - 1, corner.y, width + 2, style.line}, colours.marked, 3);
    fill(ui, {left, corner.y + style.line - 3, width, 2}, colours.amber.strong);
}

}  // namespace

void draw_marked_lines(Ui& ui, const TextStyle& style, Corner corner, const Marked& marked,
                       std::span<const std::string_view> lines) {
    for (const std::string_view line : lines) {
        const auto start = static_cast<std::size_t>(line.data() - marked.text.data());
        for (const TextRange& range : marked.marks) {
            const std::size_t first = std::max(range.first, start);
            const std::size_t last = std::min(range.first + range.length, start + line.size());
            if (first < last) mark(ui, style, corner, line, {first - start, last - first});
        }
        draw_line(ui, style, corner.x, corner.y, ui.theme().colours.ink, line);
        corner.y += style.line;
    }
}

void marked_text(Ui& ui, const Marked& marked) {
    const TextStyle style = ui.theme().text(TextSize::body);
    const auto lines = wrap_text(style, marked.text, ui.width());
    const Bounds box = ui.place(0, lines_height(style, lines));
    SemanticNode node;
    node.id = ui.next_text_id();
    node.name = marked.text;
    node.bounds = ui.to_content(box);
    ui.tree().add(std::move(node));
    if (ui.is_seen(box)) draw_marked_lines(ui, style, {box.x, box.y}, marked, lines);
}

}  // namespace kitbag::widgets
