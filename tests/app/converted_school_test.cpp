// A school that goes on under another URN: what was recorded under the one before stays in sight.

#include <doctest/doctest.h>

#include "tests/app/from_elsewhere.h"
#include "tests/app/outcomes_of_wendshire.h"
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

SCENARIO("a school that converted stays in the caseload, with the people from before, until its adviser takes it out") {
    story::Kit kit;
    write_elsewhere(kit.county, 1, kit.clock.time - 60'000, "post", "0192f3c4-a1b2-7c3d-8e4f-0000000000d1",
                    {{"urn", "900001"},
                     {"role", "adviser"},
                     {"name", "Ada Marsh"},
                     {"account", adviser_id(1)},
                     {"since", "2026-09-01"}});
    kit.county.convert("900001", "900101");
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    INFO(tablet.everything());
    CHECK(tablet.has_chosen("Which are listed", "My caseload"));
    CHECK(tablet.sees(Role::button, bramble));
    story::open_school(tablet, bramble);
    CHECK(tablet.sees("Adviser · since 1 September 2026"));
    tablet.press("Leave my caseload");
    CHECK(tablet.sees(Role::button, "Add to my caseload"));
}

SCENARIO("what is open at a school from before it converted is offered, and asked about before a second of that day") {
    story::Kit kit;
    visit_elsewhere(kit.county, 1, kit.clock.time - day,
                    {{"date", "2026-11-23"}, {"kind", "governor_discussion"}, {"status", "under_way"}});
    kit.county.convert("900001", "900101");
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    story::open_school(tablet, bramble);
    tablet.press("Another kind of visit, or plan one");
    INFO(tablet.everything());
    CHECK(tablet.sees(Role::heading, "Planned or under way here"));
    CHECK(tablet.sees(Role::button, "23 November 2026"));
    tablet.press("Discussion with governors");
    tablet.press("Start it now");
    CHECK(tablet.sees(Role::dialog, "Is that right?"));
    tablet.press("Start it all the same");
    tablet.press("Details");
    CHECK(tablet.sees("There is another visit of this kind to this school on that date."));
}

SCENARIO("the outcomes of a school that converted go on, and what they show is attached to its visit from before") {
    story::Kit kit;
    add_outcomes_of_wendshire(kit.county);
    const std::string visit =
        visit_elsewhere(kit.county, 1, kit.clock.time - day, {{"date", "2026-11-22"}, {"status", "under_way"}});
    kit.county.convert("900001", "900101");
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    story::open_school(tablet, bramble);
    tablet.press("Outcomes");
    INFO(tablet.everything());
    tablet.choose("Which stage", "Key stage 2");
    CHECK(tablet.sees("In 2019: 63% at this school"));
    tablet.press("Attach to an aspect as evidence");
    tablet.press("Attach it");
    tablet.press("Sync now");
    CHECK(latest_text(kit.county, "evidence_note", "visit") == visit);
}

SCENARIO(
    "what was noted and heard of a school before it converted is read beside its aspects, and its rating begins "
    "afresh") {
    story::Kit kit;
    const Instant at = kit.clock.time - 21 * day;
    const std::string visit = visit_elsewhere(kit.county, 2, at, {});
    write_elsewhere(kit.county, 2, at, "judgement", visit + ".governance",
                    {{"visit", visit}, {"aspect", "governance"}, {"choice", "amber"}});
    write_elsewhere(kit.county, 2, at, "evidence_note", "0192f3c4-a1b2-7c3d-8e4f-0000000000e1",
                    {{"visit", visit}, {"aspect", "governance"}, {"text", "The chair is new."}});
    write_elsewhere(kit.county, 2, at, "forum_note", "0192f3c4-a1b2-7c3d-8e4f-0000000000f1",
                    {{"urn", "900001"},
                     {"half_term", "2026-27.2"},
                     {"service", "Virtual School for looked after children"},
                     {"aspect", "governance"},
                     {"text", "Two governors are leaving."}});
    kit.county.convert("900001", "900101");
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    story::open_school(tablet, bramble);
    tablet.press("School Performance Forum");
    CHECK(tablet.sees("Two governors are leaving."));
    CHECK(tablet.sees("the Forum has notes on 1 of 3 schools."));
    tablet.press("Back to the school");
    tablet.press("Category and direction");
    INFO(tablet.everything());
    tablet.press("Show the evidence for Governance");
    CHECK(tablet.sees("The chair is new."));
    CHECK(tablet.sees("Two governors are leaving."));
    CHECK_FALSE(tablet.sees("From one completed visit"));
}
