// The county wants a tablet erased: what was written on it goes there first, and then it goes from the tablet.

#include <doctest/doctest.h>

#include "tests/app/story.h"
#include "tests/support/photographs.h"

using namespace kitbag;

namespace {

constexpr PoolFile contents[] = {PoolFile::database, PoolFile::wal, PoolFile::journal, PoolFile::key};

bool is_empty(MemoryFiles& files) {
    for (const PoolFile file : contents)
        if (!files.bytes_of(file).empty()) return false;
    return true;
}

bool has_note(const std::vector<Change>& log, std::string_view text) {
    for (const Change& change : log) {
        const auto found = change.fields.find("text");
        if (found != change.fields.end() && found->second.value == text) return true;
    }
    return false;
}

void write_offline(Tablet& tablet, story::Kit& kit) {
    kit.county.online = false;
    tablet.fill("Evidence for Quality of teaching", "Seen in three lessons.");
    kit.county.erase_wanted = true;
    kit.county.online = true;
}

}  // namespace

SCENARIO("a tablet that the county wants erased sends all it has, erases itself, says so, and tells the county") {
    story::Kit kit;
    {
        story::VisitUnderWay tablet(kit);
        write_offline(tablet, kit);
        tablet.press("Sync now");
        INFO(tablet.everything());
        CHECK(has_note(kit.county.log, "Seen in three lessons."));
        CHECK(is_empty(kit.files));
        CHECK(tablet.sees(Role::heading, "Set up this tablet"));
        CHECK(tablet.sees(
            "The county had this tablet erased on 23 November 2026, 14:02. Everything that was written on it"));
        CHECK(kit.county.erased == 1);
        CHECK(tablet.app().at_work().erased);
        CHECK_FALSE(tablet.sees("Ada Marsh"));
    }
    // At the next start it still says so, until somebody has read it; and the county is not told again.
    Tablet again = kit.tablet(2);
    CHECK(again.sees("The county had this tablet erased on 23 November 2026, 14:02."));
    again.press("I have read this");
    CHECK_FALSE(again.sees("The county had this tablet erased"));
    CHECK(kit.files.bytes_of(PoolFile::label).empty());
    CHECK(kit.county.erased == 1);
    kit.county.erase_wanted = false;
    kit.county.code = "KTB-3333-3333";
    story::set_up(again, "Ada Marsh", "KTB-3333-3333");
    CHECK(again.sees("3 schools"));
}

SCENARIO("a tablet that was erased can be set up again at once") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    kit.county.erase_wanted = true;
    tablet.press("Sync now");
    REQUIRE(is_empty(kit.files));
    kit.county.erase_wanted = false;
    kit.county.code = "KTB-3333-3333";
    tablet.press("I have read this");
    INFO(tablet.everything());
    CHECK_FALSE(tablet.sees("Bringing the county’s schools and criteria"));
    story::set_up(tablet, "Ada Marsh", "KTB-3333-3333");
    CHECK(tablet.sees("3 schools"));
}

SCENARIO("what is being typed when the county wants the tablet erased is sent first") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    kit.county.erase_wanted = true;
    tablet.answer_only(0);
    tablet.press("Sync now");
    tablet.type("Evidence for Quality of teaching", "Half a sentence");
    tablet.answer_all();
    INFO(tablet.everything());
    CHECK(has_note(kit.county.log, "Half a sentence"));
    CHECK(is_empty(kit.files));
}

SCENARIO("what the county refuses is kept by the county before the tablet erases itself") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    kit.county.refused_entity = "evidence_note";
    tablet.fill("Evidence for Quality of teaching", "It names a person.");
    tablet.press("Sync now");
    REQUIRE(tablet.sees("was refused"));
    kit.county.erase_wanted = true;
    tablet.press("Sync now");
    INFO(tablet.everything());
    CHECK(has_note(kit.county.left_behind, "It names a person."));
    CHECK(is_empty(kit.files));
}

SCENARIO("a photograph that the county does not take keeps the tablet from being erased, and it says what to do") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    tablet.press("Notes");
    kit.county.online = false;
    tablet.take_photo("Take a photograph", {jpeg_of("one"), jpeg_of("small")});
    kit.county.takes_pictures = false;
    kit.county.erase_wanted = true;
    kit.county.online = true;
    tablet.press("Sync now");
    INFO(tablet.everything());
    CHECK_FALSE(is_empty(kit.files));
    CHECK(tablet.sees("The county wants this tablet erased, but 1 photograph on it could not be given to the county."));
    CHECK(tablet.sees("Take the tablet to the county office."));
    CHECK(kit.county.erased == 0);
}

SCENARIO("another adviser's store on the same tablet stays, and opens") {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    tablet.press("Sending and receiving");
    tablet.press("Lock this tablet");
    tablet.press("Set up for another adviser");
    kit.county.code = "KTB-2222-2222";
    story::set_up(tablet, "Ben Fenner", "KTB-2222-2222");
    REQUIRE(tablet.sees("3 schools"));
    kit.county.erase_wanted = true;  // Of Ben's, because only his is open.
    tablet.press("Sync now");
    INFO(tablet.everything());
    CHECK(is_empty(kit.files.store(2)));
    CHECK_FALSE(is_empty(kit.files));
    CHECK(tablet.sees(Role::heading, "Unlock Kitbag"));
    CHECK(tablet.sees("The county had one adviser’s work on this tablet erased"));
    CHECK_FALSE(tablet.app().at_work().erased);
    kit.county.erase_wanted = false;
    story::unlock(tablet);
    CHECK(tablet.sees("3 schools"));
}

SCENARIO(
    "an erasure that was interrupted goes on at the next start, and the county is told when there is a connection") {
    story::Kit kit;
    {
        story::VisitUnderWay tablet(kit);
        write_offline(tablet, kit);
        tablet.answer_only(3);  // All but the last word: that it is done.
        tablet.press("Sync now");
        INFO(tablet.everything());
        REQUIRE(is_empty(kit.files));
        CHECK(tablet.sees("The county does not know yet that it is done"));
        CHECK_FALSE(tablet.sees(Role::button, "I have read this"));
    }
    kit.county.online = false;
    Tablet tablet = kit.tablet(2);
    CHECK(kit.county.erased == 0);
    CHECK(tablet.sees("The county does not know yet that it is done"));
    kit.county.online = true;
    tablet.pass(60'000);
    INFO(tablet.everything());
    CHECK(kit.county.erased == 1);
    CHECK(tablet.sees(Role::button, "I have read this"));
}

SCENARIO("a guest network's page is not taken for the county's word that it knows of the erasure") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    write_offline(tablet, kit);
    tablet.answer_only(3);
    tablet.press("Sync now");
    kit.county.captive_portal = true;
    tablet.answer_all();
    CHECK(tablet.sees("The county does not know yet that it is done"));
    kit.county.captive_portal = false;
    tablet.pass(60'000);
    CHECK(kit.county.erased == 1);
}
