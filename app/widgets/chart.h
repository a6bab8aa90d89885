#pragma once
// Several lines over the years. Each has a pattern and a mark of its own and its name at its end, so that nobody needs to tell colours
// apart or to look for a legend. To a screen reader it is a table, and anybody may see it as one. Where it has no room to be
// readable it is drawn as the table. It knows nothing of what is measured.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "app/widgets/ui.h"

namespace kitbag::widgets {

enum class ChartStroke : std::uint8_t {
    whole,            // The line that the chart is about: thick, with discs.
    long_dashes,      // With squares.
    dots,             // With triangles.
    dashes_and_dots,  // With diamonds.
    limit,            // A level, such as a floor: a thin double line without marks.
    none,             // Only in the table.
};

struct ChartPoint {
    std::optional<float> value;  // Nothing: the line is broken here.
    std::string_view words;      // What the table says: "63%", or why there is no value. Never "".
};

struct ChartLine {
    std::string_view name;
    ChartStroke stroke = ChartStroke::whole;
    std::span<const ChartPoint> points;
};

struct Chart {
    std::string_view label;   // What the table is called; not drawn.
    std::string_view corner;  // Over the names in the table.
    std::span<const std::string> columns;
    std::span<const ChartLine> lines;
    std::string_view unit = {};  // Behind each number of the axis.
    bool is_percent = false;     // The axis stays within 0 and 100.
    bool as_table = false;
};

// REQUIRES: as many points in each line as there are columns, and at least one of each.
void chart(Ui& ui, std::string_view key, const Chart& look);

}  // namespace kitbag::widgets
