#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "app/widgets/widgets.h"
#include "tests/app/drawing.h"

using namespace kitbag;
using namespace kitbag::widgets;

namespace {

// Invented schools, each Amber and improving in every half term but the first.
struct County {
    std::vector<std::string> columns, keys, titles;
    std::vector<BoardCell> cells;
    std::vector<BoardRow> rows;

    County(int schools, int half_terms) {
        for (int column = 0; column < half_terms; ++column) columns.push_back("Autumn\n" + std::to_string(column + 1));
        cells.assign(columns.size(), {.category = Category::amber, .arrow = Arrow::up, .spoken = "Amber, improving"});
        if (!cells.empty()) cells[0] = {.category = {}, .arrow = Arrow::none, .spoken = "Not judged"};
        for (int school = 1; school <= schools; ++school) {
            keys.push_back(std::to_string(900000 + school));
            titles.push_back("Saint Frideswide's Church of England Primary School " + std::to_string(school));
        }
        for (std::size_t place = 0; place < keys.size(); ++place)
            rows.push_back({.key = keys[place], .title = titles[place], .detail = "Primary · Wendle"});
    }

    mutable int asked = 0;  // For the cells of a row.

    std::optional<std::string> draw(Ui& ui, RowsMemory* memory = nullptr) const {
        std::optional<std::string> pressed;
        page(ui, "travel", {.title = "Direction of travel", .width_max = 1200}, [&] {
            pressed = board(ui, "board",
                            {.label = "Schools by half terms",
                             .row_heading = "School",
                             .columns = columns,
                             .row_count = rows.size(),
                             .row = [&](std::size_t row) { return rows[row]; },
                             .cells = [&](std::size_t) -> std::span<const BoardCell> {
                                 ++asked;
                                 return cells;
                             },
                             .memory = memory,
                             .current_column = static_cast<int>(columns.size()) - 1});
        });
        return pressed;
    }
};

// The faults that the audit found, one a line.
std::string faults_of(Drawing& drawing) {
    std::string all;
    for (const std::string& fault : drawing.host().tree().audit()) all += fault + "\n";
    return all;
}

std::vector<SemanticNode> all_of(Drawing& drawing, Role role) {
    std::vector<SemanticNode> found;
    std::ranges::copy_if(drawing.host().tree().nodes(), std::back_inserter(found),
                         [&](const SemanticNode& node) { return node.role == role; });
    return found;
}

bool is_told(Drawing& drawing, const std::string& title) {
    return drawing.has(Role::button, title);
}

void scroll_to(Drawing& drawing, float offset) {
    drawing.input().scroll(drawing.the(Role::scroll, "Direction of travel").id, offset);
    drawing.settle();
}

}  // namespace

TEST_CASE("a board is a table whose headings, names and cells a screen reader can walk through") {
    const County county(3, 4);
    Drawing drawing([&](Ui& ui) { county.draw(ui); });
    CHECK(faults_of(drawing) == "");
    const SemanticNode& table = drawing.the(Role::table, "Schools by half terms");
    CHECK(table.row_count == 4);
    CHECK(table.column_count == 5);
    const auto rows = all_of(drawing, Role::row);
    REQUIRE(rows.size() == 4);
    for (std::size_t place = 0; place < rows.size(); ++place)
        CHECK(rows[place].row_index == static_cast<int>(place) + 1);
    CHECK(drawing.the(Role::column_header, "School").parent == rows[0].id);
    CHECK(drawing.the(Role::column_header, "Autumn 4").state.current);
    CHECK_FALSE(drawing.the(Role::column_header, "Autumn 3").state.current);
    const SemanticNode& second = drawing.the(Role::button, county.titles[1]);
    CHECK(second.description == "Primary · Wendle");
    CHECK(drawing.host().tree().find(second.parent)->parent == rows[2].id);
    std::vector<std::string> words;
    for (const SemanticNode& cell : all_of(drawing, Role::cell)) {
        if (cell.parent == rows[2].id) words.push_back(cell.name);
    }
    CHECK(words == std::vector<std::string>{"Not judged", "Amber, improving", "Amber, improving", "Amber, improving"});
}

TEST_CASE("a row of a board is pressed as a whole, once") {
    const County county(3, 4);
    std::vector<std::string> pressed;
    Drawing drawing([&](Ui& ui) {
        if (const auto key = county.draw(ui)) pressed.push_back(*key);
    });
    const SemanticNode second = drawing.the(Role::button, county.titles[1]);
    CHECK(second.bounds == all_of(drawing, Role::row)[2].bounds);
    CHECK(second.bounds.height >= Theme::touch);
    drawing.input().activate(second.id);
    drawing.settle();
    drawing.frame();
    CHECK(pressed == std::vector<std::string>{"900002"});
}

TEST_CASE("of a board's 300 rows the page is told those near to what is seen, and others when it scrolls there") {
    const County county(300, 12);
    Drawing drawing([&](Ui& ui) { county.draw(ui); });
    const float height = drawing.the(Role::scroll, "Direction of travel").content_height;
    CHECK(height > 300 * Theme::touch);
    CHECK(drawing.the(Role::table, "Schools by half terms").row_count == 301);
    CHECK(is_told(drawing, county.titles[0]));
    CHECK_FALSE(is_told(drawing, county.titles[299]));
    CHECK(all_of(drawing, Role::row).size() < 100);
    county.asked = 0;
    drawing.frame();
    CHECK(county.asked + 1 == static_cast<int>(all_of(drawing, Role::row).size()));  // One is that of the headings.
    scroll_to(drawing, height);
    CHECK(is_told(drawing, county.titles[299]));
    CHECK_FALSE(is_told(drawing, county.titles[0]));
    CHECK(drawing.has(Role::column_header, "School"));
    CHECK(all_of(drawing, Role::row).back().row_index == 301);
    CHECK(all_of(drawing, Role::row).size() < 100);
    CHECK(drawing.the(Role::scroll, "Direction of travel").content_height == height);
    CHECK(faults_of(drawing) == "");
}

TEST_CASE(
    "a board that remembers where its rows lie lies as one that does not, also when a name grows or the window "
    "narrows") {
    County county(40, 6);
    RowsMemory memory;
    Drawing kept([&](Ui& ui) { county.draw(ui, &memory); });
    Drawing unkept([&](Ui& ui) { county.draw(ui); });
    const auto look_alike = [&] {
        const auto ours = kept.host().tree().nodes();
        const auto theirs = unkept.host().tree().nodes();
        return std::ranges::equal(ours, theirs);
    };
    CHECK(look_alike());
    const std::uint64_t measured = memory.measured;
    scroll_to(kept, 300);
    CHECK(memory.measured == measured);
    scroll_to(unkept, 300);
    CHECK(look_alike());
    county.titles[3] += ", which has taken the name of another school that was closed, and uses both";
    county.rows[3].title = county.titles[3];
    for (Drawing* const drawing : {&kept, &unkept}) drawing->settle();
    CHECK(look_alike());
    Surroundings narrower = kept.input().surroundings();
    narrower.width = 600;
    for (Drawing* const drawing : {&kept, &unkept}) {
        drawing->input().resize(narrower);
        drawing->settle();
    }
    CHECK(look_alike());
}

TEST_CASE("most steps of scrolling a board tell the page nothing") {
    const County county(300, 12);
    Drawing drawing([&](Ui& ui) { county.draw(ui); });
    const NodeId scroll = drawing.the(Role::scroll, "Direction of travel").id;
    constexpr int steps = 50;
    int told = 0;
    for (int step = 1; step <= steps; ++step) {
        drawing.input().scroll(scroll, static_cast<float>(step) * 100);
        if (!drawing.frame().empty()) ++told;
        drawing.settle();
    }
    CHECK(told > 0);
    CHECK(told < steps / 3);
}

TEST_CASE("the row with the focus and those beside it stay, wherever the board is scrolled to") {
    const County county(300, 3);
    Drawing drawing([&](Ui& ui) { county.draw(ui); });
    drawing.input().focus(drawing.the(Role::button, county.titles[5]).id, true);
    scroll_to(drawing, 12000);
    for (const std::size_t place : {4u, 5u, 6u}) CHECK(is_told(drawing, county.titles[place]));
    CHECK_FALSE(is_told(drawing, county.titles[3]));
    CHECK_FALSE(is_told(drawing, county.titles[7]));
    CHECK(faults_of(drawing) == "");
}

TEST_CASE("a board shows as many half terms as have room, the last ones, and nothing reaches out of the window") {
    const County county(20, 12);
    int fit = 0;
    Drawing drawing([&](Ui& ui) {
        page(ui, "room", {.title = "Room", .width_max = 1200}, [&] { fit = board_columns_fit(ui); });
        county.draw(ui);
    });
    struct Row {
        float width, height, scale;
        int fit;
    };
    const Row rows[] = {{1366, 768, 1, 13}, {1180, 820, 1, 12}, {820, 1180, 1, 7}, {390, 844, 1, 4},
                        {1180, 820, 2, 4},  {820, 1180, 2, 4},  {390, 844, 2, 2},  {320, 568, 2.5f, 1}};
    for (const Row& row : rows) {
        CAPTURE(row.width);
        CAPTURE(row.scale);
        drawing.resize({.width = row.width, .height = row.height, .text_scale = row.scale});
        drawing.settle();
        CHECK(fit == row.fit);
        CHECK(drawing.has(Role::column_header, "Autumn 12"));
        CHECK(all_of(drawing, Role::column_header).size() == static_cast<std::size_t>(std::min(row.fit, 12)) + 1);
        for (const SemanticNode& node : drawing.host().tree().nodes()) {
            CAPTURE(node.name);
            CHECK(node.bounds.x >= 0);
            CHECK(node.bounds.x + node.bounds.width <= row.width);
        }
    }
}

TEST_CASE("on a phone a school's name stands above its cells, on a tablet beside them") {
    const County county(3, 4);
    Drawing drawing([&](Ui& ui) { county.draw(ui); });
    const auto below = [&] {
        const SemanticNode& header = *drawing.host().tree().find(drawing.the(Role::button, county.titles[0]).parent);
        return all_of(drawing, Role::cell)[0].bounds.y >= header.bounds.y + header.bounds.height;
    };
    CHECK_FALSE(below());
    drawing.resize({.width = 390, .height = 844});
    drawing.settle();
    CHECK(below());
}

TEST_CASE("a board without schools or half terms is a table all the same") {
    for (const auto& [schools, half_terms] : {std::pair{0, 4}, std::pair{3, 0}, std::pair{0, 0}}) {
        const County county(schools, half_terms);
        Drawing drawing([&](Ui& ui) { county.draw(ui); });
        CHECK(drawing.the(Role::table, "Schools by half terms").row_count == schools + 1);
        CHECK(faults_of(drawing) == "");
    }
}

TEST_CASE("a direction is read out as its word") {
    Drawing drawing([](Ui& ui) { direction_badge(ui, Arrow::down, "Declining"); });
    CHECK(drawing.has(Role::text, "Declining"));
}

TEST_CASE("a board's cells may be words, and a row that is only read has no button and says its name all the same") {
    const std::vector<std::string> columns = {"Figure"};
    const std::vector<BoardCell> county = {{.spoken = "45%", .text = "45%"}};
    const std::vector<BoardCell> hidden = {{.spoken = "Hidden: fewer than 6 pupils"}};
    const std::vector<BoardRow> rows = {{.key = "county", .title = "The county", .detail = "", .opens = false},
                                        {.key = "1", .title = "Ashmere Primary School", .detail = "Below the floor"},
                                        {.key = "2", .title = "Larkfield School", .detail = ""}};
    const auto cells_of = [&](std::size_t row) -> std::span<const BoardCell> { return row == 2 ? hidden : county; };
    std::vector<std::string> pressed;
    Drawing drawing([&](Ui& ui) {
        page(ui, "travel", {.title = "Outcomes"}, [&] {
            if (const auto key = board(ui, "board",
                                       {.label = "Figures",
                                        .row_heading = "School",
                                        .columns = columns,
                                        .row_count = rows.size(),
                                        .row = [&](std::size_t row) { return rows[row]; },
                                        .cells = cells_of}))
                pressed.push_back(*key);
        });
    });
    CHECK(faults_of(drawing) == "");
    CHECK_FALSE(drawing.has(Role::button, "The county"));
    const SemanticNode name = drawing.the(Role::text, "The county");
    CHECK(drawing.host().tree().find(name.parent)->role == Role::row_header);
    CHECK(drawing.the(Role::cell, "Hidden: fewer than 6 pupils").role == Role::cell);
    CHECK(drawing.the(Role::button, "Ashmere Primary School").description == "Below the floor");
    drawing.input().activate(name.id);
    drawing.settle();
    CHECK(pressed.empty());
    drawing.input().activate(drawing.the(Role::button, "Ashmere Primary School").id);
    drawing.settle();
    drawing.frame();
    CHECK(pressed == std::vector<std::string>{"1"});
}
