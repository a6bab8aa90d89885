// How many pictures one thing that happened may cost. As in app/main_web.cpp, what is typed and pressed is laid out at once without a
// picture, and the pictures follow.
#include <string>

#include <doctest/doctest.h>

#include "app/widgets/widgets.h"
#include "tests/app/drawing.h"

using namespace kitbag;
using namespace kitbag::widgets;

namespace {

constexpr int pictures_max = 1 + UiHost::settle_frames_max;

// A page whose layout follows from what was typed and pressed, as screens' do: a frame later.
struct Screen {
    int lines = 60;
    int wanted = 60;
    std::string text = "Reading";

    void draw(Ui& ui) {
        lines = wanted;
        page(
            ui, "visit", {.title = "Visit"},
            [&] {
                if (const auto typed = field(ui, "note", {.label = "Note", .value = text}).edited) text = *typed;
                for (int line = 0; line < lines; ++line) paragraph(ui, text + " " + std::to_string(line));
            },
            [&] {
                if (button(ui, "more", {.label = "More"})) wanted += 10;
            });
    }
};

}  // namespace

TEST_CASE("a press, a key, a scroll and a turned tablet each cost three pictures at most, and then none is wanted") {
    Screen screen;
    Drawing drawing([&](Ui& ui) { screen.draw(ui); });
    SUBCASE("a press") {
        drawing.input().activate(drawing.the(Role::button, "More").id);
        drawing.frame();
        CHECK(drawing.settle() <= pictures_max);
        CHECK(screen.lines == 70);
    }
    SUBCASE("a key") {
        const NodeId field = drawing.the(Role::text_field, "Note").id;
        drawing.input().focus(field, true, 24);
        drawing.input().edit(field, "Reading and writing in every year, and how it is taught", 48);
        drawing.frame();
        CHECK(drawing.settle() <= pictures_max);
        CHECK(screen.text.starts_with("Reading and writing"));
    }
    SUBCASE("a scroll") {
        drawing.input().scroll(drawing.the(Role::scroll, "Visit").id, 200);
        CHECK(drawing.settle() <= pictures_max);
    }
    SUBCASE("a turned tablet") {
        drawing.resize({.width = 820, .height = 1180});
        CHECK(drawing.settle() <= pictures_max);
    }
    SUBCASE("letters twice as large") {
        drawing.resize({.text_scale = 2});
        CHECK(drawing.settle() <= pictures_max);
    }
    CHECK_FALSE(drawing.host().wants_frame());
    CHECK(drawing.frame().empty());
    CHECK_FALSE(drawing.host().wants_frame());
}

TEST_CASE("a screen that never comes to rest costs no more, whatever happened") {
    int drawn = 0;
    Drawing drawing([&](Ui& ui) {
        page(ui, "visit", {.title = "Visit"}, [&] {
            button(ui, "more", {.label = "More"});
            for (int line = 0; line < 60; ++line) paragraph(ui, "Frame " + std::to_string(++drawn));
        });
    });
    SUBCASE("a press") {
        drawing.input().activate(drawing.the(Role::button, "More").id);
        drawing.frame();
    }
    SUBCASE("a scroll") {
        drawing.input().scroll(drawing.the(Role::scroll, "Visit").id, 200);
    }
    SUBCASE("a turned tablet") {
        drawing.resize({.width = 820, .height = 1180});
    }
    CHECK(drawing.settle() <= pictures_max);
}

TEST_CASE("the audit finds nothing in what only our own widgets drew") {
    Screen screen;
    Drawing drawing([&](Ui& ui) { screen.draw(ui); });
    CHECK(drawing.host().audit().empty());
}
