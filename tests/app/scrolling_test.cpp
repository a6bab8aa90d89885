// While somebody scrolls, what is out of sight is told as in the frame before and not drawn anew. Whoever uses a screen reader must never hear
// anything else than they would if it were.
#include <cmath>
#include <span>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "app/widgets/widgets.h"
#include "tests/app/drawing.h"
#include "tests/app/every_screen.h"

using namespace kitbag;
using namespace kitbag::widgets;

namespace {

constexpr int cards = 40;

// A page of cards, each of which counts how often it was drawn.
struct Cards {
    std::vector<int> drawn = std::vector<int>(cards);
    std::string words = "Reading";
    bool unchanged = true;

    void draw(Ui& ui) {
        if (unchanged) ui.tell_unchanged();
        page(ui, "cards", {.title = "Cards"}, [&] {
            for (int place = 0; place < cards; ++place) {
                const std::string name = "Card " + std::to_string(place);
                card(ui, name, name, [&] {
                    ++drawn[static_cast<std::size_t>(place)];
                    paragraph(ui, words + " " + std::to_string(place));
                });
            }
        });
    }

    int drawn_since(const std::vector<int>& before) const {
        int count = 0;
        for (std::size_t place = 0; place < drawn.size(); ++place) count += drawn[place] != before[place];
        return count;
    }
};

struct Scene {
    Cards page;
    Drawing drawing{[this](Ui& ui) { page.draw(ui); }};

    Scene() {
        drawing.settle();
        scroll(1);  // Of the first frame after another thing, all is drawn.
    }
    // How many cards were drawn for it.
    int scroll(float offset) {
        drawing.input().scroll(drawing.the(Role::scroll, "Cards").id, offset);
        return frame();
    }
    int frame() {
        const std::vector<int> before = page.drawn;
        drawing.frame();
        return page.drawn_since(before);
    }
};

// A board of three hundred invented schools.
struct Schools {
    std::vector<std::string> keys, columns = {"Autumn", "Spring"};
    std::vector<BoardCell> cells = {{.spoken = "Not judged"}, {.category = Category::amber, .spoken = "Amber"}};
    RowsMemory memory;
    std::size_t asked = 0;  // For what stands in a row.

    Schools() {
        for (int school = 1; school <= 300; ++school) keys.push_back(std::to_string(900000 + school));
    }
    void draw(Ui& ui) {
        ui.tell_unchanged();
        page(ui, "board", {.title = "Board"}, [&] {
            board(ui, "schools",
                  {.label = "Schools",
                   .row_heading = "School",
                   .columns = columns,
                   .row_count = keys.size(),
                   .row =
                       [&](std::size_t row) {
                           ++asked;
                           return BoardRow{.key = keys[row], .title = keys[row], .detail = "Primary"};
                       },
                   .cells = [&](std::size_t) { return std::span<const BoardCell>(cells); },
                   .memory = &memory});
        });
    }
};

bool near_to(const Bounds& one, const Bounds& other) {
    constexpr float same = 0.01f;
    return std::abs(one.x - other.x) < same && std::abs(one.y - other.y) < same &&
           std::abs(one.width - other.width) < same && std::abs(one.height - other.height) < same;
}

std::vector<SemanticNode> nodes_of(UiHost& host) {
    const auto nodes = host.tree().nodes();
    return {nodes.begin(), nodes.end()};
}

void check_same(const std::vector<SemanticNode>& told, const std::vector<SemanticNode>& anew, const char* screen) {
    REQUIRE_MESSAGE(told.size() == anew.size(), screen);
    for (std::size_t place = 0; place < told.size(); ++place) {
        SemanticNode node = told[place];
        CHECK_MESSAGE(near_to(node.bounds, anew[place].bounds), screen, ": ", node.name);
        node.bounds = anew[place].bounds;
        node.content_offset = anew[place].content_offset;  // The page is never told of it again.
        CHECK_MESSAGE(node == anew[place], screen, ": ", node.name);
    }
}

void draw(Tablet& tablet) {
    tablet.host().frame([&](Ui& ui) { tablet.app().draw(ui); });
}

// Scrolls as a finger does, and after each step asks for the same anew.
void scroll_through(Tablet& tablet, NodeId part, float end, const char* screen) {
    constexpr float step = 170;
    for (float offset = 0; offset <= end + step; offset += step) {
        for (const float nearer : {offset, offset + 10, offset + 20}) {
            tablet.host().input().scroll(part, nearer);
            draw(tablet);
        }
        const std::vector<SemanticNode> told = nodes_of(tablet.host());
        tablet.host().input().hover(0);
        draw(tablet);
        check_same(told, nodes_of(tablet.host()), screen);
    }
}

}  // namespace

TEST_CASE("while a page scrolls, of forty cards only those in sight are drawn") {
    Scene scene;
    const std::vector<SemanticNode> before = nodes_of(scene.drawing.host());
    const int drawn = scene.scroll(2);
    CHECK(drawn > 3);
    CHECK(drawn < 15);
    check_same(nodes_of(scene.drawing.host()), before, "cards");
    CHECK(scene.drawing.host().audit().empty());
    CHECK(scene.drawing.has(Role::text, "Reading 39"));
    for (const float offset : {1200.0f, 1300.0f, 2600.0f, 0.0f}) {
        const int in_sight = scene.scroll(offset);
        CHECK(in_sight > 3);
        CHECK(in_sight < 15);
    }
}

TEST_CASE("what has changed while a page scrolls is told of at once, also out of sight") {
    Scene scene;
    scene.scroll(2);
    SUBCASE("what is drawn") {
        scene.page.unchanged = false;
        scene.page.words = "Writing";
        CHECK(scene.scroll(3) == cards);
        CHECK(scene.drawing.has(Role::text, "Writing 39"));
        scene.page.unchanged = true;
        CHECK(scene.scroll(4) == cards);  // It may have led to something else.
        CHECK(scene.scroll(5) < 15);
        CHECK(scene.drawing.has(Role::text, "Writing 39"));
    }
    SUBCASE("a press") {
        scene.drawing.input().activate(scene.drawing.the(Role::region, "Card 39").id);
        CHECK(scene.frame() == cards);
    }
    SUBCASE("two presses, of which one waits for the next frame") {
        scene.drawing.input().activate(scene.drawing.the(Role::region, "Card 39").id);
        scene.drawing.input().activate(scene.drawing.the(Role::region, "Card 38").id);
        CHECK(scene.frame() == cards);
        CHECK(scene.frame() == cards);
    }
    SUBCASE("the focus") {
        scene.drawing.input().focus(scene.drawing.the(Role::region, "Card 39").id, true, 0);
        CHECK(scene.frame() == cards);
    }
    SUBCASE("the window") {
        scene.drawing.resize({.width = 820, .height = 1180});
        CHECK(scene.frame() == cards);
    }
}

TEST_CASE(
    "while a board of three hundred schools scrolls, only the rows in sight are asked for, and the same is told as "
    "else") {
    Schools schools;
    Drawing drawing([&](Ui& ui) { schools.draw(ui); });
    drawing.settle();
    const SemanticNode part = drawing.the(Role::scroll, "Board");
    int told_again = 0;
    for (float offset = 0; offset < part.content_height; offset += 190) {
        for (const float nearer : {offset, offset + 1, offset + 2}) {
            drawing.input().scroll(part.id, nearer);
            schools.asked = 0;
            drawing.frame();
        }
        told_again += schools.asked < 25;
        CHECK(drawing.host().audit().empty());
        const std::vector<SemanticNode> told = nodes_of(drawing.host());
        drawing.input().hover(0);
        drawing.frame();
        CHECK(schools.asked > 300);
        check_same(told, nodes_of(drawing.host()), "board");
    }
    CHECK(told_again > 50);
}

TEST_CASE("a long list in a card out of sight is told as far as it is near") {
    std::vector<std::string> keys;
    for (int place = 0; place < 300; ++place) keys.push_back(std::to_string(place));
    RowsMemory memory;
    Drawing drawing([&](Ui& ui) {
        ui.tell_unchanged();
        page(ui, "page", {.title = "Page"}, [&] {
            for (int line = 0; line < 60; ++line) paragraph(ui, "Reading " + keys[static_cast<std::size_t>(line)]);
            card(ui, "card", "Card", [&] {
                long_list(ui, "list", "List", keys.size(), memory,
                          [&](std::size_t place) { return KeyedRow{keys[place], {.title = keys[place]}}; });
            });
        });
    });
    drawing.settle();
    const NodeId part = drawing.the(Role::scroll, "Page").id;
    for (float offset = 0; offset < 3000; offset += 100) {
        for (const float nearer : {offset, offset + 100, offset + 200}) {
            drawing.input().scroll(part, nearer);
            drawing.frame();
        }
        const std::vector<SemanticNode> told = nodes_of(drawing.host());
        drawing.input().hover(0);
        drawing.frame();
        check_same(told, nodes_of(drawing.host()), "long list");
    }
}

TEST_CASE("on every screen what is told while it scrolls is what would be told if all of it were drawn") {
    int parts = 0;
    walk_every_screen([&](Tablet& tablet, const char* screen) {
        const Surroundings usual = tablet.host().input().surroundings();
        Surroundings phone = usual;
        phone.width = 390;
        phone.height = 500;
        tablet.show_in(phone);
        for (const SemanticNode& node : nodes_of(tablet.host())) {
            if (node.role != Role::scroll || node.content_height <= node.bounds.height) continue;
            ++parts;
            scroll_through(tablet, node.id, node.content_height - node.bounds.height, screen);
            tablet.host().input().scroll(node.id, 0);
        }
        tablet.show_in(usual);
    });
    CHECK(parts > 50);
}
