#include <doctest/doctest.h>

#include "tests/app/story.h"

using namespace kitbag;

using story::complete;

SCENARIO("what is missing is said before a visit can be completed") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    tablet.press("Details");
    tablet.press("Complete the visit");
    INFO(tablet.everything());
    CHECK(tablet.sees("Before the visit can be completed"));
    CHECK_FALSE(tablet.sees("Complete this visit?"));
}

SCENARIO("a visit completed with no connection is received when there is one, with its receipt") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    kit.county.online = false;
    tablet.choose("Quality of teaching", "Amber");
    tablet.fill("Evidence for Quality of teaching", "Seen in three lessons.");
    complete(tablet);
    INFO(tablet.everything());
    CHECK(tablet.sees("On this tablet only"));
    CHECK(tablet.sees("wait safely on this tablet"));
    CHECK(tablet.sees("Seen in three lessons."));

    kit.county.online = true;
    tablet.press("Sync now");
    INFO(tablet.everything());
    CHECK(tablet.sees("Received by the county, 23 November 2026, 14:02, receipt R-0000"));
    CHECK(tablet.sees("Everything is received by the county"));

    WHEN("it is synced again") {
        const std::size_t before = kit.county.log.size();
        tablet.press("Sync now");
        CHECK(kit.county.log.size() == before);
    }
    WHEN("another adviser's tablet syncs") {
        kit.county.code = "KTB-2222-2222";
        MemoryFiles other_files;
        // One store is open at a time in a program, so the first tablet is put away.
        tablet.press("Sending and receiving");
        tablet.press("Lock this tablet");
        Tablet other(other_files, kit.clock, kit.county, 7);
        story::set_up(other, "Ben Fenner", "KTB-2222-2222");
        story::open_school(other, "Bramble Hill Primary School");
        other.press("23 November 2026");
        INFO(other.everything());
        CHECK(other.sees(Role::heading, "Visit record"));
        CHECK(other.sees("Seen in three lessons."));
        CHECK(other.sees("Brought from the county"));
        CHECK(other.sees("Keeping in Touch visit by Ada Marsh"));
        CHECK_FALSE(other.sees(Role::button, "Complete the visit"));
    }
}

SCENARIO("a refused change is shown with its reason, holds up nothing else, and can be tried again") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    kit.county.refused_entity = "evidence_note";
    tablet.fill("Evidence for Quality of teaching", "Seen in three lessons.");
    complete(tablet);
    INFO(tablet.everything());
    CHECK(tablet.sees("1 change was refused"));
    CHECK(tablet.sees("Part of it was refused by the county"));
    CHECK_FALSE(kit.county.log.empty());
    tablet.press("See why");
    INFO(tablet.everything());
    CHECK(tablet.sees("The county cannot take this note: it names a person."));
    CHECK(tablet.sees("Evidence note: Bramble Hill Primary School, 23 November 2026"));

    kit.county.refused_entity = "";
    tablet.press("Try again");
    INFO(tablet.everything());
    CHECK(tablet.sees("Everything is received by the county"));
    CHECK(tablet.sees("Nothing has been refused."));
}

SCENARIO("a guest network that answers in the county's place loses nothing and alarms nobody") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    kit.county.captive_portal = true;
    complete(tablet);
    INFO(tablet.everything());
    CHECK(tablet.sees("On this tablet only"));
    CHECK_FALSE(tablet.sees(Role::alert, ""));
    kit.county.captive_portal = false;
    tablet.press("Sync now");
    CHECK(tablet.sees("Everything is received by the county"));
}
