#include "app/widgets/feedback.h"

#include <algorithm>

#include "app/widgets/layout.h"
#include "app/widgets/paint.h"
#include "app/widgets/text_layout.h"

namespace kitbag::widgets {
namespace {

struct BannerColours {
    Colour ground, edge;
};

BannerColours colours_of(const Palette& colours, BannerKind kind) {
    switch (kind) {
        case BannerKind::good:
            return {colours.good_soft, colours.good};
        case BannerKind::warning:
            return {colours.warning_soft, colours.warning};
        case BannerKind::error:
            return {colours.danger_soft, colours.danger};
        case BannerKind::info:
            break;
    }
    return {colours.info_soft, colours.accent};
}

Icon icon_of(BannerKind kind) {
    if (kind == BannerKind::good) return Icon::circle_check;
    return kind == BannerKind::info ? Icon::info : Icon::triangle_alert;
}

// As button() will draw it in that room.
float quiet_button_height(Ui& ui, std::string_view label, float room) {
    constexpr float padding = 12, padding_y = 10;
    const TextStyle style = ui.theme().text(TextSize::body, true);
    const auto lines = wrap_text(style, label, room - 2 * padding + 1);
    return std::max(Theme::touch, lines_height(style, lines) + 2 * padding_y);
}

void record_status(Ui& ui, std::string_view key, std::string_view text, const Bounds& box) {
    SemanticNode node;
    node.id = ui.id(key);
    node.role = Role::status;
    node.name = text;
    node.bounds = ui.to_content(box);
    ui.tree().add(std::move(node));
}

}  // namespace

bool banner(Ui& ui, std::string_view key, const Banner& look) {
    if (look.text.empty()) return false;
    const KeyScope scope(ui, key);
    const TextStyle style = ui.theme().text(TextSize::body);
    const BannerColours colours = colours_of(ui.theme().colours, look.kind);
    const float sign = icon_size(style);
    const float indent = sign + 28;
    const float action_sign = look.action_icon == Icon::none ? 0 : sign + 8;
    const float action_width =
        look.action.empty() ? 0 : text_width(ui.theme().text(TextSize::body, true), look.action) + action_sign + 40;
    const bool beside = action_width > 0 && action_width < ui.width() * 0.3f;
    const float room = ui.width() - indent - 20 - (beside ? action_width : 0.0f);
    const auto lines = wrap_text(style, look.text, room);
    const float text_height = lines_height(style, lines);
    const float action_room = beside ? action_width : ui.width() - indent - 8;
    const float action_height =
        look.action.empty() ? 0 : quiet_button_height(ui, look.action, action_room - action_sign);
    const float height = beside ? std::max(text_height + 28, action_height + 16)
                                : text_height + 28 + (look.action.empty() ? 0.0f : action_height + 8);
    const Bounds box = ui.place(0, height);
    tint(ui, box, colours.ground, colours.edge, Theme::radius);
    fill_left(ui, {box.x, box.y, 5, box.height}, colours.edge, Theme::radius / 2);
    const float y = beside ? box.y + (box.height - text_height) / 2 : box.y + 14;
    draw_icon(ui, icon_of(look.kind), box.x + 16 + sign / 2, y + style.line / 2, sign, colours.edge);
    draw_lines(ui, style, box.x + indent, y, ui.theme().colours.ink, lines);
    SemanticNode node;
    node.id = ui.id("text");
    node.role = look.kind == BannerKind::error ? Role::alert : Role::status;
    node.name = look.text;
    node.bounds = ui.to_content({box.x, box.y, beside ? box.width - action_width : box.width, text_height + 28});
    ui.tree().add(std::move(node));
    if (look.action.empty()) return false;
    const float top = beside ? box.y + (box.height - action_height) / 2 : box.y + text_height + 28;
    const float left = beside ? box.x + box.width - action_width + 19 : box.x + indent;
    ui.open_area({.x = left, .y = top, .width = std::max(action_room, 1.0f), .gap = 0});
    const bool pressed =
        button(ui, "action", {.label = look.action, .kind = ButtonKind::quiet, .icon = look.action_icon});
    ui.close_area();
    return pressed;
}

void announce(Ui& ui, std::string_view key, std::string_view text) {
    record_status(ui, key, text, {ui.area().x, ui.area().cursor, 0, 0});
}

void status_line(Ui& ui, std::string_view key, std::string_view text) {
    const TextStyle style = ui.theme().text(TextSize::small);
    const float width = ui.area().row ? std::min(text_width(style, text) + 1, ui.width()) : ui.width();
    const auto lines = wrap_text(style, text, width);
    const Bounds box = ui.place(ui.area().row ? std::max(width, 1.0f) : 0, lines_height(style, lines));
    record_status(ui, key, text, box);
    draw_lines(ui, style, box.x, box.y, ui.theme().colours.quiet_ink, lines);
}

bool status_line_with(Ui& ui, std::string_view key, std::string_view text, std::string_view button_key,
                      const Button& look) {
    constexpr float padding = 12;               // Of a quiet button, whose edge cannot be seen.
    constexpr float row_gap = 2 * Theme::grid;  // At least what a row leaves between the two.
    const TextStyle style = ui.theme().text(TextSize::small);
    const TextStyle button_style = ui.theme().text(TextSize::body, true);
    const float sign = icon_size(button_style);
    const float signs = (look.expanded ? sign + 4 : 0) + (look.icon == Icon::none ? 0 : sign + 8);
    const float button_width = text_width(button_style, look.label) + signs + 2 * padding + 1;
    const float room = ui.width() - button_width;
    bool pressed = false;
    if (text_width(style, text) + row_gap < room || room < ui.width() * 0.4f) {
        row(ui, [&] {
            status_line(ui, key, text);
            pressed = button(ui, button_key, look);
        });
        return pressed;
    }
    const auto lines = wrap_text(style, text, room);
    const float text_height = lines_height(style, lines);
    const float button_height = quiet_button_height(ui, look.label, button_width - signs);
    const float height = std::max(text_height, button_height);
    const Bounds box = ui.place(0, height);
    const Bounds text_box{box.x, box.y + (height - text_height) / 2, room, text_height};
    record_status(ui, key, text, text_box);
    draw_lines(ui, style, text_box.x, text_box.y, ui.theme().colours.quiet_ink, lines);
    const float y = box.y + (height - button_height) / 2;
    ui.open_area({.x = box.x + room + padding, .y = y, .width = button_width, .gap = 0});
    pressed = button(ui, button_key, look);
    ui.close_area();
    return pressed;
}

void progress(Ui& ui, std::string_view key, const Progress& look) {
    const Palette& colours = ui.theme().colours;
    const TextStyle style = ui.theme().text(TextSize::body);
    const TextStyle small_style = ui.theme().text(TextSize::small);
    const auto lines = wrap_text(style, look.label, ui.width());
    const float label_height = lines_height(style, lines);
    const auto values = look.value.empty() ? Lines{} : wrap_text(small_style, look.value, ui.width());
    const float value_height = values.empty() ? 0 : lines_height(small_style, values) + 2;
    const Bounds box = ui.place(0, label_height + 6 + 10 + value_height);
    SemanticNode node;
    node.id = ui.id(key);
    node.role = Role::progress;
    node.name = look.label;
    node.value = look.value;
    node.fraction = look.fraction;
    node.bounds = ui.to_content(box);
    ui.tree().add(std::move(node));
    if (!ui.is_seen(box)) return;
    draw_lines(ui, style, box.x, box.y, colours.ink, lines);
    const Bounds track{box.x, box.y + label_height + 6, box.width, 10};
    fill(ui, track, colours.muted, 5);
    outline(ui, track, colours.strong_line, 5);
    if (look.fraction >= 0) {
        const float width = track.width * std::clamp(look.fraction, 0.0f, 1.0f);
        if (width >= 10) fill(ui, {track.x, track.y, width, track.height}, colours.accent, 5);
    } else {  // Unknown: standing stripes, because nothing here moves by itself.
        for (float x = track.x + 6; x + 16 < track.x + track.width; x += 28)
            fill(ui, {x, track.y + 2, 16, 6}, colours.accent, 3);
    }
    draw_lines(ui, small_style, box.x, track.y + 12, colours.quiet_ink, values);
}

}  // namespace kitbag::widgets
