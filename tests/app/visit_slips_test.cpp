#include <doctest/doctest.h>

#include "tests/app/from_elsewhere.h"
#include "tests/app/story.h"

using namespace kitbag;

namespace {

constexpr const char* school = "Bramble Hill Primary School";
constexpr const char* without_answer = "Why it is locked without the head’s answer";

void write_and_complete(Tablet& tablet) {
    tablet.choose("Quality of teaching", "Amber");
    tablet.fill("Evidence for Quality of teaching", "Seen in three lessons.");
    story::complete(tablet);
}

void take_back(Tablet& tablet) {
    tablet.fill("Passphrase of the adviser", story::passphrase);
    tablet.press("Take the tablet back");
}

void sign_and_take_back(Tablet& tablet) {
    tablet.fill("Your name", "Dr Ives");
    tablet.fill("Your post", "headteacher");
    tablet.press("This record is accurate");
    tablet.press("For the adviser: take the tablet back");
    take_back(tablet);
}

void put_away(Tablet& tablet) {
    tablet.press("Sending and receiving");
    tablet.press("Lock this tablet");
}

}  // namespace

SCENARIO("undo takes back what its button says, and not the note that is being typed") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    tablet.choose("Governance", "Amber");
    tablet.press("Notes");
    tablet.type("Write a note", "A long and precious note.");
    tablet.press("Undo: chose Amber");
    CHECK(tablet.sees("A long and precious note."));
    tablet.press("Undo: wrote a note");
    tablet.press("Undo: chose Amber");
    tablet.press("Aspects");
    CHECK_FALSE(tablet.has_chosen("Governance", "Amber"));
}

SCENARIO("undo leaves alone what a sync brought since") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    tablet.press("Details");
    tablet.fill("What the visit is about", "Reading");
    tablet.fill("What the visit is about", "Mathematics");
    tablet.press("Sync now");
    std::string visit;
    for (const Change& change : kit.county.log) {
        if (change.entity == "visit") visit = change.entity_id;
    }
    write_elsewhere(kit.county, 1, kit.clock.time + 60'000, "visit", visit, {{"focus", "From my other tablet"}});
    kit.clock.time += 120'000;
    tablet.press("Sync now");
    tablet.press("Undo: ");
    INFO(tablet.everything());
    CHECK(tablet.value_of("What the visit is about") == "From my other tablet");
    CHECK(tablet.sees("Something else has been written there since"));
}

SCENARIO("a text that could not be written is mended after unlocking, and says so until then") {
    story::Kit kit;
    {
        story::VisitUnderWay tablet(kit);
        tablet.press("Notes");
        tablet.fill("Write a note", std::string(100'001, 'x'));
        story::write_details(tablet);
        tablet.press("Complete the visit");
        CHECK(tablet.sees("A text could not be kept as it stands"));
        put_away(tablet);
    }
    Tablet tablet = kit.tablet(2);
    story::unlock(tablet);
    story::open_school(tablet, school);
    tablet.press("23 November 2026");
    REQUIRE(tablet.value_of("Write a note").size() == 100'001);
    tablet.fill("Write a note", "Shortened.");
    tablet.press("Details");
    tablet.press("Complete the visit");
    CHECK(tablet.sees("Complete this visit?"));
    tablet.press("Complete it");
    CHECK(tablet.sees("Shortened."));
}

SCENARIO("a reason that was typed and not used is not given to another step") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    write_and_complete(tablet);
    tablet.press("Mark it as shared with the head");
    tablet.press("Lock the record");
    tablet.fill(without_answer, "The head refuses to answer.");
    tablet.press("Hand the tablet to the head");
    sign_and_take_back(tablet);
    tablet.press("Lock the record");
    INFO(tablet.everything());
    CHECK(tablet.sees("Locked by Ada Marsh"));
    CHECK_FALSE(tablet.sees("The head refuses to answer."));
}

SCENARIO("evidence that is moved to another aspect after signing is a change of the record") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    write_and_complete(tablet);
    tablet.press("Hand the tablet to the head");
    sign_and_take_back(tablet);
    tablet.press("Open it again");
    tablet.fill("Why it is opened again", "Wrong place.");
    tablet.press("Open it again");
    tablet.press("Sort note 1");
    tablet.choose("Aspect", "Governance");
    tablet.press("Done");
    tablet.press("Details");
    tablet.press("Complete the visit");
    tablet.press("Complete it");
    INFO(tablet.everything());
    CHECK(tablet.sees("Evidence for Governance"));
    CHECK(tablet.sees("The record was changed after this was signed."));
}

SCENARIO("a record is not locked over what the head began to write") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    write_and_complete(tablet);
    tablet.press("Hand the tablet to the head");
    tablet.press("Something here is not right: Evidence for Quality of teaching");
    tablet.fill("What is not right, in your own words: Evidence for Quality of teaching", "Only two lessons.");
    tablet.press("For the adviser: take the tablet back");
    take_back(tablet);
    tablet.press("Lock the record");
    tablet.fill(without_answer, "Called away.");
    tablet.press("Lock the record");
    INFO(tablet.everything());
    CHECK(tablet.sees("The head began to write and has not signed."));
    CHECK_FALSE(tablet.sees("Locked by Ada Marsh"));
    tablet.press("Hand the tablet to the head");
    CHECK(tablet.sees("Only two lessons."));
}
