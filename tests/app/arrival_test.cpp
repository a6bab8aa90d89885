#include "app/widgets/arrival.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include "app/widgets/widgets.h"
#include "tests/app/drawing.h"

using namespace kitbag;
using namespace kitbag::widgets;

namespace {

// A dialog and a toast that can be shown and taken away.
struct Shown {
    bool dialog = false, toast = false;

    void draw(Ui& ui) const {
        if (dialog)
            widgets::dialog(
                ui, "question", "Complete it?", "cancel", [] {}, [&] { button(ui, "cancel", {.label = "Go back"}); });
        if (toast) widgets::toast(ui, "news", {"Undone: Green for Governance", "Just done", "Close this news"});
    }
};

int frames_until_rest(Drawing& drawing) {
    int frames = 0;
    do {
        drawing.frame();
        ++frames;
        REQUIRE(frames < 40);
    } while (drawing.host().wants_frame());
    return frames;
}

}  // namespace

TEST_CASE("what arrives moves for a few frames, then everything rests, and it arrives again when it comes again") {
    Shown shown;
    Drawing drawing([&](Ui& ui) { shown.draw(ui); });
    drawing.resize({.still = false});
    for (int time = 0; time < 2; ++time) {
        shown = {.dialog = true, .toast = true};
        const int frames = frames_until_rest(drawing);
        CHECK(frames >= Ui::arriving_frames);
        CHECK(frames <= 8);
        CHECK(drawing.frame().empty());
        CHECK_FALSE(drawing.host().wants_frame());
        shown = {};
        frames_until_rest(drawing);
    }
}

TEST_CASE("where the tablet is set to less movement nothing moves: the first frame is the last picture") {
    Shown shown;
    Drawing drawing([&](Ui& ui) { shown.draw(ui); });
    drawing.resize({.still = true});
    shown.toast = true;
    drawing.frame();
    const ImDrawList& first = *drawing.host().picture()->CmdLists.back();
    const ImDrawVert edge = first.VtxBuffer.back();
    drawing.settle();
    const ImDrawVert after = drawing.host().picture()->CmdLists.back()->VtxBuffer.back();
    CHECK(edge.pos.y == after.pos.y);
    CHECK(edge.col == after.col);
}

TEST_CASE("what arrives is where it will stay for whoever presses it") {
    Shown shown;
    Drawing drawing([&](Ui& ui) { shown.draw(ui); });
    drawing.resize({.still = false});
    shown.toast = true;
    drawing.frame();
    const Bounds at_first = drawing.the(Role::button, "Close this news").bounds;
    frames_until_rest(drawing);
    const Bounds at_last = drawing.the(Role::button, "Close this news").bounds;
    CHECK(at_first.y == at_last.y);
}

TEST_CASE("a toast says its news, is closed by its button, and lies above what a page keeps at its lower edge") {
    int closed = 0;
    bool bar = false;
    Drawing drawing([&](Ui& ui) {
        page(
            ui, "page", {.title = "A page"}, [&] { paragraph(ui, "Text"); },
            bar ? Contents([&] { button(ui, "undo", {.label = "Undo"}); }) : Contents{});
        if (toast(ui, "news", {"Undone", "Just done", "Close this news"})) ++closed;
    });
    CHECK(drawing.has(Role::status, "Undone"));
    const SemanticNode& close = drawing.the(Role::button, "Close this news");
    CHECK(close.bounds.width >= Theme::touch);
    CHECK(close.bounds.height >= Theme::touch);
    const float without = close.bounds.y;
    drawing.input().activate(close.id);
    drawing.settle();
    CHECK(closed == 1);
    bar = true;
    drawing.settle();
    const Bounds above = drawing.the(Role::button, "Close this news").bounds;
    CHECK(above.y < without);
    CHECK(above.y + above.height < drawing.the(Role::button, "Undo").bounds.y);
}
