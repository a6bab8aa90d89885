#include <algorithm>
#include <map>

#include <doctest/doctest.h>

#include "tests/app/every_screen.h"
#include "tests/app/layout_faults.h"
#include "tests/app/story.h"

using namespace kitbag;

namespace {

struct View {
    float width, height, text_scale;
};

constexpr View usual[] = {{390, 844, 1}, {820, 1180, 1}, {1180, 820, 1}, {1366, 768, 1}};
// WCAG 2.2, 1.4.10, asks for 320 by 256; the other is a tablet's window at 500 %.
constexpr View zoomed[] = {{320, 256, 1}, {236, 164, 1}};
constexpr View large[] = {{390, 844, 1.5f}, {820, 1180, 2.5f}, {1180, 820, 1.5f}, {1366, 768, 2},
                          {390, 844, 2},    {1180, 820, 2.5f}, {820, 1180, 1.5f}, {1366, 768, 1.5f},
                          {390, 844, 2.5f}, {1180, 820, 2},    {820, 1180, 2},    {1366, 768, 2.5f}};

// What is wrong, with where it was seen first and how often.
class Finds {
  public:
    void look(Tablet& tablet, const char* screen, const View& view) {
        Surroundings window = tablet.host().input().surroundings();
        window.width = view.width;
        window.height = view.height;
        window.text_scale = view.text_scale;
        std::vector<DrawnLine> drawn;
        tablet.host().watch_text(&drawn);
        tablet.show_in(window);
        REQUIRE_FALSE(drawn.empty());
        for (const std::string& fault : layout_faults(tablet.host().tree(), window, drawn)) {
            auto& [where, times] = faults_[fault];
            if (++times > 1) continue;
            where = std::string(screen) + ", " + std::to_string(static_cast<int>(view.width)) + " by " +
                    std::to_string(static_cast<int>(view.height)) + ", text " + std::to_string(view.text_scale);
        }
        tablet.host().watch_text(nullptr);
    }

    // Fails the test with each of them.
    void tell() const {
        for (const auto& [fault, found] : faults_)
            FAIL_CHECK(fault, " (", found.first, "; seen ", found.second, " times)");
        CHECK(faults_.empty());
    }

  private:
    std::map<std::string, std::pair<std::string, int>> faults_;
};

void show_as_usual(Tablet& tablet) {
    Surroundings window;
    window.chosen = tablet.host().input().surroundings().chosen;
    tablet.show_in(window);
}

}  // namespace

TEST_CASE("on every screen and at every size nothing is cut off, too small, too near or on top of another") {
    Finds finds;
    walk_every_screen([&](Tablet& tablet, const char* screen) {
        for (const View& view : usual) finds.look(tablet, screen, view);
        for (const View& view : zoomed) finds.look(tablet, screen, view);
        show_as_usual(tablet);
    });
    finds.tell();
}

// Each screen is looked at in a third of the sizes, and the next in the next third: the whole would take minutes.
TEST_CASE("with letters of 150 to 250 % nothing is cut off, too small, too near or on top of another") {
    Finds finds;
    std::size_t turn = 0;
    constexpr std::size_t each = 4;
    walk_every_screen([&](Tablet& tablet, const char* screen) {
        for (std::size_t place = 0; place < each; ++place)
            finds.look(tablet, screen, large[(turn + place) % std::size(large)]);
        turn += each;
        show_as_usual(tablet);
    });
    finds.tell();
}

TEST_CASE("where a header leaves its page less than half of the window it scrolls away, and what is below it stays") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    tablet.choose("Governance", "Amber");
    tablet.press("Details");
    const SemanticTree& tree = tablet.host().tree();
    const auto stands = [&](Role role, std::string_view name) {  // Not in what scrolls.
        const SemanticNode* node = tree.find(role, name);
        REQUIRE(node);
        while (node && node->role != Role::scroll) node = tree.find(node->parent);
        return node == nullptr;
    };
    struct {
        View view;
        bool header, bar;
    } const cases[] = {{{820, 1180, 1}, true, true},     {{390, 844, 1}, true, true},
                       {{390, 844, 1.25f}, false, true}, {{390, 844, 1.5f}, false, true},
                       {{820, 1180, 1.5f}, true, true},  {{320, 256, 1}, false, false}};
    for (const auto& [view, header, bar] : cases) {
        CAPTURE(view.width);
        CAPTURE(view.text_scale);
        tablet.show_in({.width = view.width, .height = view.height, .text_scale = view.text_scale});
        CHECK(stands(Role::button, "Back to the school") == header);
        CHECK(stands(Role::button, "Undo: chose Amber for Governance") == bar);
    }
}

TEST_CASE("on a phone the suggestion, its reasons and what can be undone share one line below a visit") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    tablet.choose("Governance", "Amber");
    tablet.show_in({.width = 390, .height = 844});
    const SemanticTree& tree = tablet.host().tree();
    const SemanticNode* reasons = tree.find(Role::button, "Why this suggestion");
    const SemanticNode* undo = tree.find(Role::button, "Undo: chose Amber for Governance");
    REQUIRE(reasons);
    REQUIRE(undo);
    CHECK(reasons->bounds.y == undo->bounds.y);
    CHECK(undo->bounds.x + undo->bounds.width <= 390);
}

TEST_CASE("the buttons of a question stand in sight however much is asked, and scroll with it only in a low window") {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    tablet.press("Narrow the list");
    const SemanticTree& tree = tablet.host().tree();
    for (const View& view : {View{390, 844, 1}, View{1180, 820, 1}, View{390, 844, 1.5f}, View{320, 256, 1}}) {
        CAPTURE(view.width);
        CAPTURE(view.text_scale);
        tablet.show_in({.width = view.width, .height = view.height, .text_scale = view.text_scale});
        const SemanticNode* dialog = tree.find(Role::dialog, "Narrow the list");
        REQUIRE(dialog);
        const SemanticNode* contents = tree.find(Role::heading, "Narrow the list");
        REQUIRE(contents);
        contents = tree.find(contents->parent);
        CHECK(contents->content_height > contents->bounds.height);
        for (const char* name : {"Show these", "Leave it as it was"}) {
            const SemanticNode* button = tree.find(Role::button, name);
            REQUIRE(button);
            if (view.height < 300) {
                CHECK(button->parent == contents->id);
                continue;
            }
            CHECK(button->parent == dialog->id);
            CHECK(button->bounds.y >= contents->bounds.y + contents->bounds.height);
            CHECK(button->bounds.y + button->bounds.height <= dialog->bounds.y + dialog->bounds.height);
        }
    }
}

TEST_CASE("another school begins at the top of its page, however far the one before was scrolled") {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    tablet.show_in({.width = 1180, .height = 500});
    const auto shown = [&](const char* school) {
        story::open_school(tablet, school);
        const SemanticNode* pane = tablet.host().tree().find(Role::scroll, "About the school");
        REQUIRE(pane);
        return pane;
    };
    tablet.host().input().scroll(shown("Bramble Hill Primary School")->id, 200);
    tablet.touch();
    CHECK(shown("Bramble Hill Primary School")->content_offset == 200);
    CHECK(shown("Overwend Secondary School")->content_offset == 0);
}

TEST_CASE("a field is the same one when the tablet is turned, so that what is being typed goes on") {
    walk_every_screen([&](Tablet& tablet, const char* screen) {
        INFO(std::string(screen));
        const auto turned_to = [&](float width, float height) {
            Surroundings window = tablet.host().input().surroundings();
            window.width = width;
            window.height = height;
            tablet.show_in(window);
            std::map<std::string, std::vector<NodeId>> fields;  // By what they are called.
            for (const SemanticNode& node : tablet.host().tree().nodes())
                if (is_field(node.role)) fields[node.name].push_back(node.id);
            return fields;
        };
        const auto lying = turned_to(1180, 820);
        for (const auto& [name, ids] : turned_to(820, 1180)) {
            CAPTURE(name);
            if (lying.contains(name)) CHECK(lying.at(name) == ids);
        }
        show_as_usual(tablet);
    });
}

TEST_CASE("on a phone the places that one can go to stand side by side at the bottom, above the safe area") {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    Surroundings window{.width = 390, .height = 844};
    window.safe_top = 47;
    window.safe_bottom = 34;
    tablet.show_in(window);
    const SemanticTree& tree = tablet.host().tree();
    const SemanticNode* bar = tree.find(Role::navigation, "Kitbag");
    REQUIRE(bar);
    CHECK(bar == &tree.nodes().front());  // First to a screen reader, wherever it stands.
    CHECK(bar->bounds.y + bar->bounds.height == 844 - 34);
    int places = 0;
    for (const SemanticNode& node : tree.nodes()) {
        if (node.parent != bar->id) continue;
        CAPTURE(node.name);
        CHECK(node.bounds.y + node.bounds.height <= 844 - 34);
        CHECK(node.bounds.y > 700);
        ++places;
    }
    CHECK(places == 6);
    const SemanticNode* main = nullptr;
    for (const SemanticNode& node : tree.nodes()) main = node.role == Role::main ? &node : main;
    REQUIRE(main);
    CHECK(main->bounds.y + main->bounds.height <= bar->bounds.y);
}

TEST_CASE("a window with little height has the places at its side, and its lists at the side of the hand chosen") {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    const auto box_of = [&](Role role, std::string_view name) {
        const SemanticNode* node = tablet.host().tree().find(role, name);
        REQUIRE(node);
        return node->bounds;
    };
    Surroundings window{.width = 1180, .height = 820};
    window.safe_left = 40;
    window.safe_right = 30;
    for (const bool left_handed : {false, true}) {
        CAPTURE(left_handed);
        window.chosen.left_handed = left_handed;
        tablet.show_in(window);
        const Bounds bar = box_of(Role::navigation, "Kitbag");
        const Bounds list = box_of(Role::scroll, "Schools");
        CHECK(bar.height == 820);
        if (left_handed) {
            CHECK(bar.x + bar.width == 1150);
            CHECK(list.x + list.width == bar.x);
        } else {
            CHECK(bar.x == 40);
            CHECK(list.x == bar.x + bar.width);
        }
    }
}

TEST_CASE("a dialog's buttons end at the right, and begin at the left for the left hand") {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    tablet.press("Display");
    const auto place = [&] {
        const SemanticNode* dialog = tablet.host().tree().find(Role::dialog, "Display");
        const SemanticNode* close = tablet.host().tree().find(Role::button, "Close");
        REQUIRE(dialog);
        REQUIRE(close);
        return close->bounds.x + close->bounds.width / 2 - (dialog->bounds.x + dialog->bounds.width / 2);
    };
    CHECK(place() > 0);
    tablet.choose("Buttons stand at the side of", "The left hand");
    CHECK(place() < 0);
}

TEST_CASE("the keyboard of a phone takes neither the field's element nor the room that is left") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    tablet.press("Notes");
    tablet.resize(390, 844);
    const auto field = [&] { return *tablet.host().tree().find(Role::multiline_field, "Write a note"); };
    const auto contents = [&] {
        const SemanticNode* at = tablet.host().tree().find(field().parent);
        while (at && at->role != Role::scroll) at = tablet.host().tree().find(at->parent);
        REQUIRE(at);
        return *at;
    };
    const SemanticNode before = field();
    const NodeId contents_before = contents().id;
    tablet.type("Write a note", "The hall was calm.");
    CHECK(tablet.host().tree().find(Role::navigation, "Kitbag"));
    tablet.resize(390, 500);
    CHECK_FALSE(tablet.host().tree().find(Role::navigation, "Kitbag"));
    const SemanticNode after = field();
    CHECK(after.id == before.id);
    CHECK(after.parent == before.parent);
    CHECK(contents().id == contents_before);
    CHECK(contents().bounds.height == 500);  // All of the window is the note's.
    tablet.leave();
    tablet.resize(390, 844);
    CHECK(tablet.host().tree().find(Role::navigation, "Kitbag"));
}
