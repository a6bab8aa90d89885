#include "app/widgets/widgets.h"

#include <array>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <imgui.h>

#include "tests/app/drawing.h"

using namespace kitbag;
using namespace kitbag::widgets;

TEST_CASE("a button is pressed in one frame, and not when it is disabled, busy or gone") {
    int saved = 0, other = 0;
    bool there = true;
    Drawing drawing([&](Ui& ui) {
        if (there && button(ui, "save", {.label = "Save"})) ++saved;
        if (button(ui, "off", {.label = "Not now", .enabled = false})) ++other;
        if (button(ui, "busy", {.label = "Sending", .busy = true})) ++other;
    });
    const NodeId save = drawing.the(Role::button, "Save").id;
    drawing.input().activate(save);
    drawing.settle();
    drawing.frame();
    CHECK(saved == 1);
    for (const char* name : {"Not now", "Sending"}) {
        CHECK(drawing.the(Role::button, name).state.disabled);
        drawing.input().activate(drawing.the(Role::button, name).id);
        drawing.settle();
    }
    CHECK(other == 0);
    there = false;
    drawing.settle();
    drawing.input().activate(save);
    drawing.settle();
    there = true;
    drawing.settle();
    CHECK(saved == 1);
}

TEST_CASE("a screen learns of typing before the press that followed it, whatever it draws first") {
    std::string story;
    Drawing drawing([&](Ui& ui) {
        if (button(ui, "back", {.label = "Back"})) story += "back ";
        const FieldAnswer answer = field(ui, "note", {.label = "Evidence", .value = ""});
        if (answer.edited) story += "edited:" + *answer.edited + " ";
        if (answer.left) story += "left ";
    });
    const NodeId note = drawing.the(Role::text_field, "Evidence").id;
    drawing.input().edit(note, "a", 0);
    drawing.input().edit(note, "ab", 0);
    drawing.input().leave(note);
    drawing.input().activate(drawing.the(Role::button, "Back").id);
    drawing.settle();
    CHECK(story == "edited:ab left back ");
}

TEST_CASE("a field tells the page all that its editor needs") {
    Drawing drawing([](Ui& ui) {
        field(ui, "code",
              {.label = "Code",
               .value = "KTB",
               .hint = "From the office.",
               .error = "Too short.",
               .required = true,
               .length_max = 20});
    });
    const SemanticNode& code = drawing.the(Role::text_field, "Code");
    CHECK(code.value == "KTB");
    CHECK(code.description == "From the office.");
    CHECK(code.error == "Too short.");
    CHECK(code.state.invalid);
    CHECK(code.state.required);
    CHECK(code.length_max == 20);
    CHECK(code.text_box.font >= 16);  // Below that an iPad zooms in.
    CHECK(drawing.the(Role::label, "Code").target == code.id);
    CHECK(drawing.the(Role::text, "From the office.").id == code.hint_text);
    CHECK(drawing.the(Role::text, "Too short.").id == code.error_text);
}

TEST_CASE("a note grows with its text, and while it is typed in by what the page's editor needs") {
    std::string text;
    Drawing drawing(
        [&](Ui& ui) { field(ui, "note", {.label = "Evidence", .value = text, .kind = FieldKind::multiline}); });
    const auto height = [&] { return drawing.the(Role::multiline_field, "Evidence").bounds.height; };
    const float empty = height();
    text = "one\ntwo\nthree\nfour\nfive";
    drawing.settle();
    const float five_lines = height();
    CHECK(five_lines > empty);
    drawing.input().focus(drawing.the(Role::multiline_field, "Evidence").id, true, 400);
    drawing.settle();
    CHECK(height() > 400);
    drawing.input().focus(0, false);
    drawing.settle();
    CHECK(height() == five_lines);
}

TEST_CASE("of the descriptors only those that the framework has can be chosen") {
    std::string chosen;
    Drawing drawing([&](Ui& ui) {
        const DescriptorChoice look{.label = "Risk",
                                    .descriptors = {"", "It might be judged lower.", ""},
                                    .selected = chosen,
                                    .not_described = "None is described.",
                                    .not_applicable = "Not applicable here"};
        if (const auto answer = descriptor_choice(ui, "choice", look)) chosen = *answer;
    });
    struct Row {
        const char* name;
        const char* chosen;
    };
    const Row rows[] = {{"Green: None is described.", ""},
                        {"Amber: It might be judged lower.", "amber"},
                        {"Red: None is described.", "amber"},
                        {"Not applicable here", "not_applicable"}};
    for (const Row& row : rows) {
        CAPTURE(row.name);
        drawing.input().activate(drawing.the(Role::radio, row.name).id);
        drawing.settle();
        CHECK(chosen == row.chosen);
    }
    CHECK(drawing.the(Role::radio, "Not applicable here").state.checked == true);
    CHECK(drawing.has(Role::radio_group, "Risk"));
}

TEST_CASE("several toggles of a group may be on, and each is a check box that a finger can hit") {
    std::vector<std::string> on = {"fsm"};
    Drawing drawing(
        [&](Ui& ui) {
            const std::array<Choice, 3> choices = {{{.key = "boys", .label = "Boys"},
                                                    {.key = "fsm", .label = "Entitled to free school meals"},
                                                    {.key = "closed", .label = "Closed", .enabled = false}}};
            const ToggleGroup look{.label = "Pupil groups", .choices = choices, .on = on, .error = "Choose one."};
            if (const auto pressed = toggle_group(ui, "groups", look)) {
                if (std::erase(on, *pressed) == 0) on.push_back(*pressed);
            }
        },
        390, 844);
    drawing.settle();
    CHECK(drawing.the(Role::checkbox, "Boys").state.checked == false);
    CHECK(drawing.the(Role::checkbox, "Entitled to free school meals").state.checked == true);
    CHECK(drawing.the(Role::group, "Pupil groups").error == "Choose one.");
    for (const char* name : {"Boys", "Closed", "Entitled to free school meals"}) {
        CAPTURE(name);
        const SemanticNode& box = drawing.the(Role::checkbox, name);
        CHECK(box.bounds.height >= 44);
        CHECK(box.parent == drawing.the(Role::group, "Pupil groups").id);
        drawing.input().activate(box.id);
        drawing.settle();
    }
    CHECK(on == std::vector<std::string>{"boys"});  // One put on, one off, and the last cannot be pressed.
    CHECK(drawing.host().tree().audit().empty());
}

TEST_CASE("a row of choices is one of them, goes on to a next line, and each is a radio button that a finger can hit") {
    std::string chosen = "all";
    Drawing drawing(
        [&](Ui& ui) {
            const std::array<Choice, 4> choices = {{{.key = "mine", .label = "My caseload"},
                                                    {.key = "all", .label = "All"},
                                                    {.key = "settings", .label = "Early years settings"},
                                                    {.key = "closed", .label = "Closed", .enabled = false}}};
            if (const auto pressed =
                    choice_row(ui, "which", {.label = "Listed", .choices = choices, .selected = chosen}))
                chosen = *pressed;
        },
        390, 844);
    drawing.settle();
    CHECK(drawing.the(Role::radio, "All").state.checked == true);
    CHECK(drawing.the(Role::radio, "My caseload").state.checked == false);
    CHECK(drawing.the(Role::radio, "Closed").bounds.y > drawing.the(Role::radio, "My caseload").bounds.y);
    for (const char* name : {"My caseload", "Closed", "Early years settings"}) {
        CAPTURE(name);
        const SemanticNode& radio = drawing.the(Role::radio, name);
        CHECK(radio.bounds.height >= 44);
        CHECK(radio.parent == drawing.the(Role::radio_group, "Listed").id);
        drawing.input().activate(radio.id);
        drawing.settle();
    }
    CHECK(chosen == "settings");  // The last of the three; the closed one cannot be pressed.
    CHECK(drawing.the(Role::radio, "Early years settings").state.checked == true);
    CHECK(drawing.host().tree().audit().empty());
}

TEST_CASE("descriptors stand side by side on a tablet and below each other on a phone") {
    const auto draw = [](Ui& ui) {
        descriptor_choice(ui, "choice",
                          {.label = "Attendance",
                           .descriptors = {"High.", "A little low.", "Low."},
                           .selected = {},
                           .not_described = {}});
    };
    Drawing tablet(draw, 820, 1180);
    CHECK(tablet.the(Role::radio, "Green: High.").bounds.y == tablet.the(Role::radio, "Red: Low.").bounds.y);
    Drawing phone(draw, 390, 844);
    CHECK(phone.the(Role::radio, "Green: High.").bounds.y < phone.the(Role::radio, "Red: Low.").bounds.y);
}

TEST_CASE("a page scrolls by what the page tells, and its bar stays") {
    Drawing drawing([](Ui& ui) {
        page(
            ui, "visit", {.title = "Visit"},
            [&] {
                for (int line = 0; line < 60; ++line) paragraph(ui, "Line " + std::to_string(line));
            },
            [&] { button(ui, "save", {.label = "Save"}); });
    });
    const SemanticNode before = drawing.the(Role::scroll, "Visit");
    CHECK(before.content_height > before.bounds.height);
    const Bounds line = drawing.the(Role::text, "Line 5").bounds;
    const Bounds save = drawing.the(Role::button, "Save").bounds;
    CHECK(save.y + save.height <= 820);
    drawing.input().scroll(before.id, 500);
    CHECK(drawing.settle() == 1);
    CHECK(drawing.the(Role::text, "Line 5").bounds == line);  // In the content nothing moved.
    CHECK(drawing.the(Role::button, "Save").bounds == save);
}

TEST_CASE("frames end: one when nothing moved, at most three when something did") {
    bool more = false;
    Drawing drawing([&](Ui& ui) {
        page(ui, "visit", {.title = "Visit"}, [&] {
            if (more) paragraph(ui, "More");
        });
    });
    CHECK(drawing.settle() == 1);
    more = true;
    const int frames = drawing.settle();
    CHECK(frames > 1);
    CHECK(frames <= 3);
    CHECK(drawing.settle() == 1);
}

TEST_CASE("a text with marked words is one text, and is drawn though a mark runs over the end of a line") {
    const std::string text = "Pupils read fluently in Year 4, and read again.";
    const std::vector<TextRange> marks = {{7, 13}, {36, 4}};
    Drawing drawing(
        [&](Ui& ui) {
            marked_text(ui, {text, marks});
            list(ui, "found", "Notes found", [&] {
                list_row(ui, "one",
                         {.title = "Bramble Hill", .detail = "23 November 2026", .excerpt = text, .found = marks});
            });
        },
        120, 400);
    CHECK(drawing.the(Role::text, text).bounds.height > 60);
    CHECK(drawing.the(Role::button, "Bramble Hill").description == "23 November 2026\n" + text);
}

TEST_CASE("a screen that never comes to rest still draws no more than three frames for one cause") {
    int drawn = 0;
    Drawing drawing([&](Ui& ui) { paragraph(ui, "Frame " + std::to_string(++drawn)); });
    CHECK(drawn == 3);
    CHECK(drawing.settle() == 3);
}

TEST_CASE("what ImGui's own widgets draw is found, because nobody could reach it by keyboard") {
    Drawing drawing([](Ui& ui) {
        paragraph(ui, "Ours");
        ImGui::Begin("Theirs");
        ImGui::Button("Press me");
        ImGui::End();
    });
    CHECK_FALSE(drawing.host().audit().empty());
}

TEST_CASE("with large text everything still fits the window") {
    Drawing drawing([](Ui& ui) {
        page(ui, "visit", {.title = "Keeping in Touch visit", .back = "All schools"}, [&] {
            button(ui, "long",
                   {.label = "Set up this tablet for the first time and bring down the schools",
                    .kind = ButtonKind::primary});
            field(ui, "name",
                  {.label = "Your name", .value = "Ada Marsh", .hint = "As it should stand on your records."});
        });
    });
    for (const float scale : {1.0f, 1.5f, 2.0f, 2.5f}) {
        CAPTURE(scale);
        drawing.resize({.width = 390, .height = 844, .text_scale = scale});
        drawing.settle();
        for (const SemanticNode& node : drawing.host().tree().nodes()) {
            CAPTURE(node.name);
            CHECK(node.bounds.x >= 0);
            CHECK(node.bounds.x + node.bounds.width <= 390);
        }
    }
}
