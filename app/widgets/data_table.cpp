#include "app/widgets/data_table.h"

#include <algorithm>
#include <vector>

#include "app/widgets/paint.h"
#include "app/widgets/text_layout.h"

namespace kitbag::widgets {
namespace {

constexpr float cell_padding = 8;
constexpr float column_least = 56;  // Times the text's scale.
constexpr float name_share = 0.4f;  // Of the width, that the names may take at most.

float longest_word(const TextStyle& style, std::string_view text) {
    float longest = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(" \n"), text.size());
        longest = std::max(longest, text_width(style, text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return longest;
}

struct Grid {
    bool fits = false;
    float name_width = 0;
    float column_width = 0;
};

Grid grid_of(const Ui& ui, const DataTable& look, const TextStyle& style, const TextStyle& bold) {
    Grid grid;
    float words = column_least * ui.theme().text_scale();
    for (const std::string& column : look.columns) words = std::max(words, text_width(bold, column));
    float name_least = longest_word(bold, look.corner), name_most = text_width(bold, look.corner);
    for (const DataRow& row : look.rows) {
        name_least = std::max(name_least, longest_word(bold, row.name));
        name_most = std::max(name_most, text_width(bold, row.name));
        for (const std::string_view cell : row.cells) words = std::max(words, longest_word(style, cell));
    }
    grid.name_width = std::max(name_least, std::min(name_most, ui.width() * name_share)) + cell_padding;
    const float room = ui.width() - grid.name_width;
    grid.column_width = room / static_cast<float>(std::max<std::size_t>(look.columns.size(), 1));
    grid.fits = grid.column_width >= words + cell_padding;
    return grid;
}

// One line of the grid: its name and what stands beside it.
struct Line {
    std::string_view name;
    std::vector<std::string_view> cells;
    bool heading = false;
};

void draw_grid_line(Ui& ui, TableRecord& record, const Grid& grid, const Line& line) {
    const TextStyle style = ui.theme().text(TextSize::small, line.heading);
    const TextStyle bold = ui.theme().text(TextSize::small, true);
    const Colour ink = line.heading ? ui.theme().colours.quiet_ink : ui.theme().colours.ink;
    const auto name = wrap_text(bold, line.name, grid.name_width - cell_padding);
    float height = lines_height(bold, name);
    std::vector<Lines> wrapped;
    for (const std::string_view cell : line.cells) {
        wrapped.push_back(wrap_text(style, cell, grid.column_width - cell_padding));
        height = std::max(height, lines_height(style, wrapped.back()));
    }
    const Bounds box = ui.place(0, height + 2 * cell_padding);
    ui.area().cursor -= ui.area().gap;  // Its lines stand close together.
    record.open_row(box);
    const Bounds name_box{box.x, box.y, grid.name_width, box.height};
    line.heading ? record.column_header(line.name, name_box) : record.row_header(line.name, name_box);
    draw_lines(ui, bold, box.x, box.y + cell_padding, ink, name);
    float x = box.x + grid.name_width;
    for (std::size_t place = 0; place < wrapped.size(); ++place, x += grid.column_width) {
        const Bounds cell{x, box.y, grid.column_width, box.height};
        line.heading ? record.column_header(line.cells[place], cell) : record.cell(line.cells[place], cell);
        float y = box.y + cell_padding;
        for (const std::string_view text : wrapped[place]) {
            draw_line(ui, style, x + grid.column_width - text_width(style, text), y, ink, text);
            y += style.line;
        }
    }
    record.close_row();
    fill(ui, {box.x, box.y + box.height - 1, box.width, 1}, ui.theme().colours.line);
}

void draw_grid(Ui& ui, TableRecord& record, const DataTable& look, const Grid& grid) {
    draw_grid_line(ui, record, grid, {look.corner, {look.columns.begin(), look.columns.end()}, true});
    for (const DataRow& row : look.rows)
        draw_grid_line(ui, record, grid, {row.name, {row.cells.begin(), row.cells.end()}, false});
    ui.area().cursor += ui.area().gap;
}

// Each row's name, and below it a line for each column.
void draw_blocks(Ui& ui, TableRecord& record, const DataTable& look, float x, float y) {
    const TextStyle style = ui.theme().text(TextSize::small);
    const TextStyle bold = ui.theme().text(TextSize::small, true);
    const Colour ink = ui.theme().colours.ink;
    record.open_row(told_only(x, y));
    record.column_header(look.corner, told_only(x, y));
    float indent = 0;
    for (const std::string& column : look.columns) {
        record.column_header(column, told_only(x, y));
        indent = std::max(indent, text_width(style, column) + 2 * cell_padding);
    }
    record.close_row();
    for (const DataRow& row : look.rows) {
        const auto name = wrap_text(bold, row.name, ui.width());
        const Bounds head = ui.place(0, lines_height(bold, name) + cell_padding);
        record.open_row(head);
        record.row_header(row.name, head);
        draw_lines(ui, bold, head.x, head.y, ink, name);
        for (std::size_t place = 0; place < row.cells.size(); ++place) {
            ui.area().cursor -= ui.area().gap;
            const auto words = wrap_text(style, row.cells[place], ui.width() - indent);
            const Bounds box = ui.place(0, lines_height(style, words) + cell_padding / 2);
            record.cell(row.cells[place], box, look.columns[place]);
            draw_line(ui, style, box.x, box.y, ui.theme().colours.quiet_ink, look.columns[place]);
            draw_lines(ui, style, box.x + indent, box.y, ink, words);
        }
        record.close_row();
    }
}

}  // namespace

TableRecord::TableRecord(Ui& ui, std::string_view key, std::string_view label, std::size_t rows, std::size_t columns,
                         const Bounds& box)
    : ui_(ui) {
    SemanticNode table;
    table.id = table_ = ui.id(key);
    table.role = Role::table;
    table.name = label;
    table.row_count = static_cast<int>(rows) + 1;
    table.column_count = static_cast<int>(columns) + 1;
    table.bounds = ui.to_content(box);
    ui.tree().open(std::move(table));
}

TableRecord::~TableRecord() {
    ui_.tree().close();
}

void TableRecord::open_row(const Bounds& box) {
    SemanticNode row;
    row.id = row_ = child_id(table_, ++rows_);
    row.role = Role::row;
    row.row_index = static_cast<int>(rows_);
    row.value = "still";  // The page keeps a board's headings at the top; these scroll away as they do in the picture.
    row.bounds = ui_.to_content(box);
    ui_.tree().open(std::move(row));
    parts_ = 0;
}

void TableRecord::close_row() {
    ui_.tree().close();
}

void TableRecord::column_header(std::string_view words, const Bounds& box, std::string_view description) {
    SemanticNode node = part(Role::column_header, words, box);
    node.description = description;
    ui_.tree().add(std::move(node));
}

void TableRecord::row_header(std::string_view words, const Bounds& box) {
    SemanticNode header = part(Role::row_header, "", box);
    SemanticNode text;
    text.id = child_id(header.id, 1);
    text.role = Role::text;
    text.name = words;
    text.bounds = header.bounds;
    ui_.tree().open(std::move(header));
    ui_.tree().add(std::move(text));
    ui_.tree().close();
}

void TableRecord::cell(std::string_view words, const Bounds& box, std::string_view beside) {
    SemanticNode node = part(Role::cell, words, box);
    node.value = beside;
    ui_.tree().add(std::move(node));
}

SemanticNode TableRecord::part(Role role, std::string_view words, const Bounds& box) {
    SemanticNode node;
    node.id = child_id(row_, ++parts_);
    node.role = role;
    node.name = words;
    node.bounds = ui_.to_content(box);
    return node;
}

void data_table(Ui& ui, std::string_view key, const DataTable& look) {
    const Grid grid = grid_of(ui, look, ui.theme().text(TextSize::small), ui.theme().text(TextSize::small, true));
    const float x = ui.area().x, y = ui.area().cursor;
    TableRecord record(ui, key, look.label, look.rows.size(), look.columns.size(), {x, y, ui.width(), 1});
    if (grid.fits)
        draw_grid(ui, record, look, grid);
    else
        draw_blocks(ui, record, look, x, y);
}

}  // namespace kitbag::widgets
