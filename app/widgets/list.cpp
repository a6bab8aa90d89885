#include "app/widgets/list.h"

#include <algorithm>

#include "app/widgets/marked_text.h"
#include "app/widgets/paint.h"
#include "app/widgets/text_layout.h"
#include "core/base/fingerprint.h"

namespace kitbag::widgets {
namespace {

constexpr float padding = 16;
constexpr float excerpt_gap = 6;

// Which of how many a row is, counted from 1, where not all of them are told; else nothing.
struct Numbered {
    std::size_t index = 0, count = 0;
};

NodeId open_item(Ui& ui, NodeId id, const Numbered& numbered = {}) {
    SemanticNode node;
    node.id = child_id(id, 0);
    node.role = Role::list_item;
    node.row_index = static_cast<int>(numbered.index);
    node.row_count = static_cast<int>(numbered.count);
    return ui.tree().open(std::move(node));
}

NodeId open_list(Ui& ui, std::string_view label) {
    SemanticNode node;
    node.id = child_id(ui.id("list"), 0);
    node.role = Role::list;
    node.name = label;
    return ui.tree().open(std::move(node));
}

// Lines stand between rows only: none over the first, and none under the last.
bool is_first(Ui& ui) {
    return ui.area().cursor == ui.area().y;
}

void line_above(Ui& ui, const Bounds& box) {
    fill(ui, {box.x + padding, box.y, box.width - 2 * padding, 1}, ui.theme().colours.line);
}

struct RowParts {
    TextStyle title_style, detail_style, excerpt_style;
    Lines titles, details, excerpt;
    float badge_width = 0;
    float badge_below = 0;  // How high it is, where it stands below the words.

    float height() const {
        return lines_height(title_style, titles) + lines_height(detail_style, details) +
               (excerpt.empty() ? 0.0f : lines_height(excerpt_style, excerpt) + excerpt_gap) +
               (badge_below > 0 ? badge_below + 6 : 0.0f);
    }
    float box_height() const { return std::max(Theme::touch + 8, height() + 24); }
};

RowParts measure(Ui& ui, const ListRow& look) {
    RowParts parts;
    parts.title_style = ui.theme().text(TextSize::body, true);
    parts.detail_style = ui.theme().text(TextSize::small);
    if (!look.badge.empty()) parts.badge_width = badge_width(ui, look.badge) + 12;
    const float whole = ui.width() - 2 * padding - 24;
    if (parts.badge_width > ui.width() * 0.4f) parts.badge_below = badge_height(ui, look.badge, whole);
    const float room = parts.badge_below > 0 ? whole : whole - parts.badge_width;
    parts.titles = wrap_text(parts.title_style, look.title, room);
    if (!look.detail.empty()) parts.details = wrap_text(parts.detail_style, look.detail, room);
    parts.excerpt_style = ui.theme().text(TextSize::body);
    if (!look.excerpt.empty()) parts.excerpt = wrap_text(parts.excerpt_style, look.excerpt, room);
    return parts;
}

void draw_row(Ui& ui, NodeId id, const ListRow& look, const RowParts& parts, const Bounds& box) {
    const Palette& colours = ui.theme().colours;
    const bool held = ui.input().pressed(id);
    if (look.current || held || ui.input().hovered(id)) {
        fill(ui, inset(box, 2), held ? blend(colours.accent_soft, colours.accent, 0.15f) : colours.accent_soft,
             Theme::radius - 2);
    }
    if (look.current && colours.hard) outline(ui, inset(box, 2), colours.accent, Theme::radius - 2);
    if (look.current) fill_left(ui, {box.x + 2, box.y + 2, 5, box.height - 4}, colours.accent, Theme::radius - 2);
    const float y = box.y + (box.height - parts.height()) / 2;
    draw_lines(ui, parts.title_style, box.x + padding, y, colours.ink, parts.titles);
    draw_lines(ui, parts.detail_style, box.x + padding, y + lines_height(parts.title_style, parts.titles),
               colours.quiet_ink, parts.details);
    const float above = lines_height(parts.title_style, parts.titles) + lines_height(parts.detail_style, parts.details);
    draw_marked_lines(ui, parts.excerpt_style, {box.x + padding, y + above + excerpt_gap}, {look.excerpt, look.found},
                      parts.excerpt);
    chevron(ui, box.x + box.width - padding - 4, box.y + box.height / 2, false, colours.quiet_ink);
    const float whole = box.width - 2 * padding - 24;
    if (parts.badge_below > 0) {
        draw_badge(ui, box.x + padding, y + parts.height() - parts.badge_below / 2, whole, look.badge, look.badge_tone);
    } else if (parts.badge_width > 0) {
        const float x = box.x + box.width - padding - 24 - (parts.badge_width - 12);
        draw_badge(ui, x, box.y + box.height / 2, whole, look.badge, look.badge_tone);
    }
    focus_ring(ui, id, inset(box, 4), Theme::radius - 4);
}

// True when it was pressed.
bool show_row(Ui& ui, NodeId wanted, const ListRow& look, const RowParts& parts, const Bounds& box,
              const Numbered& numbered, bool first) {
    const NodeId item = open_item(ui, wanted, numbered);
    SemanticNode node;
    node.id = wanted;
    node.role = Role::button;
    node.name = look.title;
    node.description = look.detail;
    if (!look.excerpt.empty()) node.description += (node.description.empty() ? "" : "\n") + std::string(look.excerpt);
    if (!look.badge.empty()) node.description += (node.description.empty() ? "" : ", ") + std::string(look.badge);
    node.bounds = ui.to_content(box);
    node.state.current = look.current;
    const NodeId id = ui.tree().add(std::move(node));
    ui.tree().set_bounds(item, ui.to_content(box));
    ui.tree().close();
    if (ui.is_seen(box)) {
        draw_row(ui, id, look, parts, box);
        if (!first) line_above(ui, box);
    }
    return ui.input().activated(id);
}

using RowAt = std::function<KeyedRow(std::size_t)>;

// All that the rows' places depend on.
std::uint64_t fingerprint_of(Ui& ui, std::size_t count, const RowAt& row_at) {
    Fingerprint found;
    found.add(ui.id(""));
    for (const float number : {ui.input().surroundings().pixel_ratio, ui.theme().text_scale(), ui.width()})
        found.add(number);
    for (std::size_t place = 0; place < count; ++place) {
        const auto [key, look] = row_at(place);
        for (const std::string_view text : {key, look.title, look.detail, look.badge, look.excerpt}) found.add(text);
    }
    return found.value();
}

void measure_rows(Ui& ui, std::size_t count, RowsMemory& memory, const RowAt& row_at) {
    if (ui.unchanged() && memory.measured != 0) return;
    const std::uint64_t fingerprint = fingerprint_of(ui, count, row_at);
    if (memory.measured == fingerprint) return;
    memory.measured = fingerprint;
    memory.rows.clear();
    float y = 0;
    for (std::size_t place = 0; place < count; ++place) {
        const auto [key, look] = row_at(place);
        memory.rows.push_back({.id = ui.id(key), .y = y, .height = measure(ui, look).box_height()});
        y += memory.rows.back().height;
    }
}

}  // namespace

void list(Ui& ui, std::string_view key, std::string_view label, const Contents& rows) {
    const KeyScope scope(ui, key);
    const NodeId id = open_list(ui, label);
    const Area here = ui.area();
    ui.open_area({.x = here.x, .y = here.cursor, .width = here.width, .gap = 0});
    rows();
    const Area inside = ui.close_area();
    const Bounds box = ui.place(0, inside.bottom - inside.y);
    ui.tree().set_bounds(id, ui.to_content(box));
    ui.tree().close();
}

bool list_row(Ui& ui, std::string_view key, const ListRow& look) {
    const RowParts parts = measure(ui, look);
    const bool first = is_first(ui);
    return show_row(ui, ui.id(key), look, parts, ui.place(0, parts.box_height()), {}, first);
}

std::optional<std::size_t> long_list(Ui& ui, std::string_view key, std::string_view label, std::size_t count,
                                     RowsMemory& memory, const std::function<KeyedRow(std::size_t)>& row_at) {
    const KeyScope scope(ui, key);
    measure_rows(ui, count, memory, row_at);
    const std::vector<MeasuredRow>& rows = memory.rows;
    const Bounds box = ui.place(0, rows.empty() ? 0 : rows.back().y + rows.back().height);
    const NodeId list = open_list(ui, label);
    ui.tree().set_bounds(list, ui.to_content(box));
    std::vector<bool> told = told_rows(ui, rows, box);
    if (!told.empty())
        told.front() = true;  // So that a list far below has an entry, and the Tab before it leads there.
    std::optional<std::size_t> pressed;
    for (std::size_t place = 0; place < count; ++place) {
        if (!told[place]) continue;
        const ListRow look = row_at(place).look;
        const Bounds row_box{box.x, box.y + rows[place].y, box.width, rows[place].height};
        if (show_row(ui, rows[place].id, look, measure(ui, look), row_box, {place + 1, count}, place == 0))
            pressed = place;
    }
    ui.tree().close();
    return pressed;
}

void list_entry(Ui& ui, std::string_view key, const Contents& contents) {
    const KeyScope scope(ui, key);
    const NodeId item = open_item(ui, ui.id("entry"));
    const bool first = is_first(ui);
    const Area here = ui.area();
    ui.open_area({.x = here.x + padding, .y = here.cursor + 12, .width = here.width - 2 * padding, .gap = 8});
    contents();
    const Area inside = ui.close_area();
    const Bounds box = ui.place(0, inside.bottom - inside.y + 24);
    ui.tree().set_bounds(item, ui.to_content(box));
    ui.tree().close();
    if (!first) line_above(ui, box);
}

void empty_state(Ui& ui, std::string_view title, std::string_view what_to_do) {
    const TextStyle title_style = ui.theme().text(TextSize::title3, true);
    const TextStyle style = ui.theme().text(TextSize::body);
    const Area here = ui.area();
    const float room = std::min(here.width - 2 * padding, 460 * ui.theme().text_scale());
    const auto titles = wrap_text(title_style, title, room);
    const auto lines = wrap_text(style, what_to_do, room);
    const Bounds box = ui.place(0, lines_height(title_style, titles) + lines_height(style, lines) + 8 + 2 * 28);
    const Palette& colours = ui.theme().colours;
    tint(ui, box, blend(colours.paper, colours.table, 0.6f), colours.line, Theme::radius);
    SemanticNode node;
    node.id = ui.next_text_id();
    node.name = std::string(title) + ". " + std::string(what_to_do);
    node.bounds = ui.to_content(box);
    ui.tree().add(std::move(node));
    const auto centred = [&](const TextStyle& text, float y, Colour colour, const Lines& words) {
        for (const std::string_view line : words) {
            draw_line(ui, text, box.x + (box.width - text_width(text, line)) / 2, y, colour, line);
            y += text.line;
        }
        return y;
    };
    const float y = centred(title_style, box.y + 28, ui.theme().colours.ink, titles);
    centred(style, y + 8, ui.theme().colours.quiet_ink, lines);
}

}  // namespace kitbag::widgets
