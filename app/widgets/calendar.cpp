#include "app/widgets/calendar.h"

#include <algorithm>

#include "app/widgets/paint.h"
#include "app/widgets/text_layout.h"
#include "core/base/check.h"

namespace kitbag::widgets {
namespace {

constexpr int days_of_week = 7;
constexpr std::size_t lines_max = 3;
constexpr float column_least = 92, padding = 8;

struct Plan {
    Bounds box;
    TextStyle style;
    float scale = 1, column = 0, headings = 0, week = 0;

    Bounds cell(int row, int column_number) const {
        return {box.x + column * static_cast<float>(column_number), box.y + headings + week * static_cast<float>(row),
                column, week};
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

// As much of it as one line has room for.
void draw_one_line(Ui& ui, const TextStyle& style, float x, float y, float room, Colour ink, std::string_view text) {
    const auto lines = wrap_text(style, text, room);
    if (!lines.empty()) draw_line(ui, style, x, y, ink, lines.front());
}

void draw_cell(Ui& ui, const Plan& plan, const CalendarCell& cell, const Bounds& box) {
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
    const std::size_t shown = cell.lines.size() > lines_max ? lines_max - 1 : cell.lines.size();
    const float room = box.width - 2 * padding;
    for (std::size_t place = 0; place < shown; ++place) {
        fill(ui, {box.x + 3, y + 2, 3, plan.style.line - 4}, colours.accent, 1.5f);
        draw_one_line(ui, plan.style, box.x + padding + 2, y, room, ink, cell.lines[place]);
        y += plan.style.line;
    }
    if (shown < cell.lines.size()) {
        const std::string more = "+" + std::to_string(cell.lines.size() - shown);
        draw_line(ui, plan.style, box.x + padding + 2, y, colours.quiet_ink, more);
    }
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
    plan.style = ui.theme().text(TextSize::small);
    plan.scale = ui.theme().text_scale();
    plan.headings = plan.style.line + 2 * padding;
    plan.week = plan.style.line * static_cast<float>(lines_max + 1) + 3 * padding;
    plan.box = ui.place(0, plan.headings + plan.week * static_cast<float>(weeks));
    plan.column = plan.box.width / days_of_week;
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
        draw_one_line(ui, plan.style, box.x + padding, box.y + padding, box.width - padding,
                      ui.theme().colours.quiet_ink, name);
    }
    ui.tree().close();
    for (int row = 0; row < weeks; ++row) {
        const Bounds first = plan.cell(row, 0);
        const NodeId id = open_row(ui, table, row + 2, {first.x, first.y, plan.box.width, plan.week});
        for (int column = 0; column < days_of_week; ++column) {
            const CalendarCell& cell = look.cells[static_cast<std::size_t>(row * days_of_week + column)];
            const Bounds box = plan.cell(row, column);
            record(ui, child_id(id, static_cast<std::uint64_t>(column)), Role::cell, cell.spoken, box, cell.today);
            if (ui.is_seen(box)) draw_cell(ui, plan, cell, box);
        }
        ui.tree().close();
    }
    draw_grid(ui, plan, weeks);
    ui.tree().close();
}

}  // namespace kitbag::widgets
