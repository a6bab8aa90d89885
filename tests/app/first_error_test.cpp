#include <string>

#include <doctest/doctest.h>

#include "app/widgets/widgets.h"
#include "tests/app/drawing.h"

using namespace kitbag;
using namespace kitbag::widgets;

namespace {

// A form as a screen has one: what is wrong is known after the press, and drawn in the next frame.
struct Form {
    std::string name_error, kind_error;
    bool strict = true;
    Drawing drawing{[this](Ui& ui) { draw(ui); }};

    void draw(Ui& ui) {
        if (field(ui, "name", {.label = "Your name", .value = "", .error = name_error}).left) name_error = "Too short.";
        const Choice kinds[] = {{"a", "A meeting"}, {"b", "A lesson"}};
        radio_group(ui, "kind", {.label = "It was", .choices = kinds, .selected = "b", .error = kind_error});
        if (!button(ui, "send", {.label = "Send it"}) || !strict) return;
        name_error = "Write your name.";
        kind_error = "Say what it was.";
    }
    // What the page is told to give the focus to, or 0.
    NodeId press(std::string_view button) {
        drawing.input().activate(drawing.the(Role::button, button).id);
        return focus_after();
    }
    NodeId focus_after() {
        NodeId focus = 0;
        do {
            const std::string told = drawing.frame();
            if (told.empty()) continue;
            const Json message = read_message(told);
            if (message.contains("focus")) focus = message["focus"].get<NodeId>();
        } while (drawing.host().wants_frame());
        return focus;
    }
};

}  // namespace

TEST_CASE("a press that leads to errors puts the focus on the first field that is wrong") {
    Form form;
    const NodeId name = form.drawing.the(Role::text_field, "Your name").id;
    SUBCASE("at once, and again when it is pressed again") {
        CHECK(form.press("Send it") == name);
        CHECK(form.press("Send it") == name);
    }
    SUBCASE("on the chosen one of a group that is wrong") {
        form.press("Send it");
        form.name_error.clear();
        form.drawing.settle();
        CHECK(form.press("Send it") == name);  // It is wrong anew.
        form.strict = false;
        form.name_error.clear();
        form.drawing.settle();
        CHECK(form.press("Send it") == form.drawing.the(Role::radio, "A lesson").id);
    }
    SUBCASE("not when all is well") {
        form.strict = false;
        CHECK(form.press("Send it") == 0);
    }
    SUBCASE("not when a field is left with something wrong in it: somebody is on the way elsewhere") {
        form.drawing.input().leave(name);
        CHECK(form.focus_after() == 0);
        CHECK(form.drawing.the(Role::text_field, "Your name").state.invalid);
    }
}
