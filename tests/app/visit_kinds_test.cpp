#include <doctest/doctest.h>

#include "tests/app/from_elsewhere.h"
#include "tests/app/story.h"

using namespace kitbag;

namespace {

constexpr const char* school = "Bramble Hill Primary School";
constexpr Instant day = 86'400'000;

// Opens the visit of this adviser that is under way or planned at the school.
void open_visit(story::Kit& kit, Tablet& tablet, FieldValues values) {
    values.insert({{"status", "under_way"}, {"date", "2026-11-23"}});
    visit_elsewhere(kit.county, 1, kit.clock.time - day, std::move(values));
    tablet.press("Sync now");
    story::open_school(tablet, school);
    tablet.press("23 November 2026");
    INFO(tablet.everything());
    REQUIRE(tablet.sees(Role::multiline_field, "Write a note"));
}

}  // namespace

SCENARIO("the questions of a visit's kind are answered, each once, and recovered when the app was killed") {
    story::Kit kit;
    constexpr const char* question = "What do governors want for the school, and how do they know it is on the way?";
    {
        Tablet tablet = kit.tablet();
        story::set_up(tablet);
        open_visit(kit, tablet, {{"kind", "governor_discussion"}});
        CHECK(tablet.sees("Minutes of recent meetings"));
        tablet.press("Questions");
        CHECK(tablet.sees(Role::heading, "The discussion"));
        tablet.fill(question, "Two more classes.");
        tablet.press("Sync now");
        CHECK(latest_text(kit.county, "visit_answer", "question") == "governors_vision");
        tablet.type("What training or support do governors need?", "Finan");
        tablet.pass(700);
    }
    Tablet tablet = kit.tablet(2);
    story::unlock(tablet);
    INFO(tablet.everything());
    CHECK(tablet.sees("The answer to “What training or support do governors need?” at Bramble Hill Primary School"));
    tablet.press("Show it");
    tablet.press("Questions");
    CHECK(tablet.value_of(question) == "Two more classes.");
    CHECK(tablet.value_of("What training or support do governors need?") == "Finan");
    CHECK_FALSE(tablet.sees(Role::button, "Undo"));  // It was recovered, not written now.
}

SCENARIO("an answer that a colleague wrote while the question was open here can be changed and emptied") {
    story::Kit kit;
    constexpr const char* question = "What training or support do governors need?";
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    open_visit(kit, tablet, {{"kind", "governor_discussion"}});
    tablet.press("Questions");
    const std::string visit = kit.county.log.front().entity_id;
    write_elsewhere(kit.county, 2, kit.clock.time - 1000, "visit_answer", visit + ".governors_needs",
                    {{"visit", visit}, {"question", "governors_needs"}, {"text", "Finance."}});
    tablet.press("Sync now");
    CHECK(tablet.value_of(question) == "Finance.");
    tablet.fill(question, "");
    tablet.press("Sync now");
    INFO(tablet.everything());
    CHECK(tablet.value_of(question).empty());
    CHECK(latest_text(kit.county, "visit_answer", "text").empty());
    tablet.press("Undo: changed an answer");
    CHECK(tablet.value_of(question) == "Finance.");
}

SCENARIO("a visit that judges nothing has no aspects and is completed like others") {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    open_visit(kit, tablet,
               {{"kind", "critical_incident"}, {"framework", ""}, {"framework_version", ""}, {"variant", ""}});
    CHECK(tablet.sees("Critical-incident support by Ada Marsh"));
    CHECK_FALSE(tablet.sees(Role::button, "Aspects"));
    CHECK_FALSE(tablet.sees("criteria have not arrived"));
    tablet.fill("Write a note", "The site is safe.");
    tablet.press("Sort note 1");
    CHECK_FALSE(tablet.sees(Role::radio_group, "Aspect"));
    tablet.press("Done");
    story::complete(tablet);
}

SCENARIO("a visit of the desk needs nobody to have taken part") {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    open_visit(kit, tablet, {{"kind", "desk_evidence"}, {"participants", ""}});
    tablet.press("Details");
    tablet.press("Complete the visit");
    CHECK(tablet.sees("Complete this visit?"));
}

SCENARIO("who must be there and was not, and what may be a slip, is asked about and not forbidden") {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    visit_elsewhere(kit.county, 2, kit.clock.time - day, {{"kind", "review"}, {"date", "2026-11-30"}});
    open_visit(kit, tablet, {{"kind", "review"}});
    tablet.press("Details");
    tablet.press("Headteacher");
    tablet.fill("Date of the visit", "2026-11-30");
    INFO(tablet.everything());
    CHECK(tablet.sees("Its date has not come yet."));
    CHECK(tablet.sees("There is another visit of this kind to this school on that date."));
    tablet.press("Complete the visit");
    CHECK(tablet.sees("Not marked as present: Chair of governors."));
    tablet.press("Complete it");
    CHECK(tablet.sees(Role::heading, "Visit record"));
    tablet.press("Sync now");
    CHECK(latest_text(kit.county, "visit", "present") == "headteacher");
}

SCENARIO("a time that is none is said at its field") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    tablet.press("Details");
    tablet.fill("Time", "half past nine");
    CHECK(tablet.sees("This is not a time."));
    tablet.fill("Time", "09:30");
    CHECK_FALSE(tablet.sees("This is not a time."));
    tablet.press("Sync now");
    CHECK(latest_text(kit.county, "visit", "time") == "09:30");
}
