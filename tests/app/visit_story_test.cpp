#include <set>

#include <doctest/doctest.h>

#include "tests/app/story.h"

using namespace kitbag;

namespace {

constexpr const char* evidence = "Evidence for Quality of teaching";
constexpr const char* sentence = "In Year 4 the pupils explained their methods to each other, and";

}  // namespace

SCENARIO("a sentence that was being typed when the app was killed is there again") {
    story::Kit kit;
    {
        story::VisitUnderWay tablet(kit);
        kit.county.online = false;
        tablet.choose("Quality of teaching", "Amber");
        tablet.type(evidence, sentence);
        CHECK(tablet.sees("Saving…"));
        tablet.pass(700);
        CHECK(tablet.sees("Saved on this tablet"));
        CHECK_FALSE(tablet.sees("Saving…"));
    }
    Tablet tablet = kit.tablet(2);
    story::unlock(tablet);
    INFO(tablet.everything());
    CHECK(tablet.sees(
        "Recovered what you were typing when the app stopped: Evidence for Quality of teaching at Bramble Hill"));
    tablet.press("Show it");
    tablet.press("Aspects");
    INFO(tablet.everything());
    CHECK(tablet.value_of(evidence) == sentence);
    CHECK(tablet.sees("1 of 16 aspects judged: 1 amber."));
    CHECK_FALSE(tablet.sees("Recovered what"));
}

SCENARIO("typing on in a note that was written before is kept as well") {
    story::Kit kit;
    {
        story::VisitUnderWay tablet(kit);
        tablet.fill(evidence, "First.");
        tablet.type(evidence, "First. Second.");
        tablet.hide();
    }
    Tablet tablet = kit.tablet(2);
    story::unlock(tablet);
    tablet.press("Show it");
    tablet.press("Aspects");
    INFO(tablet.everything());
    CHECK(tablet.value_of(evidence) == "First. Second.");
}

SCENARIO("opening and leaving fields without typing writes nothing") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    tablet.press("Sync now");
    const std::size_t before = kit.county.log.size();
    for (const char* const part : {"Notes", "Questions", "Agreed", "Details", "Last time"}) tablet.press(part);
    tablet.press("Details");
    tablet.fill("What the visit is about", "");
    tablet.press("Notes");
    tablet.fill("Write a note", "");
    tablet.press("Aspects");
    tablet.fill(evidence, "");
    tablet.type(evidence, "a slip of the finger");
    tablet.pass(700);
    tablet.fill(evidence, "");
    tablet.press("Sync now");
    CHECK(kit.county.log.size() == before);
}

SCENARIO("the suggestion follows the choices and says why") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    CHECK(tablet.sees("No suggestion yet"));
    tablet.choose("Progress", "Green");
    tablet.choose("Attainment", "Green");
    tablet.choose("Governance", "Red");
    INFO(tablet.everything());
    CHECK(tablet.sees("3 of 16 aspects judged: 2 green and 1 red."));
    CHECK(tablet.sees("2 of 3 judged aspects are green: more than half."));
    CHECK(tablet.sees("It is 1 change away from a more serious category."));
    CHECK(tablet.sees("How the suggestion is made"));
    CHECK(tablet.sees("a tie goes to the more serious category"));
    CHECK(tablet.sees("a person’s decision"));
    tablet.choose("Governance", "Red");  // Again, as a finger that slips does: it stays.
    CHECK(tablet.sees("3 of 16 aspects judged: 2 green and 1 red."));
    tablet.press("Clear this choice for Governance");
    CHECK(tablet.sees("2 of 16 aspects judged: 2 green."));
    CHECK_FALSE(tablet.sees(Role::radio_group, "Post-16"));  // Not for a primary school.
}

SCENARIO("several notes can be written for one aspect") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    CHECK_FALSE(tablet.sees(Role::button, "Add another note for Quality of teaching"));
    tablet.pass(1000);  // Notes are ordered by when they were begun.
    tablet.fill(evidence, "The books of four classes.");
    tablet.press("Add another note for Quality of teaching");
    tablet.fill("Evidence for Quality of teaching, note 2", "A talk with the subject lead.");
    tablet.press("Back to the school");
    tablet.press("23 November 2026");
    tablet.press("Aspects");
    INFO(tablet.everything());
    CHECK(tablet.value_of("Evidence for Quality of teaching, note 1") == "The books of four classes.");
    CHECK(tablet.value_of("Evidence for Quality of teaching, note 2") == "A talk with the subject lead.");
}

SCENARIO("a bad date is said beside the field and is not written") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    tablet.press("Details");
    CHECK(tablet.value_of("Date of the visit") == "2026-11-23");
    tablet.fill("Date of the visit", "2026-02-31");
    INFO(tablet.everything());
    CHECK(tablet.sees("is not a date"));
    tablet.press("Complete the visit");
    CHECK_FALSE(tablet.sees("Complete this visit?"));
    tablet.fill("Date of the visit", "2026-11-20");
    CHECK_FALSE(tablet.sees("is not a date"));
}

SCENARIO("text that a full tablet cannot save stays on the screen, and is saved when there is room") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    kit.files.trouble = MemoryFiles::Trouble::full;
    tablet.type(evidence, sentence);
    tablet.pass(700);
    INFO(tablet.everything());
    CHECK(tablet.sees(Role::alert, "This tablet is full"));
    CHECK(tablet.sees("Not saved: it is only on the screen"));
    CHECK(tablet.value_of(evidence) == sentence);
    tablet.leave();
    CHECK(tablet.value_of(evidence) == sentence);

    kit.files.trouble = MemoryFiles::Trouble::none;
    tablet.pass(6000);
    CHECK_FALSE(tablet.sees(Role::alert, "This tablet is full"));
    tablet.press("Back to the school");
    tablet.press("23 November 2026");
    tablet.press("Aspects");
    INFO(tablet.everything());
    CHECK(tablet.value_of(evidence) == sentence);
}

TEST_CASE("a part of a visit has the same fields from the first frame in which it is seen") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    UiHost& host = tablet.host();
    const SemanticNode* part = host.tree().find(Role::button, "Details");
    REQUIRE(part);
    host.input().activate(part->id);
    std::set<NodeId> fields;  // What is typed into the first goes to the one of that id.
    for (int frame = 0; frame < 6; ++frame) {
        host.frame([&](Ui& ui) { tablet.app().draw(ui); });
        if (const SemanticNode* date = host.tree().find(Role::date_field, "Date of the visit")) fields.insert(date->id);
    }
    CHECK(fields.size() == 1);
}
