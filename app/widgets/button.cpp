#include "app/widgets/button.h"

#include <algorithm>

#include "app/widgets/paint.h"
#include "app/widgets/text_layout.h"

namespace kitbag::widgets {
namespace {

struct ButtonColours {
    Colour ground, edge, text;
};

ButtonColours colours_of(const Palette& colours, const Button& look, bool hovered, bool held) {
    const bool on = look.pressed.value_or(false);
    const Colour soft = blend(colours.accent_soft, colours.accent, held ? 0.2f : 0);
    if (!look.enabled && look.kind == ButtonKind::quiet) return {0, 0, colours.disabled_ink};
    if (!look.enabled) return {colours.muted, colours.line, colours.disabled_ink};
    switch (look.kind) {
        case ButtonKind::primary: {
            const Colour ground =
                held ? colours.accent_pressed : blend(colours.accent, colours.accent_pressed, hovered ? 0.5f : 0);
            return {ground, ground, colours.on_accent};
        }
        case ButtonKind::danger: {
            const Colour ground = blend(colours.danger, colours.ink, held ? 0.35f : hovered ? 0.15f : 0);
            return {ground, ground, colours.on_accent};
        }
        case ButtonKind::quiet: {
            const Colour ground = held || hovered || on ? soft : 0;
            return {ground, colours.hard && ground != 0 ? colours.accent : ground, colours.accent};
        }
        case ButtonKind::secondary:
            break;
    }
    if (on && colours.hard) return {colours.accent, colours.accent, colours.on_accent};
    return {held || hovered || on ? soft : colours.sunken, colours.strong_line, colours.accent};
}

// What stands beside its words, in CSS pixels: the paper around them, the icon before, the mark of what it unfolds.
float padding_of(const Button& look) {
    return look.kind == ButtonKind::quiet ? 12 : 20;
}
float before_words(const TextStyle& style, const Button& look) {
    return look.icon == Icon::none ? 0 : icon_size(style) + 8;
}
float marker_of(const TextStyle& style, const Button& look) {
    return look.expanded ? icon_size(style) + 4 : 0;
}
float beside_words(const TextStyle& style, const Button& look) {
    return 2 * padding_of(look) + before_words(style, look) + marker_of(style, look);
}

NodeId record(Ui& ui, NodeId id, Role role, const Button& look, const Bounds& box) {
    SemanticNode node;
    node.id = id;
    node.role = role;
    node.name = look.spoken.empty() ? look.label : look.spoken;
    node.description = look.description;
    node.bounds = ui.to_content(box);
    node.state.disabled = !look.enabled || look.busy;
    node.state.busy = look.busy;
    node.state.pressed = look.pressed;
    node.state.expanded = look.expanded;
    node.shortcut = look.shortcut;
    node.back = look.back;
    return ui.tree().add(std::move(node));
}

}  // namespace

float button_width(const Ui& ui, const Button& look) {
    const TextStyle style = ui.theme().text(TextSize::body, true);
    return text_width(style, look.label) + beside_words(style, look) + 1;
}

bool button(Ui& ui, std::string_view key, const Button& look) {
    const TextStyle style = ui.theme().text(TextSize::body, true);
    const bool quiet = look.kind == ButtonKind::quiet;
    const float padding = padding_of(look);
    const float marker = marker_of(style, look);
    const float before = before_words(style, look);
    const float sign = look.icon == Icon::none ? 0 : icon_size(style);
    const float wanted = look.wide ? 0 : button_width(ui, look);
    const float room = (look.wide || wanted > ui.width() ? ui.width() : wanted) - beside_words(style, look);
    const auto lines = wrap_text(style, look.label, room + 1);
    Bounds box = ui.place(wanted, std::max(Theme::touch, lines_height(style, lines) + 20));
    if (quiet && !ui.area().row) box.x -= padding;  // Its words line up with what is above; its edge cannot be seen.
    const NodeId id = record(ui, ui.id(key), Role::button, look, box);
    const bool able = look.enabled && !look.busy;
    if (ui.is_seen(box)) {
        Button shown = look;
        shown.enabled = able;
        const ButtonColours colours =
            colours_of(ui.theme().colours, shown, able && ui.input().hovered(id), able && ui.input().pressed(id));
        fill(ui, box, colours.ground, Theme::radius);
        if (colours.edge != colours.ground) outline(ui, box, colours.edge, Theme::radius);
        float widest = 0;
        for (const std::string_view line : lines) widest = std::max(widest, text_width(style, line));
        const float left = quiet ? box.x + padding : box.x + (box.width - marker - before - widest) / 2;
        draw_icon(ui, look.icon, left + sign / 2, box.y + box.height / 2, sign, colours.text);
        float y = box.y + (box.height - lines_height(style, lines)) / 2;
        for (const std::string_view line : lines) {
            const float x = left + before + (quiet ? 0 : (widest - text_width(style, line)) / 2);
            draw_line(ui, style, x, y, colours.text, line);
            y += style.line;
        }
        if (look.expanded)
            expander(ui, box.x + box.width - padding - (marker - 4) / 2, box.y + box.height / 2, *look.expanded,
                     colours.text);
        focus_ring(ui, id, box, Theme::radius);
    }
    return able && ui.input().activated(id);
}

bool link(Ui& ui, std::string_view key, std::string_view label) {
    const TextStyle style = ui.theme().text(TextSize::body);
    const Palette& colours = ui.theme().colours;
    const float width = std::min(std::max(text_width(style, label) + 1, Theme::touch), ui.width());
    const auto lines = wrap_text(style, label, width);
    const Bounds box = ui.place(width, std::max(Theme::touch, lines_height(style, lines)));
    const NodeId id = record(ui, ui.id(key), Role::link, {.label = label}, box);
    float y = box.y + (box.height - lines_height(style, lines)) / 2;
    const Colour colour = ui.input().pressed(id) ? colours.accent_pressed : colours.accent;
    for (const std::string_view line : lines) {
        draw_line(ui, style, box.x, y, colour, line);
        fill(ui, {box.x, y + style.line - 4, text_width(style, line), ui.input().hovered(id) ? 2.0f : 1.0f}, colour);
        y += style.line;
    }
    focus_ring(ui, id, inset(box, 4), 4);
    return ui.input().activated(id);
}

bool back_button(Ui& ui, std::string_view key, std::string_view label) {
    const TextStyle style = ui.theme().text(TextSize::body, true);
    const Palette& colours = ui.theme().colours;
    const float sign = icon_size(style);
    const float before = sign + 16;
    const float width = std::min(text_width(style, label) + before + 14, ui.width());
    const auto lines = wrap_text(style, label, width - before - 3);
    Bounds box = ui.place(width, std::max(Theme::touch, lines_height(style, lines) + 16));
    box.x -= 8;  // So that the arrow, and not its invisible edge, lines up with what is below.
    const NodeId id = record(ui, ui.id(key), Role::button, {.label = label, .back = true}, box);
    if (ui.input().hovered(id) || ui.input().pressed(id)) fill(ui, box, colours.accent_soft, Theme::radius);
    draw_icon(ui, Icon::arrow_left, box.x + 8 + sign / 2, box.y + box.height / 2, sign, colours.accent);
    draw_lines(ui, style, box.x + before, box.y + (box.height - lines_height(style, lines)) / 2, colours.accent, lines);
    focus_ring(ui, id, inset(box, 2), Theme::radius);
    return ui.input().activated(id);
}

}  // namespace kitbag::widgets
