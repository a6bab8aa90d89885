#include "app/widgets/chart.h"

#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "app/widgets/chart_scale.h"
#include "app/widgets/widgets.h"
#include "tests/app/drawing.h"

using namespace kitbag;
using namespace kitbag::widgets;

namespace {

struct Years {
    std::vector<std::string> columns = {"2017", "2018", "2019"};
    std::vector<ChartPoint> school = {{61.0f, "61%"}, {std::nullopt, "Hidden: fewer than 6 pupils"}, {65.0f, "65%"}};
    std::vector<ChartPoint> county = {{60.0f, "60%"}, {62.0f, "62%"}, {66.0f, "66%"}};
    std::vector<ChartPoint> gap = {{std::nullopt, "1"}, {std::nullopt, "Not known"}, {std::nullopt, "0"}};

    void draw(Ui& ui, bool as_table) const {
        const std::vector<ChartLine> lines = {{"This school", ChartStroke::whole, school},
                                              {"The county", ChartStroke::long_dashes, county},
                                              {"Gap", ChartStroke::none, gap}};
        page(ui, "page", {.title = "Outcomes"}, [&] {
            chart(ui, "chart",
                  {.label = "Reading",
                   .corner = "Whose",
                   .columns = columns,
                   .lines = lines,
                   .unit = "%",
                   .is_percent = true,
                   .as_table = as_table});
        });
    }
};

std::string faults_of(Drawing& drawing) {
    std::string all;
    for (const std::string& fault : drawing.host().tree().audit()) all += fault + "\n";
    return all;
}

std::vector<const SemanticNode*> all_of(Drawing& drawing, Role role) {
    std::vector<const SemanticNode*> found;
    for (const SemanticNode& node : drawing.host().tree().nodes()) {
        if (node.role == role) found.push_back(&node);
    }
    return found;
}

}  // namespace

TEST_CASE("a chart is a table with headings to who cannot see it, and stays one when it is shown as one") {
    for (const bool as_table : {false, true}) {
        for (const float width : {1180.0f, 390.0f, 200.0f}) {
            CAPTURE(as_table);
            CAPTURE(width);
            const Years years;
            Drawing drawing([&](Ui& ui) { years.draw(ui, as_table); }, width);
            drawing.settle();
            CHECK(faults_of(drawing) == "");
            const SemanticNode& table = drawing.the(Role::table, "Reading");
            CHECK(table.row_count == 4);
            CHECK(table.column_count == 4);
            CHECK(all_of(drawing, Role::row).size() == 4);
            CHECK(all_of(drawing, Role::column_header).size() == 4);
            CHECK(all_of(drawing, Role::row_header).size() == 3);
            CHECK(all_of(drawing, Role::cell).size() == 9);
            CHECK(drawing.has(Role::cell, "Hidden: fewer than 6 pupils"));
            CHECK(drawing.has(Role::text, "The county"));
        }
    }
}

TEST_CASE("the names at the ends of a chart's lines do not lie on each other, though the lines meet") {
    const Years years;
    Drawing drawing([&](Ui& ui) { years.draw(ui, false); });
    drawing.settle();
    const Bounds& one = drawing.the(Role::text, "This school").bounds;
    const Bounds& other = drawing.the(Role::text, "The county").bounds;
    CHECK((one.y + one.height <= other.y + 0.5f || other.y + other.height <= one.y + 0.5f));
    CHECK(one.x == other.x);
    std::vector<DrawnLine> drawn;
    drawing.host().watch_text(&drawn);
    drawing.frame();
    drawing.host().watch_text(nullptr);
    for (const char* words : {"This school", "The county", "2017", "60%"})
        CHECK_MESSAGE(std::ranges::contains(drawn, words, &DrawnLine::text), words);
}

TEST_CASE("the axis of a chart goes in a few round steps around its values") {
    struct Row {
        std::vector<double> values;
        bool percent;
    };
    const Row rows[] = {{{52, 65}, true},     {{0, 100}, true}, {{63}, true}, {{99, 100}, true},
                        {{-1.2, 0.6}, false}, {{103}, false},   {{}, false},  {{0, 1000}, false}};
    for (const Row& row : rows) {
        const ChartScale scale = chart_scale(row.values, row.percent);
        CAPTURE(scale.low);
        CAPTURE(scale.high);
        CAPTURE(scale.step);
        CHECK(scale.steps() <= chart_steps_max);
        CHECK(scale.steps() >= 2);
        for (const double value : row.values) {
            CHECK(scale.place(value) >= -0.001);
            CHECK(scale.place(value) <= 1.001);
        }
        if (row.percent) {
            CHECK(scale.low >= 0);
            CHECK(scale.high <= 100.001);
        }
    }
}
