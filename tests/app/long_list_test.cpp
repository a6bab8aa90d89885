#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "app/widgets/widgets.h"
#include "tests/app/drawing.h"

using namespace kitbag;
using namespace kitbag::widgets;

namespace {

constexpr float upright = 820;

// A list of invented schools, some with names that take two lines.
struct Listing {
    std::vector<std::string> keys, titles;
    std::vector<std::size_t> pressed;
    bool as_long = true;
    RowsMemory memory;

    explicit Listing(int schools) {
        for (int school = 1; school <= schools; ++school) {
            keys.push_back(std::to_string(900000 + school));
            titles.push_back((school % 3 ? "Wendle Primary School "
                                         : "Saint Frideswide's Voluntary Controlled Church of England Primary School "
                                           "for the Villages by the River Wendle ") +
                             std::to_string(school));
        }
    }

    KeyedRow row_at(std::size_t place) const {
        return {keys[place], {.title = titles[place], .detail = "Primary · Wendle", .badge = place % 5 ? "" : "Red"}};
    }

    void draw(Ui& ui) {
        page(ui, "schools", {.title = "Schools"}, [&] {
            if (as_long) {
                const auto row = [&](std::size_t place) { return row_at(place); };
                if (const auto place = long_list(ui, "list", "All schools", keys.size(), memory, row))
                    pressed.push_back(*place);
            } else {
                list(ui, "list", "All schools", [&] {
                    for (std::size_t place = 0; place < keys.size(); ++place) {
                        if (list_row(ui, keys[place], row_at(place).look)) pressed.push_back(place);
                    }
                });
            }
        });
    }
};

std::vector<SemanticNode> items(Drawing& drawing) {
    std::vector<SemanticNode> found;
    std::ranges::copy_if(drawing.host().tree().nodes(), std::back_inserter(found),
                         [](const SemanticNode& node) { return node.role == Role::list_item; });
    return found;
}

void scroll_to(Drawing& drawing, float offset) {
    drawing.input().scroll(drawing.the(Role::scroll, "Schools").id, offset);
    drawing.settle();
}

}  // namespace

TEST_CASE(
    "of 1,300 rows the page is told those near to what is seen, each with its number, and others when it scrolls "
    "there") {
    Listing listing(1300);
    Drawing drawing([&](Ui& ui) { listing.draw(ui); }, upright);
    const float height = drawing.the(Role::scroll, "Schools").content_height;
    CHECK(height > 1300 * Theme::touch);
    CHECK(items(drawing).size() < 60);
    CHECK(drawing.has(Role::button, listing.titles[0]));
    CHECK_FALSE(drawing.has(Role::button, listing.titles[1299]));
    scroll_to(drawing, height);
    CHECK(items(drawing).size() < 60);
    CHECK(drawing.has(Role::button, listing.titles[0]));  // Where the Tab from before the list leads.
    CHECK_FALSE(drawing.has(Role::button, listing.titles[1]));
    CHECK(drawing.has(Role::button, listing.titles[1299]));
    CHECK(items(drawing).back().row_index == 1300);
    CHECK(items(drawing).back().row_count == 1300);
    CHECK(drawing.the(Role::scroll, "Schools").content_height == height);
    CHECK(drawing.host().audit().empty());
}

TEST_CASE("a long list lies as a short one of the same rows, also when a name grows, rows go or the window narrows") {
    Listing listing(20);
    Listing plain(20);
    plain.as_long = false;
    Drawing drawing([&](Ui& ui) { listing.draw(ui); }, upright);
    Drawing other([&](Ui& ui) { plain.draw(ui); }, upright);
    const auto look_alike = [&] {
        drawing.settle();
        other.settle();
        const auto theirs = items(other);
        const auto ours = items(drawing);
        REQUIRE(ours.size() == theirs.size());
        for (std::size_t place = 0; place < ours.size(); ++place) CHECK(ours[place].bounds == theirs[place].bounds);
    };
    look_alike();
    for (Listing* each : {&listing, &plain})
        each->titles[1] += " with a nursery, and a name that takes one more line than before";
    look_alike();
    for (Listing* each : {&listing, &plain})
        each->keys.erase(each->keys.begin()), each->titles.erase(each->titles.begin());
    look_alike();
    drawing.resize({.width = 390, .height = 3000});
    other.resize({.width = 390, .height = 3000});
    look_alike();
}

TEST_CASE(
    "the row that has the focus and those beside it stay told when they are scrolled away, and a row is pressed once") {
    Listing listing(300);
    Drawing drawing([&](Ui& ui) { listing.draw(ui); }, upright);
    const NodeId second = drawing.the(Role::button, listing.titles[1]).id;
    drawing.input().focus(second, true, 0);
    scroll_to(drawing, drawing.the(Role::scroll, "Schools").content_height);
    for (const std::size_t place : {0UZ, 1UZ, 2UZ}) CHECK(drawing.has(Role::button, listing.titles[place]));
    CHECK_FALSE(drawing.has(Role::button, listing.titles[3]));
    drawing.input().activate(second);
    drawing.settle();
    drawing.frame();
    CHECK(listing.pressed == std::vector<std::size_t>{1});
}
