#include "app/widgets/calendar.h"

#include <algorithm>
#include <string>
#include <vector>

#include "app/widgets/paint.h"
#include "app/widgets/text_layout.h"
#include "core/base/check.h"

namespace kitbag::widgets {
namespace {

constexpr int days_of_week = 7;
constexpr std::size_t visits_max = 3;  // Of one day; of more the last line says how many.
constexpr float lines_least = 1;       // So high is a week without any.
constexpr float column_least = 92, padding = 8;

// A day's visits, each on as many lines as its words need.
struct CellLines {
    std::vector<std::string_view> lines;
    std::vector<bool> begins;  // Beside lines: one of the visits begins here.
    std::size_t left_over = 0;
};

struct Plan {
    Bounds box;
    TextStyle style, number_style;
    float scale = 1, column = 0, headings = 0;
    std::vector<CellLines> cells;
    std::vector<Lines> names;          // Of the days of the week.
    std::vector<float> tops, heights;  // Of the weeks, from the box's top.

    Bounds cell(int row, int column_number) const {
        const auto week = static_cast<std::size_t>(row);
        return {box.x + column * static_cast<float>(column_number), box.y + tops[week], column, heights[week]};
    }
};

NodeId record(Ui& ui, NodeId id, Role role, std::string_view name, const Bounds& box, bool current = false) {
    SemanticNode node;
    node.id = id;
    node.role = role;
    node.name = name;
    node.bounds = ui.to_content(box);
    node.state.current = current;
    return ui.tree().add(std::move(node));
}

NodeId open_row(Ui& ui, NodeId table, int index, const Bounds& box) {
    SemanticNode node;
    node.id = child_id(table, static_cast<std::uint64_t>(index));
    node.role = Role::row;
    node.row_index = index;
    node.bounds = ui.to_content(box);
    return ui.tree().open(std::move(node));
}

CellLines lines_of(const CalendarCell& cell, const TextStyle& style, float room) {
    CellLines made;
    const std::size_t shown = cell.lines.size() > visits_max ? visits_max - 1 : cell.lines.size();
    for (std::size_t place = 0; place < shown; ++place) {
        const std::size_t first = made.lines.size();
        for (const std::string_view line : wrap_text(style, cell.lines[place], room)) made.lines.push_back(line);
        made.begins.resize(made.lines.size());
        made.begins[first] = true;
    }
    made.left_over = cell.lines.size() - shown;
    return made;
}

// What all of it needs, from top to bottom: a week is as high as its fullest day.
void measure(Plan& plan, const Calendar& look) {
    float y = 0;
    for (const std::string_view name : look.weekdays) {
        plan.names.push_back(wrap_text(plan.style, name, plan.column - 2 * padding + 4));
        y = std::max(y, lines_height(plan.style, plan.names.back()) + 2 * padding);
    }
    plan.headings = y;
    float height = 0;
    for (std::size_t place = 0; place < look.cells.size(); ++place) {
        if (place % days_of_week == 0) height = plan.number_style.line + plan.style.line * lines_least + 3 * padding;
        plan.cells.push_back(lines_of(look.cells[place], plan.style, plan.column - 2 * padding - 2));
        const CellLines& cell = plan.cells.back();
        const std::size_t lines = cell.lines.size() + (cell.left_over > 0 ? 1 : 0);
        height = std::max(height, plan.number_style.line + plan.style.line * static_cast<float>(lines) + 3 * padding);
        if (place % days_of_week != days_of_week - 1) continue;
        plan.tops.push_back(y);
        plan.heights.push_back(height);
        y += height;
    }
    plan.box.height = y;
}

void draw_cell(Ui& ui, const Plan& plan, const CalendarCell& cell, const CellLines& words, const Bounds& box) {
    const Palette& colours = ui.theme().colours;
    if (!cell.in_month) fill(ui, inset(box, 1), blend(colours.paper, colours.table, 0.6f));
    const Colour ink = cell.in_month ? colours.ink : colours.quiet_ink;
    const TextStyle number_style = ui.theme().text(TextSize::small, cell.today);
    const std::string number = std::to_string(cell.number);
    float y = box.y + padding;
    if (cell.today) {
        const Bounds mark{box.x + 4, y - 3, text_width(number_style, number) + 2 * padding - 8 + 4,
                          number_style.line + 6};
        fill(ui, mark, colours.accent, Theme::radius - 4);
    }
    draw_line(ui, number_style, box.x + padding, y, cell.today ? colours.on_accent : ink, number);
    y += number_style.line + 6;
    for (std::size_t place = 0; place < words.lines.size(); ++place) {
        const float top = words.begins[place] ? 2.0f : 0.0f;
        fill(ui, {box.x + 3, y + top, 3, plan.style.line - top}, colours.accent);
        draw_line(ui, plan.style, box.x + padding + 2, y, ink, words.lines[place]);
        y += plan.style.line;
    }
    if (words.left_over > 0)
        draw_line(ui, plan.style, box.x + padding + 2, y, colours.quiet_ink, "+" + std::to_string(words.left_over));
}

void draw_grid(Ui& ui, const Plan& plan, int weeks) {
    const Colour line = ui.theme().colours.line;
    for (int row = 0; row < weeks; ++row) {
        const Bounds first = plan.cell(row, 0);
        fill(ui, {plan.box.x, first.y, plan.box.width, 1}, line);
    }
    for (int column = 1; column < days_of_week; ++column) {
        const Bounds top = plan.cell(0, column);
        fill(ui, {top.x, top.y, 1, plan.box.height - plan.headings}, line);
    }
    outline(ui, plan.box, line, Theme::radius);
}

}  // namespace

bool calendar_fits(const Ui& ui) {
    return ui.width() >= column_least * ui.theme().text_scale() * days_of_week;
}

void calendar(Ui& ui, std::string_view key, const Calendar& look) {
    CHECK(look.cells.size() % days_of_week == 0);
    const KeyScope scope(ui, key);
    const int weeks = static_cast<int>(look.cells.size()) / days_of_week;
    Plan plan;
    plan.style = plan.number_style = ui.theme().text(TextSize::small);
    plan.scale = ui.theme().text_scale();
    plan.column = ui.width() / days_of_week;
    measure(plan, look);
    plan.box = ui.place(0, plan.box.height);
    fill(ui, plan.box, ui.theme().colours.paper, Theme::radius);
    SemanticNode node;
    node.id = child_id(ui.id("table"), 0);
    node.role = Role::table;
    node.name = look.label;
    node.row_count = weeks + 1;
    node.column_count = days_of_week;
    node.bounds = ui.to_content(plan.box);
    const NodeId table = ui.tree().open(std::move(node));
    const NodeId headings = open_row(ui, table, 1, {plan.box.x, plan.box.y, plan.box.width, plan.headings});
    for (int column = 0; column < days_of_week; ++column) {
        const Bounds box{plan.cell(0, column).x, plan.box.y, plan.column, plan.headings};
        const std::string_view name = look.weekdays[static_cast<std::size_t>(column)];
        record(ui, child_id(headings, static_cast<std::uint64_t>(column)), Role::column_header, name, box);
        draw_lines(ui, plan.style, box.x + padding, box.y + padding, ui.theme().colours.quiet_ink,
                   plan.names[static_cast<std::size_t>(column)]);
    }
    ui.tree().close();
    for (int row = 0; row < weeks; ++row) {
        const Bounds first = plan.cell(row, 0);
        const NodeId id = open_row(ui, table, row + 2, {first.x, first.y, plan.box.width, first.height});
        for (int column = 0; column < days_of_week; ++column) {
            const auto place = static_cast<std::size_t>(row * days_of_week + column);
            const CalendarCell& cell = look.cells[place];
            const Bounds box = plan.cell(row, column);
            record(ui, child_id(id, static_cast<std::uint64_t>(column)), Role::cell, cell.spoken, box, cell.today);
            if (ui.is_seen(box)) draw_cell(ui, plan, cell, plan.cells[place], box);
        }
        ui.tree().close();
    }
    draw_grid(ui, plan, weeks);
    ui.tree().close();
}

}  // namespace kitbag::widgets
