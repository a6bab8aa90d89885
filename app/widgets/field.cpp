#include "app/widgets/field.h"

#include <algorithm>

#include "app/widgets/paint.h"
#include "app/widgets/text_layout.h"
#include "core/base/time.h"

namespace kitbag::widgets {
namespace {

constexpr float padding_x = 14;
constexpr float padding_y = 11;

Role role_of(FieldKind kind) {
    switch (kind) {
        case FieldKind::multiline:
            return Role::multiline_field;
        case FieldKind::password:
            return Role::password_field;
        case FieldKind::search:
            return Role::search_field;
        case FieldKind::date:
            return Role::date_field;
        case FieldKind::text:
            break;
    }
    return Role::text_field;
}

// As the autocapitalize attribute has them.
std::string_view to_word(Letters letters) {
    switch (letters) {
        case Letters::names:
            return "words";
        case Letters::code:
            return "characters";
        case Letters::sentences:
            break;
    }
    return {};
}

// "23/11/2026", where the month's name has no room.
std::string in_figures(std::string_view value) {
    if (!parse_date(value)) return std::string(value);
    return std::string(value.substr(8, 2)) + "/" + std::string(value.substr(5, 2)) + "/" +
           std::string(value.substr(0, 4));
}

// What is drawn when nobody is typing.
std::string shown_text(const Field& look, std::string_view value) {
    if (look.kind == FieldKind::password) {
        std::string dots;
        for (const char character : value) {
            if ((static_cast<unsigned char>(character) & 0xc0) != 0x80) dots += "•";
        }
        return dots;
    }
    if (look.kind == FieldKind::date) {
        const auto date = parse_date(value);
        return date ? to_long(*date) : std::string(value);
    }
    return std::string(value);
}

TextBox text_box_of(const TextStyle& style, FieldKind kind) {
    const bool icon = kind == FieldKind::search;
    return {style.em, style.line, icon ? icon_size(style) + 22 : padding_x, padding_x, padding_y};
}

// The parts of a field from top to bottom, measured before anything is placed.
struct Parts {
    TextStyle label_style, small_style, text_style;
    Lines labels, hints, errors, texts, notes;
    float box_height = 0;
    Bounds all, label, hint, error, box;
};

float box_height(Ui& ui, NodeId id, const Field& look, const Parts& parts) {
    const float line = parts.text_style.line;
    if (look.kind != FieldKind::multiline) return line + 2 * padding_y;
    const float least = line * static_cast<float>(std::max(look.lines_min, 1));
    const float by_page = ui.input().text_height(id);
    const float text = by_page > 0 ? by_page : lines_height(parts.text_style, parts.texts);
    return std::max(text, least) + 2 * padding_y;
}

Parts measure(Ui& ui, NodeId id, const Field& look, std::string_view text) {
    Parts parts;
    const Theme& theme = ui.theme();
    parts.label_style = theme.text(TextSize::body, true);
    parts.small_style = theme.text(TextSize::small);
    parts.text_style = theme.text(TextSize::body);
    const float width = ui.width();
    const float box_width = look.width_max > 0 ? std::min(look.width_max * theme.text_scale(), width) : width;
    const TextBox inside = text_box_of(parts.text_style, look.kind);
    const auto wrapped = [&](const TextStyle& style, std::string_view words) {
        return words.empty() ? Lines{} : wrap_text(style, words, width);
    };
    parts.labels = wrapped(parts.label_style, look.label);
    parts.hints = wrapped(parts.small_style, look.hint);
    parts.errors = look.error.empty()
                       ? Lines{}
                       : wrap_text(parts.small_style, look.error, width - icon_size(parts.small_style) - 8);
    // The page shows the text that is being typed, and knows how high it is: wrapping it again with each key is for nothing.
    const bool shown_by_page = look.kind == FieldKind::multiline && ui.input().text_height(id) > 0;
    if (!shown_by_page)
        parts.texts = wrap_text(parts.text_style, text, box_width - inside.padding_left - inside.padding_right);
    parts.box_height = box_height(ui, id, look, parts);
    const float above = lines_height(parts.label_style, parts.labels) + lines_height(parts.small_style, parts.hints) +
                        lines_height(parts.small_style, parts.errors) + (parts.errors.empty() ? 0.0f : 4.0f) + 6;
    parts.notes = wrapped(parts.small_style, look.note);
    const float below = parts.notes.empty() ? 0 : lines_height(parts.small_style, parts.notes) + 2;
    parts.all = ui.place(0, above + parts.box_height + below);
    parts.label = {parts.all.x, parts.all.y, width, lines_height(parts.label_style, parts.labels)};
    parts.hint = {parts.all.x, parts.label.y + parts.label.height, width, lines_height(parts.small_style, parts.hints)};
    parts.error = {parts.all.x, parts.hint.y + parts.hint.height + 2, width,
                   lines_height(parts.small_style, parts.errors)};
    parts.box = {parts.all.x, parts.all.y + above, box_width, parts.box_height};
    return parts;
}

NodeId record_words(Ui& ui, NodeId field, std::string_view key, Role role, std::string_view text, const Bounds& box) {
    if (text.empty()) return 0;
    SemanticNode node;
    node.id = child_id(field, key);
    node.role = role;
    node.name = text;
    node.bounds = ui.to_content(box);
    if (role == Role::label) node.target = field;
    return ui.tree().add(std::move(node));
}

NodeId record(Ui& ui, NodeId id, const Field& look, const Parts& parts) {
    record_words(ui, id, "label", Role::label, look.label, parts.label);
    SemanticNode node;
    node.hint_text = record_words(ui, id, "hint", Role::text, look.hint, parts.hint);
    node.error_text = record_words(ui, id, "error", Role::text, look.error, parts.error);
    node.id = id;
    node.role = role_of(look.kind);
    node.name = look.label;
    node.value = look.value;
    node.description = look.hint;
    node.error = look.error;
    node.bounds = ui.to_content(parts.box);
    node.state.disabled = !look.enabled;
    node.state.invalid = !look.error.empty();
    node.state.required = look.required;
    node.text_box = text_box_of(parts.text_style, look.kind);
    node.autocomplete = look.autocomplete;
    node.letters = to_word(look.letters);
    node.length_max = look.length_max;
    return ui.tree().add(std::move(node));
}

void draw_above(Ui& ui, const Parts& parts) {
    const Palette& colours = ui.theme().colours;
    draw_lines(ui, parts.label_style, parts.label.x, parts.label.y, colours.ink, parts.labels);
    draw_lines(ui, parts.small_style, parts.hint.x, parts.hint.y, colours.quiet_ink, parts.hints);
    if (parts.errors.empty()) return;
    const float sign = icon_size(parts.small_style);
    draw_icon(ui, Icon::triangle_alert, parts.error.x + sign / 2, parts.error.y + parts.small_style.line / 2, sign,
              colours.danger);
    draw_lines(ui, parts.small_style, parts.error.x + sign + 8, parts.error.y, colours.danger, parts.errors);
}

void draw_box(Ui& ui, NodeId id, const Field& look, const Parts& parts, bool editing) {
    const Palette& colours = ui.theme().colours;
    const bool wrong = !look.error.empty();
    fill(ui, parts.box, look.enabled ? colours.sunken : colours.muted, Theme::radius - 2);
    const Colour edge = editing                  ? colours.accent
                        : wrong                  ? colours.danger
                        : ui.input().hovered(id) ? colours.ink
                                                 : colours.strong_line;
    outline(ui, parts.box, edge, Theme::radius - 2, editing || wrong ? 2.0f : 1.0f);
    const float middle = parts.box.y + parts.box.height / 2;
    const float sign = icon_size(parts.text_style);
    if (look.kind == FieldKind::search)
        draw_icon(ui, Icon::search, parts.box.x + 12 + sign / 2, middle, sign, colours.quiet_ink);
    if (look.kind == FieldKind::date && !editing)
        draw_icon(ui, Icon::calendar_days, parts.box.x + parts.box.width - 12 - sign / 2, middle, sign,
                  colours.quiet_ink);
    // The page's editor brings no ring of its own.
    if (!editing) return;
    const Colour halo = colours.hard ? colours.focus_ring : blend(colours.paper, colours.accent, 0.35f);
    outline(ui, inset(parts.box, -3), halo, Theme::radius + 1, colours.hard ? 4.0f : 3.0f);
}

void draw_text(Ui& ui, const Field& look, const Parts& parts) {
    const Palette& colours = ui.theme().colours;
    const TextBox inside = text_box_of(parts.text_style, look.kind);
    const float x = parts.box.x + inside.padding_left;
    const float y = parts.box.y + padding_y;
    const Colour ink = look.enabled ? colours.ink : colours.disabled_ink;
    if (look.kind == FieldKind::multiline) {
        draw_lines(ui, parts.text_style, x, y, ink, parts.texts);
        return;
    }
    const float room = parts.box.width - inside.padding_left - inside.padding_right -
                       (look.kind == FieldKind::date ? icon_size(parts.text_style) + 4 : 0.0f);
    std::string shown = shown_text(look, look.value);
    if (look.kind == FieldKind::date && text_width(parts.text_style, shown) > room) shown = in_figures(look.value);
    if (!parts.texts.empty()) draw_value(ui, parts.text_style, x, y, room, ink, shown);
}

void draw_note(Ui& ui, const Field& look, const Parts& parts) {
    if (look.note.empty()) return;
    const float y = parts.box.y + parts.box.height + 2;
    const Bounds box{parts.all.x, y, ui.width(), lines_height(parts.small_style, parts.notes)};
    SemanticNode node;
    node.id = ui.next_text_id();
    node.name = look.note;
    node.bounds = ui.to_content(box);
    ui.tree().add(std::move(node));
    const Palette& colours = ui.theme().colours;
    draw_lines(ui, parts.small_style, box.x, y, look.note_is_problem ? colours.danger : colours.quiet_ink, parts.notes);
}

}  // namespace

FieldAnswer field(Ui& ui, std::string_view key, const Field& look) {
    NodeId id = ui.id(key);
    const std::string* edited = ui.input().edited(id);
    const std::string text = shown_text(look, edited ? std::string_view(*edited) : look.value);
    const Parts parts = measure(ui, id, look, text);
    id = record(ui, id, look, parts);
    const bool editing = ui.input().focused() == id;
    if (ui.is_seen(parts.all)) {
        draw_above(ui, parts);
        draw_box(ui, id, look, parts, editing);
        if (!editing) draw_text(ui, look, parts);
    }
    draw_note(ui, look, parts);
    FieldAnswer answer;
    if (edited) answer.edited = *edited;
    answer.left = ui.input().left(id);
    answer.submitted = ui.input().submitted(id);
    answer.editing = editing;
    return answer;
}

}  // namespace kitbag::widgets
