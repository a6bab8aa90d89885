// A school that goes on under another URN: what was recorded under the one before stays in sight.

#include <doctest/doctest.h>

#include "tests/app/from_elsewhere.h"
#include "tests/app/story.h"

using namespace kitbag;

namespace {

constexpr const char* bramble = "Bramble Hill Primary School";
constexpr Instant day = 86'400'000;

std::string visit_with_an_open_action(story::Kit& kit) {
    const Instant at = kit.clock.time - 21 * day;
    const std::string visit = visit_elsewhere(kit.county, 2, at, {});
    SeededRandom random(77);
    write_elsewhere(kit.county, 2, at, "agreed_action", new_id(at, random),
                    {{"urn", "900001"},
                     {"visit", visit},
                     {"text", "Train the governors"},
                     {"due", "2026-11-20"},
                     {"status", "open"}});
    return visit;
}

}  // namespace

SCENARIO("a school that converted shows the visits and the open actions from before") {
    story::Kit kit;
    visit_with_an_open_action(kit);
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    CHECK(tablet.sees("Visited 2 November 2026"));
    kit.county.convert("900001", "900101");
    tablet.press("Sync now");
    INFO(tablet.everything());
    CHECK(tablet.sees("Visited 2 November 2026"));
    story::open_school(tablet, bramble);
    CHECK(tablet.sees("900101"));
    CHECK(tablet.sees("URN before it converted"));
    CHECK(tablet.sees("900001"));
    tablet.press("2 November 2026");
    CHECK(tablet.sees(Role::heading, "Visit record"));
    CHECK(tablet.sees(bramble));
    tablet.press("Back to the school");
    CHECK(tablet.sees("900101"));
    story::start_visit(tablet, bramble);
    tablet.press("Agreed");
    CHECK(tablet.sees("Train the governors"));
    CHECK(latest_text(kit.county, "visit", "urn") == "900001");
    tablet.press("Sync now");
    CHECK(latest_text(kit.county, "visit", "urn") == "900101");
}

SCENARIO("a visit planned before a school converted is the one that writing now goes into on its day") {
    story::Kit kit;
    const auto at_bramble = [&](const char* on, const char* status) {
        return visit_elsewhere(kit.county, 1, kit.clock.time - 5 * day, {{"date", on}, {"status", status}});
    };
    at_bramble("2026-11-20", "under_way");
    at_bramble("2026-11-24", "planned");
    const std::string today = at_bramble("2026-11-23", "planned");
    kit.county.convert("900001", "900101");
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    story::open_school(tablet, bramble);
    tablet.press("Write notes now");
    INFO(tablet.everything());
    REQUIRE(tablet.sees(Role::multiline_field, "Write a note"));
    tablet.fill("Write a note", "The new trust has met the staff.");
    tablet.press("Sync now");
    CHECK(latest_text(kit.county, "evidence_note", "visit") == today);
    CHECK(latest_text(kit.county, "visit", "status") == "under_way");
    for (const Change& change : kit.county.log) CHECK(text_in(change, "urn").value_or("900001") == "900001");
}

SCENARIO("an action from before a school converted is closed in a visit to the school as it is now") {
    story::Kit kit;
    visit_with_an_open_action(kit);
    kit.county.convert("900001", "900101");
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    story::start_visit(tablet, bramble);
    tablet.press("Agreed");
    tablet.choose("How it stands: Train the governors", "Done");
    INFO(tablet.everything());
    tablet.press("Sync now");
    CHECK(latest_text(kit.county, "agreed_action", "status") == "done");
}
