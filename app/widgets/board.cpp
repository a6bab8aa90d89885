#include "app/widgets/board.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include <imgui.h>

#include "app/widgets/board_cells.h"
#include "app/widgets/paint.h"
#include "app/widgets/text_layout.h"
#include "core/base/check.h"
#include "core/base/fingerprint.h"

namespace kitbag::widgets {
namespace {

// Times the text's scale, as all widths here. Below the names there is room for headings of two lines.
constexpr float column_least = 66, column_least_below = 80, column_most = 96;
constexpr float name_least = 248;

// Where everything lies, from left to right. Screen coordinates.
struct Plan {
    float scale = 1;
    float padding = 16;
    bool above = false;  // Names stand above their cells.
    float x = 0, width = 0;
    float name_width = 0;
    float cells_x = 0, column_width = 0;
    std::size_t first = 0, count = 0;  // The columns that are shown.

    float column_x(std::size_t place) const { return cells_x + static_cast<float>(place) * column_width; }
};

struct HeadingRow {
    TextStyle style, name_style;
    Lines name;  // None where names stand above their cells: there it would head no column.
    std::vector<Lines> columns;
    float height = 0;
};

// What a row is drawn with: the same for all.
struct RowStyles {
    TextStyle title, detail;
    float room = 0;  // For the words of both.

    float height_of(const MeasuredRow& row) const {
        return title.line * static_cast<float>(row.titles) + detail.line * static_cast<float>(row.details);
    }
};

float padding_of(const Ui& ui) {
    return ui.narrow() ? 12 : 16;
}

bool names_above(const Ui& ui) {
    return ui.width() < 560 * ui.theme().text_scale();
}

Plan plan_of(const Ui& ui, const Board& look, float x) {
    Plan plan;
    plan.scale = ui.theme().text_scale();
    plan.padding = padding_of(ui);
    plan.above = names_above(ui);
    plan.x = x;
    plan.width = ui.width();
    plan.count = std::min(look.columns.size(), static_cast<std::size_t>(board_columns_fit(ui)));
    plan.first = look.columns.size() - plan.count;
    const float room = plan.width - 2 * plan.padding;
    const float share =
        (plan.above ? room : room - name_least * plan.scale) / static_cast<float>(std::max<std::size_t>(plan.count, 1));
    plan.column_width = std::min(share, column_most * plan.scale);
    const float cells_width = plan.column_width * static_cast<float>(plan.count);
    plan.name_width = plan.above ? room : room - cells_width;
    plan.cells_x = plan.above ? plan.x + plan.padding : plan.x + plan.padding + plan.name_width;
    return plan;
}

bool is_current(const Board& look, std::size_t column) {
    return look.current_column >= 0 && static_cast<std::size_t>(look.current_column) == column;
}

// Each word on a line of its own, and a word that is too long for one on several.
Lines words_below_each_other(const TextStyle& style, std::string_view text, float width) {
    Lines lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(" \n"), text.size());
        if (end > 0) {
            for (const std::string_view line : wrap_text(style, text.substr(0, end), width)) lines.add(line);
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

bool has_room(const TextStyle& style, std::string_view text, float width) {
    const auto lines = wrap_text(style, text, 1e6f);
    return std::ranges::all_of(lines, [&](std::string_view line) { return text_width(style, line) <= width; });
}

HeadingRow measure_headings(Ui& ui, const Plan& plan, const Board& look) {
    HeadingRow row;
    row.style = ui.theme().text(TextSize::small);
    row.name_style = ui.theme().text(TextSize::small, true);
    if (!plan.above) row.name = wrap_text(row.name_style, look.row_heading, plan.name_width - 8);
    // Where one does not fit as it is written, all are broken alike, so that they still read as one row.
    const std::span shown = look.columns.subspan(plan.first, plan.count);
    const bool fit = std::ranges::all_of(
        shown, [&](const std::string& text) { return has_room(row.style, text, plan.column_width - 8); });
    std::size_t tallest = row.name.size();
    for (const std::string& text : shown) {
        row.columns.push_back(fit ? wrap_text(row.style, text, plan.column_width)
                                  : words_below_each_other(row.style, text, plan.column_width - 2));
        tallest = std::max(tallest, row.columns.back().size());
    }
    row.height = std::max(Theme::touch, row.style.line * static_cast<float>(tallest) + 20);
    return row;
}

RowStyles styles_of(const Ui& ui, const Plan& plan) {
    constexpr float chevron_room = 28;  // At the end of the words.
    return {ui.theme().text(TextSize::body, true), ui.theme().text(TextSize::small), plan.name_width - chevron_room};
}

// All that a row's place depends on.
std::uint64_t fingerprint_of(Ui& ui, const Plan& plan, const Board& look, const RowStyles& styles, float y) {
    Fingerprint found;
    found.add(ui.id(""));
    found.add(ui.input().surroundings().pixel_ratio);
    for (const float number : {styles.title.size, styles.detail.size, styles.room, plan.scale, y}) found.add(number);
    found.add(plan.above);
    for (std::size_t place = 0; place < look.row_count; ++place) {
        const BoardRow row = look.row(place);
        for (const std::string_view text : {row.key, row.title, row.detail}) found.add(text);
    }
    return found.value();
}

// Puts the rows one below the other from `y` on.
void measure_rows(Ui& ui, const Plan& plan, const Board& look, const RowStyles& styles, float y, RowsMemory& memory) {
    if (ui.unchanged() && memory.measured != 0) return;
    const std::uint64_t fingerprint = fingerprint_of(ui, plan, look, styles, y);
    if (memory.measured == fingerprint) return;
    memory.measured = fingerprint;
    memory.rows.resize(look.row_count);
    for (std::size_t place = 0; place < look.row_count; ++place) {
        MeasuredRow& row = memory.rows[place];
        const BoardRow given = look.row(place);
        row.id = ui.id(given.key);
        row.titles = lines_of(styles.title, given.title, styles.room);
        row.details = given.detail.empty() ? 0 : lines_of(styles.detail, given.detail, styles.room);
        const float names = styles.height_of(row);
        const float cells = BoardCells::height * plan.scale;
        row.height = std::max(Theme::touch, plan.above ? names + cells + 28 : std::max(names, cells) + 18);
        row.y = y;
        y += row.height;
    }
}

NodeId row_id(const MeasuredRow& row) {
    return child_id(row.id, 0);
}

NodeId open_row(Ui& ui, NodeId id, int index, const Bounds& box) {
    SemanticNode node;
    node.id = id;
    node.role = Role::row;
    node.row_index = index;
    node.bounds = ui.to_content(box);
    return ui.tree().open(std::move(node));
}

void record_words(Ui& ui, NodeId id, Role role, std::string_view words, const Bounds& box, bool current = false) {
    SemanticNode node;
    node.id = id;
    node.role = role;
    node.name = words;
    node.bounds = ui.to_content(box);
    node.state.current = current;
    ui.tree().add(std::move(node));
}

void record_headings(Ui& ui, const Plan& plan, const Board& look, const Bounds& box, NodeId table) {
    const NodeId row = open_row(ui, child_id(table, 0), 1, box);
    // It heads no column where the names stand above their cells, and is only read out there.
    record_words(ui, child_id(row, 0), Role::column_header, look.row_heading,
                 {box.x + plan.padding, box.y, plan.name_width, plan.above ? 1 : box.height});
    for (std::size_t place = 0; place < plan.count; ++place) {
        const std::size_t column = plan.first + place;
        std::string words = look.columns[column];
        std::ranges::replace(words, '\n', ' ');
        record_words(ui, child_id(row, column + 1), Role::column_header, words,
                     {plan.column_x(place), box.y, plan.column_width, box.height}, is_current(look, column));
    }
    ui.tree().close();
}

// Where a row's cells lie: beside the names over the whole height, or along its lower edge.
Bounds cells_of(const Plan& plan, const Bounds& box) {
    const float width = plan.column_width * static_cast<float>(plan.count);
    if (!plan.above) return {plan.cells_x, box.y, width, box.height};
    const float height = BoardCells::height * plan.scale + 16;
    return {plan.cells_x, box.y + box.height - height, width, height};
}

// One that the page is told of.
struct NearRow {
    BoardRow given;
    const MeasuredRow& measured;
    std::span<const BoardCell> cells;
    int index = 0;  // Among all rows of the table, its headings the first.
    Bounds box;
};

// Gives the id of what is pressed to open the row: it reaches over the whole row. Of a row that is only read, that of its name.
NodeId record_row(Ui& ui, const Plan& plan, const NearRow& row) {
    const auto& [given, measured, cells, index, box] = row;
    const Bounds room = cells_of(plan, box);
    open_row(ui, row_id(measured), index, box);
    SemanticNode header;
    header.id = child_id(measured.id, 1);
    header.role = Role::row_header;
    header.bounds =
        ui.to_content({box.x, box.y, plan.padding + plan.name_width, plan.above ? room.y - box.y : box.height});
    SemanticNode name;
    name.id = measured.id;
    name.role = given.opens ? Role::button : Role::text;
    name.name = given.title;
    name.description = given.detail;
    name.bounds = given.opens ? ui.to_content(box) : header.bounds;
    ui.tree().open(std::move(header));
    const NodeId pressed = ui.tree().add(std::move(name));
    ui.tree().close();
    for (std::size_t place = 0; place < plan.count; ++place) {
        const std::size_t column = plan.first + place;
        record_words(ui, child_id(measured.id, column + 2), Role::cell, cells[column].spoken,
                     {plan.column_x(place), room.y, plan.column_width, room.height});
    }
    ui.tree().close();
    return pressed;
}

void draw_row(Ui& ui, const Plan& plan, const NearRow& row, const RowStyles& styles, BoardCells& pictures) {
    const auto& [given, measured, cells, index, box] = row;
    const Palette& colours = ui.theme().colours;
    if (!given.opens) fill(ui, inset(box, 2), colours.table, Theme::radius - 2);
    const bool held = ui.input().pressed(measured.id);
    if (held || ui.input().hovered(measured.id)) {
        fill(ui, inset(box, 2), held ? blend(colours.accent_soft, colours.accent, 0.15f) : colours.accent_soft,
             Theme::radius - 2);
    }
    const float names = styles.height_of(measured);
    const float x = box.x + plan.padding;
    const float y = plan.above ? box.y + 10 : box.y + (box.height - names) / 2;
    draw_lines(ui, styles.title, x, y, colours.ink, wrap_text(styles.title, given.title, styles.room));
    const float below = y + styles.title.line * static_cast<float>(measured.titles);
    if (measured.details > 0)
        draw_lines(ui, styles.detail, x, below, colours.quiet_ink, wrap_text(styles.detail, given.detail, styles.room));
    if (given.opens) chevron(ui, x + plan.name_width - 12, y + names / 2, false, colours.quiet_ink);
    const Bounds room = cells_of(plan, box);
    for (std::size_t place = 0; place < plan.count; ++place)
        pictures.draw(cells[plan.first + place], {plan.column_x(place), room.y, plan.column_width, room.height});
    focus_ring(ui, measured.id, inset(box, 6), Theme::radius - 6);
}

// The headings are drawn last and over the rows, at the top of what is seen of the table.
void draw_headings(Ui& ui, const Plan& plan, const Board& look, const HeadingRow& row, const Bounds& table) {
    const Palette& colours = ui.theme().colours;
    const float lowest = std::max(table.y, table.y + table.height - row.height);
    const float y = std::clamp(ui.draw().GetClipRectMin().y, table.y, lowest);
    const bool stuck = y > table.y;
    const Bounds box{table.x, y, table.width, row.height};
    const float edge = colours.hard ? 2 : 1;
    fill(ui, {box.x + edge, box.y + (stuck ? 0 : edge), box.width - 2 * edge, box.height - edge}, colours.paper,
         stuck ? 0 : Theme::radius + 1);
    fill(ui, {box.x, box.y + box.height - 1, box.width, 1}, colours.strong_line);
    const float bottom = box.y + box.height - 10;
    draw_lines(ui, row.name_style, box.x + plan.padding, bottom - lines_height(row.name_style, row.name),
               colours.quiet_ink, row.name);
    for (std::size_t place = 0; place < plan.count; ++place) {
        const bool current = is_current(look, plan.first + place);
        float line_y = bottom - lines_height(row.style, row.columns[place]);
        for (const std::string_view line : row.columns[place]) {
            const float x = plan.column_x(place) + (plan.column_width - text_width(row.style, line)) / 2;
            draw_line(ui, row.style, x, line_y, current ? colours.accent : colours.quiet_ink, line);
            line_y += row.style.line;
        }
        if (current)
            fill(ui, {plan.column_x(place) + 4, box.y + box.height - 4, plan.column_width - 8, 4}, colours.accent, 2);
    }
}

void draw_sheet(Ui& ui, const Bounds& box) {
    const Palette& colours = ui.theme().colours;
    fill(ui, {box.x, box.y + 1, box.width, box.height + 1}, colours.line, Theme::radius + 2);
    fill(ui, box, colours.paper, Theme::radius + 2);
    outline(ui, box, colours.line, Theme::radius + 2);
}

NodeId open_table(Ui& ui, const Plan& plan, const Board& look, const Bounds& box) {
    SemanticNode node;
    node.id = child_id(ui.id("table"), 0);
    node.role = Role::table;
    node.name = look.label;
    node.row_count = static_cast<int>(look.row_count) + 1;
    node.column_count = static_cast<int>(plan.count) + 1;
    node.bounds = ui.to_content(box);
    return ui.tree().open(std::move(node));
}

}  // namespace

int board_columns_fit(const Ui& ui) {
    const float scale = ui.theme().text_scale();
    const bool above = names_above(ui);
    const float room = ui.width() - 2 * padding_of(ui) - (above ? 0 : name_least * scale);
    return std::max(1, static_cast<int>(room / ((above ? column_least_below : column_least) * scale)));
}

std::optional<std::string> board(Ui& ui, std::string_view key, const Board& look) {
    const KeyScope scope(ui, key);
    const Plan plan = plan_of(ui, look, ui.area().x);
    const HeadingRow headings = measure_headings(ui, plan, look);
    const RowStyles styles = styles_of(ui, plan);
    RowsMemory unkept;
    RowsMemory& memory = look.memory ? *look.memory : unkept;
    measure_rows(ui, plan, look, styles, headings.height, memory);
    const std::vector<MeasuredRow>& rows = memory.rows;
    const float height = rows.empty() ? headings.height : rows.back().y + rows.back().height;
    const Bounds box = ui.place(0, height + 4);
    const std::vector<bool> told = told_rows(ui, rows, box);
    const NodeId table = open_table(ui, plan, look, box);
    draw_sheet(ui, box);
    record_headings(ui, plan, look, {box.x, box.y, box.width, headings.height}, table);
    std::optional<std::string> pressed;
    BoardCells pictures(ui);
    for (std::size_t place = 0; place < rows.size(); ++place) {
        if (!told[place]) continue;
        const Bounds row_box{box.x, box.y + rows[place].y, box.width, rows[place].height};
        if (ui.told_as_before(row_id(rows[place]), row_box.y)) continue;
        const NearRow row{look.row(place), rows[place], look.cells(place), static_cast<int>(place) + 2, row_box};
        CHECK(row.cells.size() == look.columns.size());
        const NodeId id = record_row(ui, plan, row);
        if (row.given.opens && ui.input().activated(id)) pressed = std::string(row.given.key);
        if (!ui.is_seen(row_box)) continue;
        draw_row(ui, plan, row, styles, pictures);
        const float edge = row_box.y + row_box.height;
        if (place + 1 < rows.size())
            fill(ui, {box.x + plan.padding, edge - 1, box.width - 2 * plan.padding, 1}, ui.theme().colours.line);
    }
    draw_headings(ui, plan, look, headings, box);
    ui.tree().close();
    return pressed;
}

}  // namespace kitbag::widgets
