#include <doctest/doctest.h>

#include "tests/app/story.h"

using namespace kitbag;

namespace {

void write_and_complete(Tablet& tablet) {
    tablet.choose("Quality of teaching", "Amber");
    tablet.fill("Evidence for Quality of teaching", "Seen in three lessons.");
    story::complete(tablet);
}

std::size_t changes_of(const Tablet&, const story::Kit& kit, std::string_view entity) {
    std::size_t count = 0;
    for (const Change& change : kit.county.log) count += change.entity == entity ? 1 : 0;
    return count;
}

void lock_without_answer(Tablet& tablet) {
    tablet.press("Mark it as shared with the head");
    tablet.press("Lock the record");
    tablet.fill("Why it is locked without the head’s answer", "The head has left the school.");
    tablet.press("Lock the record");
}

void put_away(Tablet& tablet) {
    tablet.press("Sending and receiving");
    tablet.press("Lock this tablet");
}

}  // namespace

SCENARIO("a visit goes its way from completed to locked, and its record says who did what and why") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    write_and_complete(tablet);
    CHECK(tablet.sees("Completed by Ada Marsh"));
    CHECK(tablet.sees("Begun by Ada Marsh"));

    tablet.press("Open it again");
    tablet.press("Open it again");
    INFO(tablet.everything());
    CHECK(tablet.sees("Write why: it stays with the record."));
    CHECK(tablet.sees(Role::heading, "Visit record"));
    tablet.fill("Why it is opened again", "A note was missing.");
    tablet.press("Open it again");
    REQUIRE(tablet.sees(Role::multiline_field, "Write a note"));
    CHECK(kit.county.log.back().fields.at("status").value == "under_way");
    CHECK(kit.county.log.back().fields.at("status_reason").value == "A note was missing.");

    story::complete(tablet);
    tablet.press("Mark it as shared with the head");
    INFO(tablet.everything());
    CHECK(tablet.sees("Shared with the head by Ada Marsh"));
    CHECK(tablet.sees("The head has not answered yet."));
    tablet.press("Lock the record");
    tablet.press("Lock the record");
    CHECK(tablet.sees("Write why it is locked without an answer."));
    tablet.fill("Why it is locked without the head’s answer", "The head has left the school.");
    tablet.press("Lock the record");
    INFO(tablet.everything());
    CHECK(tablet.sees("Locked by Ada Marsh"));
    CHECK(tablet.sees("The head has left the school."));
    CHECK(tablet.sees("A note was missing."));
    CHECK(tablet.sees("Recorded on this tablet."));
    CHECK_FALSE(tablet.sees(Role::button, "Open it again"));
    CHECK_FALSE(tablet.sees(Role::button, "Lock the record"));
    CHECK_FALSE(tablet.sees(Role::button, "Hand the tablet to the head"));
}

SCENARIO("the reason for a step waits through a crash and becomes part of the one change that takes it") {
    story::Kit kit;
    {
        story::VisitUnderWay tablet(kit);
        write_and_complete(tablet);
        tablet.press("Open it again");
        tablet.type("Why it is opened again", "Two pupils were");
        tablet.pass(700);
    }
    Tablet tablet = kit.tablet(2);
    story::unlock(tablet);
    story::open_school(tablet, "Bramble Hill Primary School");
    tablet.press("23 November 2026");
    INFO(tablet.everything());
    CHECK(tablet.value_of("Why it is opened again") == "Two pupils were");
    CHECK_FALSE(tablet.sees("Recovered what"));
    tablet.press("Leave it as it is");
    CHECK_FALSE(tablet.sees("Two pupils were"));
    CHECK(tablet.sees(Role::button, "Open it again"));
    CHECK(kit.county.log.back().fields.at("status").value == "completed");
}

SCENARIO("a visit under way is cancelled with a reason, and planned again with another") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    tablet.press("Sync now");
    put_away(tablet);
    kit.county.code = "KTB-2222-2222";
    kit.county.role = "senior_adviser";
    MemoryFiles other_files;
    Tablet senior(other_files, kit.clock, kit.county, 7);
    story::set_up(senior, "Ben Fenner", "KTB-2222-2222");
    story::open_school(senior, "Bramble Hill Primary School");
    senior.press("23 November 2026");
    senior.press("Read the record so far");
    INFO(senior.everything());
    CHECK(senior.sees("This visit is still under way"));
    senior.press("Complete this visit");  // Nobody said who took part.
    CHECK(senior.sees("Name at least one person who took part."));
    senior.press("Cancel this visit");
    senior.fill("Why it is cancelled", "The boiler failed.");
    senior.press("Cancel this visit");
    CHECK(senior.sees("Cancelled by Ben Fenner"));
    CHECK(senior.sees("The boiler failed."));
    senior.press("Plan it again");
    senior.fill("Why it is planned again", "The boiler failed.");  // The same words are a reason of their own.
    senior.press("Plan it again");
    INFO(senior.everything());
    CHECK(senior.sees("Planned again by Ben Fenner"));
    CHECK(senior.sees(Role::button, "Start this visit"));
    CHECK(senior.sees(Role::button, "It did not happen"));
    senior.press("Start this visit");
    CHECK(kit.county.log.back().fields.at("status").value == "under_way");
}

SCENARIO("a colleague who may not step in is offered no step, and reads the record") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    write_and_complete(tablet);
    put_away(tablet);
    kit.county.code = "KTB-2222-2222";
    MemoryFiles other_files;
    Tablet other(other_files, kit.clock, kit.county, 7);
    story::set_up(other, "Ben Fenner", "KTB-2222-2222");
    story::open_school(other, "Bramble Hill Primary School");
    other.press("23 November 2026");
    INFO(other.everything());
    CHECK(other.sees("Nothing can be done by you with this visit as it stands."));
    CHECK_FALSE(other.sees(Role::button, "Hand the tablet to the head"));
    CHECK_FALSE(other.sees(Role::button, "Open it again"));
    CHECK(other.sees("Seen in three lessons."));
    CHECK(other.sees(Role::button, "Print this record"));
}

SCENARIO("a locked record is amended part by part, and what it said stays beside it") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    write_and_complete(tablet);
    lock_without_answer(tablet);
    tablet.press("Amend: Evidence for Quality of teaching");
    tablet.fill("What it should say", "Seen in two lessons.");
    tablet.press("Record the amendment");
    INFO(tablet.everything());
    CHECK(tablet.sees("Write why it is amended: it stays with the record."));
    CHECK(changes_of(tablet, kit, "amendment") == 0);
    tablet.fill("Why it is amended", "A lesson was counted twice.");
    tablet.press("Record the amendment");
    CHECK(changes_of(tablet, kit, "amendment") == 1);
    CHECK(tablet.sees("Seen in three lessons."));
    CHECK(tablet.sees("Amended by Ada Marsh, 23 November 2026"));
    CHECK(tablet.sees("Seen in two lessons."));
    CHECK(tablet.sees("Why: A lesson was counted twice."));
    CHECK_FALSE(tablet.sees("What it should say"));

    kit.county.refused_entity = "amendment";
    tablet.press("Amend the record as a whole");
    tablet.fill("What it should say", "It was a Tuesday.");
    tablet.fill("Why it is amended", "A slip.");
    tablet.press("Record the amendment");
    INFO(tablet.everything());
    CHECK(tablet.sees(Role::heading, "Amendments"));
    CHECK(tablet.sees("The county did not take this: The county cannot take this note"));
}

SCENARIO("what was typed to amend a record is there again after the app was killed") {
    story::Kit kit;
    {
        story::VisitUnderWay tablet(kit);
        write_and_complete(tablet);
        lock_without_answer(tablet);
        tablet.press("Amend: Quality of teaching");
        tablet.type("What it should say", "Green in");
        tablet.hide();
    }
    Tablet tablet = kit.tablet(2);
    story::unlock(tablet);
    story::open_school(tablet, "Bramble Hill Primary School");
    tablet.press("23 November 2026");
    INFO(tablet.everything());
    CHECK(tablet.value_of("What it should say") == "Green in");
    CHECK(changes_of(tablet, kit, "amendment") == 0);
}

SCENARIO("the record is printed and kept as a page and as JSON, with no connection") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    kit.county.online = false;
    tablet.fill("Evidence for Quality of teaching", "Seen in three lessons. <script>alert(1)</script>");
    story::complete(tablet);
    tablet.press("Print this record");
    REQUIRE(tablet.platform().printed.size() == 1);
    const std::string& html = tablet.platform().printed.front();
    CHECK(html.contains("<h1>Visit record: Bramble Hill Primary School</h1>"));
    CHECK(html.contains("Seen in three lessons."));
    CHECK(html.contains("On this tablet only") == false);  // Paper outlives where the record is now.
    CHECK(html.contains("Completed by Ada Marsh"));
    CHECK_FALSE(html.contains("<script"));

    tablet.press("Save it as a page (HTML)");
    tablet.press("Save it as a file (JSON)");
    REQUIRE(tablet.platform().given.size() == 2);
    const GivenFile& page = tablet.platform().given[0];
    CHECK(page.name == "Bramble Hill Primary School, 23 November 2026, Keeping in Touch visit.html");
    CHECK(page.type == "text/html");
    CHECK(page.content == html);
    const GivenFile& file = tablet.platform().given[1];
    CHECK(file.name == "Bramble Hill Primary School, 23 November 2026, Keeping in Touch visit.json");
    CHECK(file.type == "application/json");
    CHECK(file.content.contains("\"format\": \"kitbag-visit-record/1\""));
    CHECK(file.content.contains("Seen in three lessons."));
}
