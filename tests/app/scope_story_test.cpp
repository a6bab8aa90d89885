// A county that brings to a tablet the records of some schools only.

#include <doctest/doctest.h>

#include "tests/app/from_elsewhere.h"
#include "tests/app/story.h"

using namespace kitbag;

SCENARIO("a school whose records do not come to the tablet says so, and one that comes into the caseload brings them") {
    story::Kit kit;
    visit_elsewhere(kit.county, 2, kit.clock.time - 60'000, {});
    visit_elsewhere(kit.county, 2, kit.clock.time - 60'000, {{"urn", "900002"}, {"date", "2026-11-03"}});
    kit.county.scope = {.id = "00000000000000a1", .places = {"900002"}};
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    const char* elsewhere = "These records do not come to this tablet";
    story::open_school(tablet, "Overwend Secondary School");
    CHECK(tablet.sees(Role::button, "3 November 2026"));
    CHECK_FALSE(tablet.sees(elsewhere));
    story::open_school(tablet, "Bramble Hill Primary School");
    INFO(tablet.everything());
    CHECK(tablet.sees(elsewhere));
    CHECK_FALSE(tablet.sees("No visits yet"));
    CHECK_FALSE(tablet.sees(Role::heading, "Category and direction"));
    CHECK_FALSE(tablet.sees(Role::button, "2 November 2026"));
    tablet.press("Board");
    CHECK(tablet.sees("Overwend Secondary School"));
    CHECK_FALSE(tablet.sees("Bramble Hill Primary School"));

    story::open_school(tablet, "Bramble Hill Primary School");
    tablet.press("Add to my caseload");
    CHECK(latest_text(kit.county, "post", "urn") == "900001");
    kit.county.scope = {.id = "00000000000000a2", .places = {"900001", "900002"}};
    tablet.press("Sync now");
    story::open_school(tablet, "Bramble Hill Primary School");
    CHECK_FALSE(tablet.sees(elsewhere));
    CHECK(tablet.sees(Role::button, "2 November 2026"));
}

SCENARIO(
    "what is written about a school whose records do not come is kept, sent, and stays when it goes out of sight") {
    story::Kit kit;
    kit.county.scope = {.id = "00000000000000a1", .places = {"900001"}};
    story::VisitUnderWay tablet(kit);
    kit.county.online = false;
    tablet.fill("Evidence for Governance", "Minutes of three meetings.");
    kit.county.scope = {.id = "00000000000000a2", .places = {}};
    kit.county.online = true;
    tablet.press("Sync now");
    INFO(tablet.everything());
    CHECK(latest_text(kit.county, "evidence_note", "text") == "Minutes of three meetings.");
    story::open_school(tablet, "Bramble Hill Primary School");
    CHECK(tablet.sees("These records do not come to this tablet"));
    tablet.press("23 November 2026");
    CHECK(tablet.value_of("Note 1, 14:02") == "Minutes of three meetings.");
}
