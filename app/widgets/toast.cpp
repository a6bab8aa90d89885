#include "app/widgets/toast.h"

#include <algorithm>
#include <cmath>

#include <imgui.h>

#include "app/widgets/arrival.h"
#include "app/widgets/paint.h"
#include "app/widgets/text_layout.h"

namespace kitbag::widgets {
namespace {

constexpr float width_max = 480, padding = 16, away = 16, gap = 10;

bool close_button(Ui& ui, std::string_view name, const Bounds& box) {
    const Palette& colours = ui.theme().colours;
    SemanticNode node;
    node.id = ui.id("close");
    node.role = Role::button;
    node.name = name;
    node.bounds = ui.to_content(box);
    const NodeId id = ui.tree().add(std::move(node));
    if (ui.input().hovered(id) || ui.input().pressed(id))
        fill(ui, inset(box, 4), colours.accent_soft, Theme::radius - 2);
    const float size = icon_size(ui.theme().text(TextSize::body));
    draw_icon(ui, Icon::x, box.x + box.width / 2, box.y + box.height / 2, size, colours.quiet_ink);
    focus_ring(ui, id, inset(box, 8), Theme::radius - 2);
    return ui.input().activated(id);
}

}  // namespace

bool toast(Ui& ui, std::string_view key, const Toast& look) {
    const bool asked = std::ranges::any_of(ui.tree().nodes(), [](const auto& one) { return one.role == Role::dialog; });
    if (look.text.empty() || asked) return false;
    const KeyScope scope(ui, key);
    const DrawOn over_everything(ui, *ImGui::GetForegroundDrawList());
    const Arrival arrival(ui, ui.id("toast"));
    const Palette& colours = ui.theme().colours;
    const Surroundings& window = ui.input().surroundings();
    const TextStyle style = ui.theme().text(TextSize::body);
    const float sign = icon_size(style);
    const float press = std::max(Theme::touch, sign + 16);
    const float around = padding + sign + gap + press;
    const float room_max = std::min(width_max * ui.theme().text_scale(), window.width - 2 * away) - around;
    const auto lines = wrap_text(style, look.text, room_max);
    float room = 0;
    for (const std::string_view line : lines) room = std::max(room, text_width(style, line));
    const float width = around + std::ceil(room) + 4;
    const float height = std::max(press, lines_height(style, lines) + 2 * 10);
    const float bottom = ui.bottom() - away;
    const Bounds box{std::floor((window.width - width) / 2), std::floor(bottom - height), width, height};
    fill(ui, {box.x, box.y + 2, box.width, box.height + 2}, colours.shadow, Theme::radius + 2);
    fill(ui, box, colours.paper, Theme::radius);
    outline(ui, box, colours.strong_line, Theme::radius);
    draw_icon(ui, Icon::circle_check, box.x + padding + sign / 2, box.y + height / 2, sign, colours.good);
    draw_lines(ui, style, box.x + padding + sign + gap, box.y + (height - lines_height(style, lines)) / 2, colours.ink,
               lines);
    SemanticNode part;
    part.id = ui.id("part");
    part.role = Role::region;
    part.name = look.label;
    part.bounds = ui.to_content(box);
    ui.tree().open(std::move(part));
    SemanticNode node;
    node.id = ui.id("text");
    node.role = Role::status;
    node.name = look.text;
    node.bounds = ui.to_content({box.x, box.y, width - press, height});
    ui.tree().add(std::move(node));
    const bool closed =
        close_button(ui, look.close, {box.x + width - press, box.y + (height - press) / 2, press, press});
    ui.tree().close();
    return closed;
}

}  // namespace kitbag::widgets
