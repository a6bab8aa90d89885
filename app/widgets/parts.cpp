#include "app/widgets/parts.h"

#include <algorithm>

#include "app/widgets/paint.h"
#include "app/widgets/text_layout.h"

namespace kitbag::widgets {
namespace {

constexpr float padding = 14;
constexpr float between = 8;

bool part_button(Ui& ui, const NavigationItem& item, const Bounds& box) {
    const TextStyle style = ui.theme().text(TextSize::body, item.current);
    const Palette& colours = ui.theme().colours;
    SemanticNode node;
    node.id = ui.id(item.key);
    node.role = Role::button;
    node.name = item.label;
    node.bounds = ui.to_content(box);
    node.state.current = item.current;
    node.shortcut = item.shortcut;
    const NodeId id = ui.tree().add(std::move(node));
    const bool held = ui.input().hovered(id) || ui.input().pressed(id);
    if (item.current)
        fill(ui, inset(box, 3), colours.accent, Theme::radius);
    else if (held)
        fill(ui, inset(box, 3), colours.accent_soft, Theme::radius);
    const float x = box.x + (box.width - text_width(style, item.label)) / 2;
    draw_line(ui, style, x, box.y + (box.height - style.line) / 2, item.current ? colours.on_accent : colours.accent,
              item.label);
    focus_ring(ui, id, inset(box, 1), Theme::radius);
    return ui.input().activated(id);
}

}  // namespace

std::string_view parts(Ui& ui, std::string_view key, std::string_view label, std::span<const NavigationItem> items) {
    const KeyScope scope(ui, key);
    const TextStyle style = ui.theme().text(TextSize::body, true);  // The widest look, so that nothing moves.
    float all = 0;
    for (const NavigationItem& item : items) all += text_width(style, item.label) + 2 * padding + between;
    const float width = std::min(all - between, ui.width());
    const float height = std::max(Theme::touch, style.line + 2 * Theme::grid);
    float x = 0;
    std::size_t lines = 1;
    std::vector<Bounds> boxes;
    for (const NavigationItem& item : items) {
        const float wanted = text_width(style, item.label) + 2 * padding;
        if (x > 0 && x + wanted > width + 0.5f) {
            x = 0;
            ++lines;
        }
        boxes.push_back({x, static_cast<float>(lines - 1) * (height + between), std::min(wanted, width), height});
        x += wanted + between;
    }
    const Bounds room = ui.place(width, static_cast<float>(lines) * (height + between) - between);
    SemanticNode node;
    node.id = ui.id("navigation");
    node.role = Role::navigation;
    node.name = label;
    node.bounds = ui.to_content(room);
    ui.tree().open(std::move(node));
    std::string_view pressed;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const Bounds& box = boxes[i];
        if (part_button(ui, items[i], {room.x + box.x, room.y + box.y, box.width, box.height})) pressed = items[i].key;
    }
    ui.tree().close();
    return pressed;
}

}  // namespace kitbag::widgets
