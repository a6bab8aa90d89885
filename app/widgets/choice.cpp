#include "app/widgets/choice.h"

#include <algorithm>

#include "app/widgets/paint.h"
#include "app/widgets/radio.h"
#include "app/widgets/text_layout.h"

namespace kitbag {

std::string said_of_group(std::string_view hint, std::string_view error) {
    std::string said(hint);
    if (!said.empty() && !error.empty()) said += ' ';
    return said.append(error);
}

NodeId open_radio_group(Ui& ui, NodeId id, std::string_view label, std::string_view hint, std::string_view error) {
    SemanticNode node;
    node.id = id;
    node.role = Role::radio_group;
    node.name = label;
    node.description = said_of_group(hint, error);
    node.error = error;
    node.state.invalid = !error.empty();
    return ui.tree().open(std::move(node));
}

void close_radio_group(Ui& ui, NodeId id, const Bounds& box) {
    ui.tree().set_bounds(id, ui.to_content(box));
    ui.tree().close();
}

NodeId record_radio(Ui& ui, const Radio& radio) {
    SemanticNode node;
    node.id = radio.id;
    node.role = Role::radio;
    node.name = radio.name;
    node.description = radio.description;
    node.bounds = ui.to_content(radio.box);
    node.state.disabled = !radio.enabled;
    node.state.checked = radio.chosen;
    return ui.tree().add(std::move(node));
}

void draw_group_words(Ui& ui, const GroupWords& look) {
    const Palette& colours = ui.theme().colours;
    const TextStyle label_style = ui.theme().text(TextSize::body, true);
    const TextStyle small_style = ui.theme().text(TextSize::small);
    const auto labels = wrap_text(label_style, look.label, ui.width());
    const auto hints = look.hint.empty() ? Lines{} : wrap_text(small_style, look.hint, ui.width());
    const float sign = icon_size(small_style);
    const auto errors = look.error.empty() ? Lines{} : wrap_text(small_style, look.error, ui.width() - sign - 8);
    const float labels_height = lines_height(label_style, labels);
    const float hints_height = lines_height(small_style, hints);
    const Bounds box = ui.place(0, labels_height + hints_height + lines_height(small_style, errors));
    ui.area().cursor -= ui.area().gap - 8;
    draw_lines(ui, label_style, box.x, box.y, colours.ink, labels);
    draw_lines(ui, small_style, box.x, box.y + labels_height, colours.quiet_ink, hints);
    SemanticNode words;
    words.id = ui.next_text_id();
    words.name = std::string(look.label);
    for (const std::string_view more : {look.hint, look.error}) {
        if (!more.empty()) words.name += ". " + std::string(more);
    }
    words.bounds = ui.to_content(box);
    ui.tree().add(std::move(words));
    if (errors.empty()) return;
    const float y = box.y + labels_height + hints_height;
    draw_icon(ui, Icon::triangle_alert, box.x + sign / 2, y + small_style.line / 2, sign, colours.danger);
    draw_lines(ui, small_style, box.x + sign + 8, y, colours.danger, errors);
}

}  // namespace kitbag

namespace kitbag::widgets {
namespace {

void draw_segment(Ui& ui, const Radio& radio, std::string_view label) {
    const Palette& colours = ui.theme().colours;
    const TextStyle style = ui.theme().text(TextSize::body, radio.chosen);
    const Bounds inner = inset(radio.box, 4);
    if (radio.chosen) {
        fill(ui, inner, colours.accent, Theme::radius - 4);
    } else if (radio.enabled && (ui.input().hovered(radio.id) || ui.input().pressed(radio.id))) {
        fill(ui, inner, colours.accent_soft, Theme::radius - 4);
    }
    const Colour ink = radio.chosen ? colours.on_accent : radio.enabled ? colours.ink : colours.disabled_ink;
    const auto lines = wrap_text(style, label, radio.box.width - 16);
    float y = radio.box.y + (radio.box.height - lines_height(style, lines)) / 2;
    for (const std::string_view line : lines) {
        draw_line(ui, style, radio.box.x + (radio.box.width - text_width(style, line)) / 2, y, ink, line);
        y += style.line;
    }
    focus_ring(ui, radio.id, radio.box, Theme::radius);
}

// How wide each segment has to be; the group goes below each other when that is too much.
float segment_width(Ui& ui, const ChoiceGroup& look) {
    const TextStyle style = ui.theme().text(TextSize::body, true);
    float width = 96;
    for (const Choice& choice : look.choices) width = std::max(width, text_width(style, choice.label) + 36);
    return width;
}

}  // namespace

std::optional<std::string> segmented_choice(Ui& ui, std::string_view key, const ChoiceGroup& look) {
    const float each = segment_width(ui, look);
    const float all = each * static_cast<float>(look.choices.size());
    if (all > ui.width() || look.choices.empty()) return radio_group(ui, key, look);
    const Bounds start{ui.area().x, ui.area().cursor, ui.width(), 0};
    draw_group_words(ui, {look.label, look.hint, look.error});
    const KeyScope scope(ui, key);
    const NodeId group = open_radio_group(ui, child_id(ui.id("group"), 0), look.label, look.hint, look.error);
    const float line = ui.theme().text(TextSize::body, true).line;
    const Bounds box = ui.place(all, std::max(Theme::touch, line + 16) + 4);
    fill(ui, box, ui.theme().colours.sunken, Theme::radius);
    outline(ui, box, ui.theme().colours.strong_line, Theme::radius);
    std::optional<std::string> answer;
    float x = box.x;
    for (const Choice& choice : look.choices) {
        Radio radio{.id = ui.id(choice.key),
                    .name = choice.label,
                    .box = {x, box.y, each, box.height},
                    .chosen = choice.key == look.selected,
                    .enabled = choice.enabled};
        radio.id = record_radio(ui, radio);
        draw_segment(ui, radio, choice.label);
        if (choice.enabled && ui.input().activated(radio.id)) answer = choice.key;
        x += each;
    }
    close_radio_group(ui, group, {start.x, start.y, start.width, box.y + box.height - start.y});
    return answer;
}

std::optional<std::string> radio_group(Ui& ui, std::string_view key, const ChoiceGroup& look) {
    const Palette& colours = ui.theme().colours;
    const TextStyle style = ui.theme().text(TextSize::body);
    const TextStyle small_style = ui.theme().text(TextSize::small);
    const Bounds start{ui.area().x, ui.area().cursor, ui.width(), 0};
    draw_group_words(ui, {look.label, look.hint, look.error});
    const KeyScope scope(ui, key);
    const NodeId group = open_radio_group(ui, child_id(ui.id("group"), 0), look.label, look.hint, look.error);
    std::optional<std::string> answer;
    const float indent = mark_size(ui) + 18;
    for (const Choice& choice : look.choices) {
        const auto labels = wrap_text(style, choice.label, ui.width() - indent);
        const auto details =
            choice.detail.empty() ? Lines{} : wrap_text(small_style, choice.detail, ui.width() - indent);
        const float text_height = lines_height(style, labels) + lines_height(small_style, details);
        const Bounds box = ui.place(0, std::max(Theme::touch, text_height + 16));
        ui.area().cursor -= ui.area().gap;
        Radio radio{.id = ui.id(choice.key),
                    .name = choice.label,
                    .description = choice.detail,
                    .box = box,
                    .chosen = choice.key == look.selected,
                    .enabled = choice.enabled};
        radio.id = record_radio(ui, radio);
        const bool held = choice.enabled && (ui.input().pressed(radio.id) || ui.input().hovered(radio.id));
        if (held) fill(ui, {box.x - 8, box.y, box.width + 16, box.height}, colours.accent_soft, Theme::radius);
        const float y = box.y + (box.height - text_height) / 2;
        radio_mark(ui, box.x + 1 + mark_size(ui) / 2, y + style.line / 2, radio.chosen,
                   choice.enabled ? colours.accent : colours.disabled_ink, colours.sunken);
        const Colour ink = choice.enabled ? colours.ink : colours.disabled_ink;
        draw_lines(ui, style, box.x + indent, y, ink, labels);
        draw_lines(ui, small_style, box.x + indent, y + lines_height(style, labels), colours.quiet_ink, details);
        focus_ring(ui, radio.id, box, Theme::radius);
        if (choice.enabled && ui.input().activated(radio.id)) answer = choice.key;
    }
    ui.area().cursor += ui.area().gap;
    close_radio_group(ui, group, {start.x, start.y, start.width, ui.area().bottom - start.y});
    return answer;
}

}  // namespace kitbag::widgets
