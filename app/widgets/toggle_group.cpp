#include <algorithm>

#include "app/widgets/choice.h"
#include "app/widgets/layout.h"
#include "app/widgets/paint.h"
#include "app/widgets/radio.h"
#include "app/widgets/text_layout.h"

namespace kitbag::widgets {
namespace {

constexpr float before = 12, between = 10, after = 16;

enum class Mark { check, radio };

// The id that it got.
NodeId record(Ui& ui, const Choice& choice, bool on, Mark mark, const Bounds& box) {
    if (mark == Mark::radio) {
        return record_radio(ui, {.id = ui.id(choice.key),
                                 .name = choice.label,
                                 .description = choice.detail,
                                 .box = box,
                                 .chosen = on,
                                 .enabled = choice.enabled});
    }
    SemanticNode node;
    node.id = ui.id(choice.key);
    node.role = Role::checkbox;
    node.name = choice.label;
    node.description = choice.detail;
    node.bounds = ui.to_content(box);
    node.state.disabled = !choice.enabled;
    node.state.checked = on;
    return ui.tree().add(std::move(node));
}

bool toggle(Ui& ui, const Choice& choice, bool on, Mark mark) {
    const Palette& colours = ui.theme().colours;
    const TextStyle style = ui.theme().text(TextSize::body, on);
    // As wide as its bold words would be, so that nothing moves when it is pressed.
    const float words = text_width(ui.theme().text(TextSize::body, true), choice.label);
    const float sign_width = mark_size(ui);
    const float around = before + sign_width + between + after;
    const float width = std::min(words + around, ui.width());
    const auto lines = wrap_text(style, choice.label, width - around + 1);
    const Bounds box = ui.place(width, std::max(Theme::touch, lines_height(style, lines) + 16));
    const NodeId id = record(ui, choice, on, mark, box);
    const bool held = choice.enabled && (ui.input().pressed(id) || ui.input().hovered(id));
    const bool filled = on && colours.hard;
    fill(ui, box, filled ? colours.accent : on || held ? colours.accent_soft : colours.sunken, Theme::radius);
    outline(ui, box, on ? colours.accent : colours.strong_line, Theme::radius, on ? 2 : 1);
    const Colour sign = filled ? colours.on_accent : choice.enabled ? colours.accent : colours.disabled_ink;
    const auto draw_mark = mark == Mark::radio ? radio_mark : check_mark;
    draw_mark(ui, box.x + before + sign_width / 2, box.y + box.height / 2, on, sign,
              filled ? colours.accent : colours.sunken);
    const Colour ink = filled ? colours.on_accent : choice.enabled ? colours.ink : colours.disabled_ink;
    draw_lines(ui, style, box.x + before + sign_width + between, box.y + (box.height - lines_height(style, lines)) / 2,
               ink, lines);
    focus_ring(ui, id, box, Theme::radius);
    return choice.enabled && ui.input().activated(id);
}

}  // namespace

std::optional<std::string> choice_row(Ui& ui, std::string_view key, const ChoiceGroup& look) {
    const Bounds start{ui.area().x, ui.area().cursor, ui.width(), 0};
    draw_group_words(ui, {look.label, look.hint, look.error});
    const KeyScope scope(ui, key);
    const NodeId group = open_radio_group(ui, child_id(ui.id("group"), 0), look.label, look.hint, look.error);
    std::optional<std::string> answer;
    row(ui, [&] {
        for (const Choice& choice : look.choices) {
            if (toggle(ui, choice, choice.key == look.selected, Mark::radio)) answer = choice.key;
        }
    });
    close_radio_group(ui, group, {start.x, start.y, start.width, ui.area().bottom - start.y});
    return answer;
}

std::optional<std::string> toggle_group(Ui& ui, std::string_view key, const ToggleGroup& look) {
    const Bounds start{ui.area().x, ui.area().cursor, ui.width(), 0};
    draw_group_words(ui, {look.label, look.hint, look.error});
    const KeyScope scope(ui, key);
    SemanticNode node;
    node.id = child_id(ui.id("group"), 0);
    node.role = Role::group;
    node.name = look.label;
    node.description = said_of_group(look.hint, look.error);
    node.error = look.error;
    const NodeId group = ui.tree().open(std::move(node));
    std::optional<std::string> answer;
    row(ui, [&] {
        for (const Choice& choice : look.choices) {
            if (toggle(ui, choice, std::ranges::contains(look.on, choice.key), Mark::check)) answer = choice.key;
        }
    });
    close_radio_group(ui, group, {start.x, start.y, start.width, ui.area().bottom - start.y});
    return answer;
}

}  // namespace kitbag::widgets
