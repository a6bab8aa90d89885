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
