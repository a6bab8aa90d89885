#include <doctest/doctest.h>

#include "tests/app/from_elsewhere.h"
#include "tests/app/story.h"

using namespace kitbag;

namespace {

constexpr Instant day = 86'400'000;

// A visit of three weeks ago with an action that is still open.
std::string earlier_visit(FakeCounty& county, Instant now) {
    const Instant at = now - 21 * day;
    const std::string visit = visit_elsewhere(county, 2, at, {});
    SeededRandom random(77);
    write_elsewhere(county, 2, at, "agreed_action", new_id(at, random),
                    {{"urn", "900001"},
                     {"visit", visit},
                     {"text", "Train the governors"},
                     {"owner", "The chair"},
                     {"due", "2026-12-18"},
                     {"status", "open"},
                     {"by", adviser_id(2)}});
    return visit;
}

}  // namespace

SCENARIO("strengths, areas for development and actions are agreed in the visit") {
    for (const float width : {390.0f, 1180.0f}) {
        CAPTURE(width);
        story::Kit kit;
        story::VisitUnderWay tablet(kit);
        tablet.resize(width, 844);
        tablet.press("Agreed");
        tablet.fill("Strength 1", "Reading is loved.");
        tablet.press("Add a strength");
        tablet.fill("Strength 2", "Behaviour.");
        tablet.fill("Area for development 1", "Writing of boys.");
        tablet.fill("Action 1", "Watch two writing lessons");
        tablet.fill("Who does it, action 1", "The deputy");
        tablet.fill("Due by, action 1", "2026-12-31");
        tablet.press("Add an action");
        tablet.pass(1000);
        tablet.fill("Action 2", "Share the plan");
        INFO(tablet.everything());
        CHECK(tablet.value_of("Action 1") == "Watch two writing lessons");
        CHECK(tablet.has_chosen("How it stands, action 1", "Open"));
        tablet.press("Notes");
        CHECK(tablet.sees(Role::text, "Area for development"));
        tablet.press("Sync now");
        CHECK(latest_text(kit.county, "agreed_action", "text") == "Share the plan");
        CHECK(latest_text(kit.county, "agreed_action", "urn") == "900001");
        CHECK(latest_text(kit.county, "agreed_action", "due") == "2026-12-31");
    }
}

SCENARIO("an action agreed before reappears until it is closed, and says in which visit it was") {
    story::Kit kit;
    earlier_visit(kit.county, kit.clock.time);
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    story::start_visit(tablet);
    tablet.press("Agreed");
    INFO(tablet.everything());
    CHECK(tablet.sees(Role::text, "Train the governors"));
    CHECK(tablet.sees("Agreed on 2 November 2026 by another adviser"));
    CHECK(tablet.sees("The chair · Due by 18 December 2026"));

    tablet.choose("How it stands: Train the governors", "Dropped");
    CHECK(tablet.sees("Write why it is dropped"));
    CHECK(tablet.has_chosen("How it stands: Train the governors", "Open"));
    tablet.fill("What came of it: Train the governors", "The chair left.");
    CHECK_FALSE(tablet.sees("Write why it is dropped"));
    tablet.choose("How it stands: Train the governors", "Dropped");
    CHECK(tablet.has_chosen("How it stands: Train the governors", "Dropped"));
    tablet.press("Undo: dropped an action");
    CHECK(tablet.has_chosen("How it stands: Train the governors", "Open"));
    tablet.choose("How it stands: Train the governors", "Done");
    tablet.press("Sync now");
    CHECK(latest_text(kit.county, "agreed_action", "status") == "done");
    CHECK(latest_text(kit.county, "agreed_action", "outcome") == "The chair left.");
    CHECK(latest_text(kit.county, "agreed_action", "closed_in") != "");
    CHECK(tablet.sees(Role::text, "Train the governors"));  // Still there in the visit that closed it.
    story::complete(tablet);

    kit.clock.time += day;
    story::come_back(tablet);
    story::start_visit(tablet);
    tablet.press("Agreed");
    CHECK(tablet.sees("Nothing is open from earlier visits."));
}

SCENARIO("an action that was being typed when the app was killed is there again, with its visit and school") {
    story::Kit kit;
    {
        story::VisitUnderWay tablet(kit);
        tablet.press("Agreed");
        tablet.fill("Action 1", "");
        tablet.type("Who does it, action 1", "The bursar");
        tablet.pass(700);
    }
    Tablet tablet = kit.tablet(2);
    story::unlock(tablet);
    INFO(tablet.everything());
    CHECK(tablet.sees("Recovered what you were typing when the app stopped: An agreed action at Bramble Hill"));
    tablet.press("Show it");
    tablet.press("Agreed");
    CHECK(tablet.value_of("Who does it, action 1") == "The bursar");
    tablet.fill("Action 1", "Mend the roof");
    tablet.press("Sync now");
    CHECK(latest_text(kit.county, "agreed_action", "text") == "Mend the roof");
    CHECK(latest_text(kit.county, "agreed_action", "urn") == "900001");
    CHECK(latest_text(kit.county, "agreed_action", "status") == "open");
}

SCENARIO("what was found last time stands beside what is found now") {
    for (const float width : {390.0f, 1180.0f}) {
        CAPTURE(width);
        story::Kit kit;
        const std::string visit = earlier_visit(kit.county, kit.clock.time);
        const Instant at = kit.clock.time - 21 * day;
        SeededRandom random(78);
        write_elsewhere(kit.county, 2, at, "judgement", visit + ".governance",
                        {{"visit", visit}, {"aspect", "governance"}, {"choice", "red"}});
        write_elsewhere(kit.county, 2, at, "evidence_note", new_id(at, random),
                        {{"visit", visit}, {"aspect", "governance"}, {"text", "No minutes."}, {"by", adviser_id(2)}});
        write_elsewhere(kit.county, 2, at, "visit_answer", visit + ".staffing",
                        {{"visit", visit}, {"question", "staffing"}, {"text", "None."}});
        Tablet tablet = kit.tablet();
        story::set_up(tablet);
        tablet.resize(width, 844);
        story::start_visit(tablet);
        tablet.choose("Governance", "Green");
        tablet.press("Last time");
        INFO(tablet.everything());
        CHECK(tablet.sees("2 November 2026 · Keeping in Touch visit by another adviser"));
        CHECK(tablet.sees(Role::text, "No minutes."));
        CHECK(tablet.sees(Role::text, "Red"));
        CHECK(tablet.sees(Role::text, "Green"));
        CHECK(tablet.sees("Train the governors"));
        CHECK(tablet.sees("Where are the gaps between groups, and are they closing?"));
        CHECK_FALSE(tablet.sees("Are there posts that are hard to fill"));
        tablet.press("Questions");
        CHECK(
            tablet.described_as("Where are the gaps between groups, and are they closing?", "Not answered last time"));
        CHECK_FALSE(tablet.described_as("Are there posts that are hard to fill, or changes of staff to come?",
                                        "Not answered last time"));
    }
}
