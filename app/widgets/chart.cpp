#include "app/widgets/chart.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <vector>

#include "app/widgets/chart_scale.h"
#include "app/widgets/chart_strokes.h"
#include "app/widgets/data_table.h"
#include "app/widgets/paint.h"
#include "app/widgets/text_layout.h"

namespace kitbag::widgets {
namespace {

constexpr float height_usual = 240, height_narrow = 220;
constexpr float plot_least = 110;    // Narrower than this times the text's scale, nobody can read it.
constexpr float labels_most = 0.4f;  // Of the width, for the names at the ends of the lines.
constexpr float to_label = 12;       // From the plot to the names.

struct Label {
    std::size_t line = 0;
    std::string_view text;
    float wanted = 0;  // The middle of it, where the line ends,
    float y = 0;       // and its top.
    float height = 0;
};

// Where everything lies. Screen coordinates.
struct Plan {
    bool fits = false;
    TextStyle style;
    ChartScale scale;
    Bounds box, plot;
    float axis_width = 0, label_width = 0;
    std::vector<Label> labels;
    std::string ticks = {};  // The numbers of the axis, to be told where they stand.

    float x(std::size_t column, std::size_t columns) const {
        return plot.x + plot.width * (static_cast<float>(column) + 0.5f) / static_cast<float>(columns);
    }
    float y(double value) const { return plot.y + plot.height * static_cast<float>(1 - scale.place(value)); }
};

// With one decimal or none, and a minus sign, not a hyphen.
std::string number_text(double number, int decimals, std::string_view unit) {
    const long tenths = std::lround(number * 10);
    const long whole = decimals > 0 ? std::abs(tenths) / 10 : std::abs(std::lround(number));
    std::string words = number < 0 && tenths != 0 ? "−" : "";
    words += std::to_string(whole);
    if (decimals > 0) words += "." + std::to_string(std::abs(tenths) % 10);
    return words + std::string(unit);
}

std::vector<double> values_of(const Chart& look) {
    std::vector<double> values;
    for (const ChartLine& line : look.lines) {
        if (line.stroke == ChartStroke::none) continue;
        for (const ChartPoint& point : line.points) {
            if (point.value) values.push_back(static_cast<double>(*point.value));
        }
    }
    return values;
}

// The last point that has a value; nothing for a line that is not drawn.
std::optional<std::size_t> last_point(const ChartLine& line) {
    if (line.stroke == ChartStroke::none) return std::nullopt;
    for (std::size_t place = line.points.size(); place-- > 0;) {
        if (line.points[place].value) return place;
    }
    return std::nullopt;
}

float longest_word(const TextStyle& style, std::string_view text) {
    float longest = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        longest = std::max(longest, text_width(style, text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return longest;
}

std::vector<Label> labels_of(const Chart& look) {
    std::vector<Label> labels;
    for (std::size_t place = 0; place < look.lines.size(); ++place) {
        const ChartLine& line = look.lines[place];
        const auto last = last_point(line);
        if (!last) continue;
        labels.push_back({.line = place, .text = line.name});
    }
    return labels;
}

// Down where they would lie on each other, then up where they would leave the plot.
void spread(Plan& plan) {
    std::ranges::sort(plan.labels, {}, &Label::wanted);
    float free_from = plan.plot.y - plan.style.line / 2;
    for (Label& label : plan.labels) {
        label.y = std::max(label.wanted - label.height / 2, free_from);
        free_from = label.y + label.height;
    }
    float free_to = plan.plot.y + plan.plot.height + plan.style.line / 2;
    for (auto label = plan.labels.rbegin(); label != plan.labels.rend(); ++label) {
        label->y = std::min(label->y, free_to - label->height);
        free_to = label->y;
    }
}

Plan plan_of(Ui& ui, const Chart& look) {
    Plan plan;
    const float text_scale = ui.theme().text_scale();
    plan.style = ui.theme().text(TextSize::small);
    plan.scale = chart_scale(values_of(look), look.is_percent);
    for (int step = 0; step <= plan.scale.steps(); ++step) {
        const std::string text = number_text(plan.scale.low + step * plan.scale.step, plan.scale.decimals, look.unit);
        plan.axis_width = std::max(plan.axis_width, text_width(plan.style, text) + 8);
        plan.ticks += (step > 0 ? ", " : "") + text;
    }
    plan.labels = labels_of(look);
    float widest = 0;
    for (const Label& label : plan.labels) {
        plan.label_width = std::max(plan.label_width, longest_word(plan.style, label.text) + 2);
        widest = std::max(widest, text_width(plan.style, label.text) + 2);
    }
    plan.label_width = std::max(plan.label_width, std::min(widest, ui.width() * (ui.narrow() ? 0.3f : labels_most)));
    const float plot_width = ui.width() - plan.axis_width - plan.label_width - to_label;
    float year_width = 0;
    for (const std::string& column : look.columns) year_width = std::max(year_width, text_width(plan.style, column));
    plan.fits = !plan.labels.empty() && plot_width >= plot_least * text_scale && plot_width >= 2 * year_width;
    float labels_height = 0;
    for (Label& label : plan.labels) {
        label.height = plan.style.line * static_cast<float>(lines_of(plan.style, label.text, plan.label_width));
        labels_height += label.height;
    }
    const float height =
        std::max((ui.narrow() ? height_narrow : height_usual) * (0.5f + text_scale / 2), labels_height);
    plan.plot = {0, 0, plot_width, height};
    return plan;
}

// Only now is it known where it stands.
void put(Ui& ui, Plan& plan, const Chart& look) {
    const float above = plan.style.line / 2 + 2;
    const float below = plan.style.line * 1.5f + 10;
    plan.box = ui.place(0, above + plan.plot.height + below);
    plan.plot.x = plan.box.x + plan.axis_width;
    plan.plot.y = plan.box.y + above;
    for (Label& label : plan.labels) {
        const ChartLine& line = look.lines[label.line];
        label.wanted = plan.y(static_cast<double>(*line.points[*last_point(line)].value));
    }
    spread(plan);
}

void draw_axis(Ui& ui, const Plan& plan, const Chart& look) {
    const Palette& colours = ui.theme().colours;
    for (int step = 0; step <= plan.scale.steps(); ++step) {
        const double value = plan.scale.low + step * plan.scale.step;
        const float y = std::round(plan.y(value));
        const bool is_zero = std::abs(value) < plan.scale.step / 100;
        fill(ui, {plan.plot.x, y, plan.plot.width, 1}, is_zero || step == 0 ? colours.strong_line : colours.line);
        const std::string text = number_text(is_zero ? 0 : value, plan.scale.decimals, look.unit);
        draw_line(ui, plan.style, plan.plot.x - 8 - text_width(plan.style, text), y - plan.style.line / 2,
                  colours.quiet_ink, text);
    }
}

// As many of the years as have room, always with the last.
std::size_t years_apart(const Plan& plan, const Chart& look) {
    float widest = 0;
    for (const std::string& column : look.columns) widest = std::max(widest, text_width(plan.style, column) + 10);
    const float column_width = plan.plot.width / static_cast<float>(look.columns.size());
    return static_cast<std::size_t>(std::max(1.0f, std::ceil(widest / column_width)));
}

void tell_years(Ui& ui, TableRecord& record, const Plan& plan, const Chart& look) {
    const std::size_t count = look.columns.size();
    const std::size_t apart = years_apart(plan, look);
    const float y = plan.plot.y + plan.plot.height + plan.style.line / 2 + 4;
    record.open_row({plan.plot.x, y, plan.plot.width, plan.style.line + 4});
    record.column_header(look.corner, {plan.box.x, plan.box.y, plan.axis_width - 2, y - plan.box.y}, plan.ticks);
    for (std::size_t place = 0; place < count; ++place) {
        const float middle = plan.x(place, count);
        if ((count - 1 - place) % apart != 0) {
            record.column_header(look.columns[place], told_only(middle, plan.plot.y + plan.plot.height));
            continue;
        }
        const float width = text_width(plan.style, look.columns[place]);
        const float x = std::min(middle - width / 2, plan.plot.x + plan.plot.width - width);
        record.column_header(look.columns[place], {x - 2, y, width + 4, plan.style.line + 4});
        draw_line(ui, plan.style, x, y, ui.theme().colours.quiet_ink, look.columns[place]);
    }
    record.close_row();
}

// Each line has a slice of every column, so that a finger that explores the picture hears all of them, one below the other.
void tell_line(TableRecord& record, const Plan& plan, const Chart& look, std::size_t place) {
    const std::size_t count = look.columns.size();
    const float slice = plan.plot.height / static_cast<float>(look.lines.size());
    const float top = plan.plot.y + slice * static_cast<float>(place);
    const float column_width = plan.plot.width / static_cast<float>(count);
    const ChartLine& line = look.lines[place];
    record.open_row({plan.plot.x, top, plan.plot.width, slice});
    const auto label = std::ranges::find(plan.labels, place, &Label::line);
    record.row_header(line.name, label == plan.labels.end() ? told_only(plan.plot.x + 1, top)
                                                            : Bounds{plan.plot.x + plan.plot.width + to_label, label->y,
                                                                     plan.label_width, label->height});
    for (std::size_t column = 0; column < count; ++column) {
        record.cell(line.points[column].words,
                    {plan.plot.x + column_width * static_cast<float>(column), top, column_width, slice});
    }
    record.close_row();
}

void draw_chart_line(Ui& ui, const Plan& plan, const Chart& look, const ChartLine& line) {
    const std::size_t count = look.columns.size();
    std::vector<StrokePoint> points;
    for (std::size_t column = 0; column < count; ++column) {
        const auto& value = line.points[column].value;
        points.push_back({plan.x(column, count), value ? plan.y(static_cast<double>(*value)) : 0, value.has_value()});
    }
    draw_stroke(ui, line.stroke, points, plan.plot.width / static_cast<float>(count));
}

void draw_label(Ui& ui, const Plan& plan, const Chart& look, const Label& label) {
    const ChartLine& line = look.lines[label.line];
    const float from = plan.x(*last_point(line), look.columns.size());
    const float to = plan.plot.x + plan.plot.width + to_label - 3;
    stroke(ui, from, label.wanted, to, label.y + plan.style.line / 2, ui.theme().colours.strong_line, 1);
    const TextStyle style = plan.style;
    draw_lines(ui, style, to + 3, label.y, ink_of(ui, line.stroke), wrap_text(style, label.text, plan.label_width));
}

void draw_as_table(Ui& ui, std::string_view key, const Chart& look) {
    std::vector<std::string_view> cells;  // Of all rows, one after the other.
    cells.reserve(look.lines.size() * look.columns.size());
    std::vector<DataRow> rows;
    for (const ChartLine& line : look.lines) {
        const std::size_t first = cells.size();
        for (const ChartPoint& point : line.points) cells.push_back(point.words);
        rows.push_back({line.name, std::span(cells).subspan(first)});
    }
    data_table(ui, key, {look.label, look.corner, look.columns, rows});
}

}  // namespace

void chart(Ui& ui, std::string_view key, const Chart& look) {
    Plan plan = plan_of(ui, look);
    if (look.as_table || !plan.fits) return draw_as_table(ui, key, look);
    put(ui, plan, look);
    TableRecord record(ui, key, look.label, look.lines.size(), look.columns.size(), plan.box);
    draw_axis(ui, plan, look);
    tell_years(ui, record, plan, look);
    for (std::size_t place = 0; place < look.lines.size(); ++place) tell_line(record, plan, look, place);
    for (const Label& label : plan.labels) draw_label(ui, plan, look, label);
    // The line that the chart is about lies on top of the others.
    for (auto line = look.lines.rbegin(); line != look.lines.rend(); ++line) draw_chart_line(ui, plan, look, *line);
}

}  // namespace kitbag::widgets
