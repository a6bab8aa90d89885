#include "app/widgets/text.h"

#include <algorithm>
#include <utility>

#include "app/text/visit_words.h"
#include "app/text/words.h"
#include "app/widgets/paint.h"
#include "app/widgets/text_layout.h"

namespace kitbag::widgets {
namespace {

constexpr float badge_padding = 24;  // Of both sides together.

TextSize size_of_heading(int level) {
    if (level <= 1) return TextSize::title1;
    return level == 2 ? TextSize::title2 : TextSize::title3;
}

Colour colour_of(const Palette& colours, TextTone tone) {
    switch (tone) {
        case TextTone::quiet:
            return colours.quiet_ink;
        case TextTone::good:
            return colours.good;
        case TextTone::warning:
            return colours.warning;
        case TextTone::danger:
            return colours.danger;
        case TextTone::ink:
            break;
    }
    return colours.ink;
}

struct BadgeColours {
    Colour ground, text;
};

BadgeColours colours_of(const Palette& colours, BadgeTone tone) {
    switch (tone) {
        case BadgeTone::plain:
            return {colours.muted, colours.ink};
        case BadgeTone::info:
            return {colours.accent_soft, colours.accent};
        case BadgeTone::good:
            return {colours.good_soft, colours.good};
        case BadgeTone::warning:
            return {colours.warning_soft, colours.warning};
        case BadgeTone::danger:
            return {colours.danger_soft, colours.danger};
        case BadgeTone::green:
            return {colours.green.soft, colours.green.strong};
        case BadgeTone::amber:
            return {colours.amber.soft, colours.amber.strong};
        case BadgeTone::red:
            break;
    }
    return {colours.red.soft, colours.red.strong};
}

std::string_view word_of(Category category) {
    if (category == Category::green) return words::visit::green;
    return category == Category::amber ? words::visit::amber : words::visit::red;
}

void record_text(Ui& ui, NodeId id, std::string_view text, const Bounds& box) {
    SemanticNode node;
    node.id = id;
    node.role = Role::text;
    node.name = text;
    node.bounds = ui.to_content(box);
    ui.tree().add(std::move(node));
}

void text_block(Ui& ui, std::string_view text, const TextStyle& style, Colour colour) {
    const auto lines = wrap_text(style, text, ui.width());
    const Bounds box = ui.place(0, lines_height(style, lines));
    record_text(ui, ui.next_text_id(), text, box);
    if (ui.is_seen(box)) draw_lines(ui, style, box.x, box.y, colour, lines);
}

}  // namespace

void heading(Ui& ui, int level, std::string_view text, int looks_like) {
    const TextStyle style = ui.theme().text(size_of_heading(looks_like > 0 ? looks_like : level), true);
    const auto lines = wrap_text(style, text, ui.width());
    const Bounds box = ui.place(0, lines_height(style, lines));
    SemanticNode node;
    node.id = ui.next_text_id();
    node.role = Role::heading;
    node.name = text;
    node.level = level;
    node.bounds = ui.to_content(box);
    ui.tree().add(std::move(node));
    if (ui.is_seen(box)) draw_lines(ui, style, box.x, box.y, ui.theme().colours.ink, lines);
}

void paragraph(Ui& ui, std::string_view text, const TextLook& look) {
    const TextSize size = look.small ? TextSize::small : look.large ? TextSize::title3 : TextSize::body;
    const TextStyle style = ui.theme().text(size, look.bold);
    if (ui.area().row) {
        const float width = std::min(text_width(style, text) + 1, ui.area().width);
        const auto lines = wrap_text(style, text, width);
        const Bounds box = ui.place(width, lines_height(style, lines));
        record_text(ui, ui.next_text_id(), text, box);
        draw_lines(ui, style, box.x, box.y, colour_of(ui.theme().colours, look.tone), lines);
        return;
    }
    text_block(ui, text, style, colour_of(ui.theme().colours, look.tone));
}

void bullets(Ui& ui, std::string_view key, std::span<const std::string> sentences) {
    if (sentences.empty()) return;
    const KeyScope scope(ui, key);
    const TextStyle style = ui.theme().text(TextSize::body);
    constexpr float indent = 20;
    SemanticNode node;
    node.id = ui.id("list");
    node.role = Role::list;
    const NodeId list_id = ui.tree().open(std::move(node));
    const Bounds start{ui.area().x, ui.area().cursor, ui.width(), 0};
    for (const std::string& sentence : sentences) {
        const auto lines = wrap_text(style, sentence, ui.width() - indent);
        Bounds box = ui.place(0, lines_height(style, lines));
        ui.area().cursor -= ui.area().gap - 8;
        SemanticNode item;
        item.id = ui.next_text_id();
        item.role = Role::list_item;
        item.name = sentence;
        item.bounds = ui.to_content(box);
        ui.tree().add(std::move(item));
        if (!ui.is_seen(box)) continue;
        circle(ui, box.x + 7, box.y + style.line / 2, 3, ui.theme().colours.quiet_ink);
        draw_lines(ui, style, box.x + indent, box.y, ui.theme().colours.ink, lines);
    }
    ui.area().cursor += ui.area().gap - 8;
    ui.tree().set_bounds(list_id, ui.to_content({start.x, start.y, start.width, ui.area().bottom - start.y}));
    ui.tree().close();
}

void fact(Ui& ui, std::string_view label, std::string_view value) {
    const TextStyle label_style = ui.theme().text(TextSize::body);
    const TextStyle value_style = ui.theme().text(TextSize::body, true);
    const Palette& colours = ui.theme().colours;
    const float label_width = std::min(200 * ui.theme().text_scale(), ui.width() * 0.42f);
    const bool beside = ui.width() >= 340 * ui.theme().text_scale();
    const float value_width = beside ? ui.width() - label_width - 16 : ui.width();
    const auto labels = wrap_text(label_style, label, beside ? label_width : ui.width());
    const auto values = wrap_text(value_style, value, value_width);
    const float labels_height = lines_height(label_style, labels);
    const float values_height = lines_height(value_style, values);
    const Bounds box = ui.place(0, beside ? std::max(labels_height, values_height) : labels_height + values_height);
    record_text(ui, ui.next_text_id(), std::string(label) + ": " + std::string(value), box);
    if (!ui.is_seen(box)) return;
    draw_lines(ui, label_style, box.x, box.y, colours.quiet_ink, labels);
    draw_lines(ui, value_style, beside ? box.x + label_width + 16 : box.x, beside ? box.y : box.y + labels_height,
               colours.ink, values);
}

float badge_width(Ui& ui, std::string_view text) {
    return text_width(ui.theme().text(TextSize::small, true), text) + badge_padding;
}

float badge_height(Ui& ui, std::string_view text, float room) {
    const TextStyle style = ui.theme().text(TextSize::small, true);
    return lines_height(style, wrap_text(style, text, room - badge_padding)) + 6;
}

void draw_badge(Ui& ui, float x, float middle, float room, std::string_view text, BadgeTone tone) {
    const TextStyle style = ui.theme().text(TextSize::small, true);
    const BadgeColours colours = colours_of(ui.theme().colours, tone);
    const float width = std::min(badge_width(ui, text), room);
    const auto lines = wrap_text(style, text, width - badge_padding + 1);
    const float height = lines_height(style, lines) + 6;
    tint(ui, {x, middle - height / 2, width, height}, colours.ground, colours.text, (style.line + 6) / 2);
    draw_lines(ui, style, x + badge_padding / 2, middle - height / 2 + 3, colours.text, lines);
}

void badge(Ui& ui, std::string_view text, BadgeTone tone) {
    if (text.empty()) return;
    const float width = std::min(badge_width(ui, text), ui.width());
    const float height = badge_height(ui, text, width + 1);
    const Bounds box = ui.place(width, height);
    record_text(ui, ui.next_text_id(), text, box);
    if (ui.is_seen(box)) draw_badge(ui, box.x, box.y + height / 2, width, text, tone);
}

void category_badge(Ui& ui, Category category) {
    const TextStyle style = ui.theme().text(TextSize::body, true);
    const CategoryColours& colours = ui.theme().colours.of(category);
    const std::string_view word = word_of(category);
    const float disc = style.line;
    const Bounds box = ui.place(disc + text_width(style, word) + 30, style.line + 10);
    record_text(ui, ui.next_text_id(), word, box);
    tint(ui, box, colours.soft, colours.strong, box.height / 2);
    category_mark(ui, category, box.x + 5 + disc / 2, box.y + box.height / 2, disc);
    draw_line(ui, style, box.x + disc + 13, box.y + 5, colours.strong, word);
}

void divider(Ui& ui) {
    const Bounds box = ui.place(0, 1);
    fill(ui, box, ui.theme().colours.line);
}

}  // namespace kitbag::widgets

namespace kitbag {

void category_mark(Ui& ui, Category category, float x, float y, float size) {
    const TextStyle style = ui.theme().text(TextSize::small, true);
    const CategoryColours& colours = ui.theme().colours.of(category);
    const std::string_view letter = category == Category::green ? "G" : category == Category::amber ? "A" : "R";
    circle(ui, x, y, size / 2, colours.strong);
    draw_line(ui, style, x - text_width(style, letter) / 2, y - style.line / 2, ui.theme().colours.on_accent, letter);
}

}  // namespace kitbag
