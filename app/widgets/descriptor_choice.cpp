#include <algorithm>
#include <array>

#include "app/text/visit_words.h"
#include "app/text/words.h"
#include "app/widgets/choice.h"
#include "app/widgets/paint.h"
#include "app/widgets/radio.h"
#include "app/widgets/text_layout.h"

namespace kitbag::widgets {
namespace {

constexpr float padding = 16;
constexpr float bar_height = 8;
constexpr std::array<std::string_view, 3> keys = {"green", "amber", "red"};
constexpr std::array<std::string_view, 3> category_words = {words::visit::green, words::visit::amber,
                                                            words::visit::red};

struct Column {
    std::size_t place = 0;
    std::string_view text;
    bool described = false;
    Lines lines;
    float height = 0;
    Radio radio;
};

float header_height(const Ui& ui) {
    return std::max(ui.theme().text(TextSize::body, true).line, mark_size(ui)) + 8;
}

Column measure(Ui& ui, const DescriptorChoice& look, std::size_t place, float width) {
    Column column;
    column.place = place;
    column.described = !look.descriptors[place].empty();
    column.text = column.described ? look.descriptors[place] : look.not_described;
    const TextStyle style = ui.theme().text(TextSize::body);
    column.lines = wrap_text(style, column.text, width - 2 * padding);
    column.height = bar_height + padding + header_height(ui) + lines_height(style, column.lines) + padding;
    return column;
}

void draw(Ui& ui, const Column& column) {
    const Palette& colours = ui.theme().colours;
    const Category category = all_categories[column.place];
    const CategoryColours& tones = colours.of(category);
    const Radio& radio = column.radio;
    const Bounds& box = radio.box;
    const bool held = radio.enabled && ui.input().pressed(radio.id);
    const bool near = radio.enabled && ui.input().hovered(radio.id);
    const bool filled = radio.chosen && colours.hard;
    const Colour ground = filled         ? tones.strong
                          : radio.chosen ? tones.soft
                          : held || near ? blend(colours.sunken, tones.soft, held ? 1.0f : 0.6f)
                                         : colours.sunken;
    const Colour bar = column.described ? tones.bar : blend(colours.muted, tones.bar, 0.3f);
    const Colour sheet = column.described ? ground : colours.muted;
    fill(ui, box, bar, Theme::radius);
    fill_bottom(ui, {box.x, box.y + bar_height, box.width, box.height - bar_height}, sheet, Theme::radius);
    outline(ui, box,
            radio.chosen       ? tones.strong
            : column.described ? colours.strong_line
                               : colours.line,
            Theme::radius, radio.chosen ? 3.0f : 1.0f);

    const TextStyle word_style = ui.theme().text(TextSize::body, true);
    const TextStyle style = ui.theme().text(TextSize::body);
    const float middle = box.y + bar_height + padding + (header_height(ui) - 8) / 2;
    const float x = box.x + padding;
    const float mark = word_style.line;
    if (column.described) {
        if (filled) circle(ui, x + mark / 2, middle, mark / 2 + 2, colours.on_accent);
        category_mark(ui, category, x + mark / 2, middle, mark);
        radio_mark(ui, box.x + box.width - padding - mark_size(ui) / 2, middle, radio.chosen,
                   filled ? colours.on_accent : tones.strong, filled ? tones.strong : colours.sunken);
    } else {
        ring(ui, x + mark / 2, middle, mark / 2 - 1, colours.strong_line, 1.5f);
    }
    const Colour word_colour = filled ? colours.on_accent : column.described ? tones.strong : colours.disabled_ink;
    draw_line(ui, word_style, x + mark + 10, middle - word_style.line / 2, word_colour, category_words[column.place]);
    const float top = box.y + bar_height + padding + header_height(ui);
    draw_lines(ui, style, x, top,
               filled             ? colours.on_accent
               : column.described ? colours.ink
                                  : colours.disabled_ink,
               column.lines);
    focus_ring(ui, radio.id, box, Theme::radius);
}

// A fourth choice, for an aspect that a school does not have; it has no colour.
bool not_applicable_choice(Ui& ui, const DescriptorChoice& look) {
    const Palette& colours = ui.theme().colours;
    const TextStyle style = ui.theme().text(TextSize::body);
    const float before = mark_size(ui) + 12;
    constexpr float after = 14;
    const float width = std::min(text_width(style, look.not_applicable) + before + after, ui.width());
    const auto lines = wrap_text(style, look.not_applicable, width - before - after + 1);
    const Bounds box = ui.place(width, std::max(Theme::touch, lines_height(style, lines) + 16));
    Radio radio{.id = ui.id("not_applicable"),
                .name = look.not_applicable,
                .box = box,
                .chosen = look.selected == "not_applicable",
                .enabled = look.enabled};
    radio.id = record_radio(ui, radio);
    if (look.enabled && (ui.input().hovered(radio.id) || ui.input().pressed(radio.id))) {
        fill(ui, {box.x - 4, box.y, box.width + 8, box.height}, colours.accent_soft, Theme::radius);
    }
    radio_mark(ui, box.x + 1 + mark_size(ui) / 2, box.y + box.height / 2, radio.chosen,
               look.enabled ? colours.accent : colours.disabled_ink, colours.sunken);
    draw_lines(ui, style, box.x + before, box.y + (box.height - lines_height(style, lines)) / 2,
               look.enabled ? colours.ink : colours.disabled_ink, lines);
    focus_ring(ui, radio.id, box, Theme::radius);
    return look.enabled && ui.input().activated(radio.id);
}

bool one_column(Ui& ui, Column& column, const DescriptorChoice& look, const Bounds& box) {
    const std::string name = std::string(category_words[column.place]) + ": " + std::string(column.text);
    column.radio = {.id = ui.id(keys[column.place]),
                    .name = name,
                    .box = box,
                    .chosen = column.described && look.selected == keys[column.place],
                    .enabled = look.enabled && column.described};
    column.radio.id = record_radio(ui, column.radio);
    if (ui.is_seen(box)) draw(ui, column);
    return column.radio.enabled && ui.input().activated(column.radio.id);
}

}  // namespace

std::optional<std::string> descriptor_choice(Ui& ui, std::string_view key, const DescriptorChoice& look) {
    const KeyScope scope(ui, key);
    const Bounds start{ui.area().x, ui.area().cursor, ui.width(), 0};
    const NodeId group = open_radio_group(ui, child_id(ui.id("group"), 0), look.label, {}, {});
    constexpr float gap = 12;
    const bool beside = ui.width() >= 620 * ui.theme().text_scale();
    const float width = beside ? (ui.width() - 2 * gap) / 3 : ui.width();
    std::array<Column, 3> columns;
    float tallest = 0;
    for (std::size_t place = 0; place < columns.size(); ++place) {
        columns[place] = measure(ui, look, place, width);
        tallest = std::max(tallest, columns[place].height);
    }
    std::optional<std::string> answer;
    Bounds all{};
    if (beside) all = ui.place(0, tallest);
    for (Column& column : columns) {
        Bounds box = beside ? Bounds{all.x + static_cast<float>(column.place) * (width + gap), all.y, width, tallest}
                            : ui.place(0, column.height);
        if (!beside) ui.area().cursor -= ui.area().gap - gap;
        if (one_column(ui, column, look, box)) answer = keys[column.place];
    }
    if (!look.not_applicable.empty()) {
        ui.area().cursor -= ui.area().gap - (beside ? 4.0f : gap);
        if (not_applicable_choice(ui, look)) answer = "not_applicable";
    }
    close_radio_group(ui, group, {start.x, start.y, start.width, ui.area().bottom - start.y});
    return answer;
}

}  // namespace kitbag::widgets
