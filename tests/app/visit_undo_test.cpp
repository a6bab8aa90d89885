#include <doctest/doctest.h>

#include "app/session/undo.h"
#include "tests/app/from_elsewhere.h"
#include "tests/app/story.h"

using namespace kitbag;

SCENARIO("choices and texts are taken back one by one, each as a change of its own") {
    for (const float width : {390.0f, 1180.0f}) {
        CAPTURE(width);
        story::Kit kit;
        story::VisitUnderWay tablet(kit);
        tablet.resize(width, 844);
        CHECK_FALSE(tablet.sees(Role::button, "Undo"));
        tablet.choose("Governance", "Amber");
        tablet.choose("Governance", "Red");
        tablet.press("Undo: chose Red for Governance");
        CHECK(tablet.has_chosen("Governance", "Amber"));
        tablet.press("Undo: chose Amber for Governance");
        CHECK_FALSE(tablet.has_chosen("Governance", "Amber"));
        CHECK_FALSE(tablet.sees(Role::button, "Undo"));

        tablet.press("Notes");
        tablet.fill("Write a note", "First.");
        tablet.fill("Note 1, 14:02", "Second.");
        tablet.press("Sort note 1");
        tablet.choose("Where it comes from", "Data");
        tablet.press("Done");
        INFO(tablet.everything());
        tablet.press("Undo: said where a note comes from");
        CHECK_FALSE(tablet.sees(Role::text, "Data"));
        tablet.press("Undo: changed a note");
        CHECK(tablet.value_of("Note 1, 14:02") == "First.");
        tablet.press("Undo: wrote a note");
        CHECK(tablet.sees("No notes yet"));
        tablet.press("Sync now");
        CHECK(latest_text(kit.county, "evidence_note", "text").empty());
        CHECK(latest_text(kit.county, "judgement", "choice").empty());

        tablet.fill("Write a note", "Third.");
        tablet.press("Back to the school");
        tablet.press("23 November 2026");
        CHECK_FALSE(tablet.sees(Role::button, "Undo"));  // Only since it was opened.
    }
}

SCENARIO("what was written about the visit itself is taken back like a choice") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    tablet.choose("Governance", "Amber");
    tablet.press("Details");
    tablet.fill("What the visit is about", "Reading");
    tablet.press("Undo: wrote what the visit is about");
    CHECK(tablet.value_of("What the visit is about").empty());
    CHECK(tablet.sees(Role::button, "Undo: chose Amber for Governance"));
}

TEST_CASE("a hundred steps can be taken back and no more") {
    UndoStack undo;
    for (int i = 0; i < 150; ++i) undo.push({std::to_string(i), {}, {}});
    std::size_t steps = 0;
    std::string oldest;
    for (; undo.last(); undo.pop(), ++steps) oldest = undo.last()->what;
    CHECK(steps == UndoStack::steps_max);
    CHECK(oldest == "50");
}
