// What is known of one school apart from its visits: its people, what inspections named, and its outcomes.

#include "tests/app/every_screen.h"
#include "tests/app/from_elsewhere.h"
#include "tests/app/outcomes_of_wendshire.h"
#include "tests/app/story.h"

namespace kitbag {
namespace {

// The people of a school, a caseload, and what was written twice about a person.
void walk_the_people(const Look& look) {
    constexpr Instant minute = 60'000;
    story::Kit kit;
    School childminder;
    childminder.urn = "EY900002";
    childminder.name = "Childminder EY900002";
    childminder.kind = SchoolKind::childminder;
    childminder.childcare = Childcare{};
    childminder.childcare->name_is_withheld = true;
    kit.county.add_school(childminder);
    kit.county.set_alliances(
        R"([{"area":"South Wendshire and the villages by the river","name":"River Wendle Teaching School Alliance",)"
        R"("phases":"Primary, secondary, special","schools":[{"leads":true,"name":"Bramble Hill Primary School",)"
        R"("urn":"900001"},{"leads":true,"name":"A School in the Next County"}]}])");
    write_elsewhere(
        kit.county, 2, kit.clock.time - minute, "post", "0192f3c4-a1b2-7c3d-8e4f-0000000000e1",
        {{"urn", "900003"}, {"role", "early_years_adviser"}, {"name", "Una Reed"}, {"team", "sector_development"}});
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    tablet.press("Narrow the list");
    look(tablet, "the list being narrowed, with teams");
    tablet.press("Leave it as it was");
    story::open_school(tablet, "Bramble Hill Primary School");
    look(tablet, "a school with its alliance");
    tablet.press("Teaching school alliances");
    look(tablet, "alliances");
    tablet.press("Schools");
    const auto open = [&](const char* place, const char* button) {
        story::open_school(tablet, place);
        tablet.press(button);
    };
    open("Childminder EY900002", "Give it a local name");
    look(tablet, "people of a setting without a name");
    tablet.fill("What advisers call this place", "The childminders at the old railway cottage by the ford");
    open("Bramble Hill Primary School", "Add to my caseload");
    tablet.press("Add or change people");
    tablet.press("Add a person");
    tablet.choose("What is this person’s post", "System leader");
    tablet.press("Add this person");
    look(tablet, "people, a new one with errors");
    tablet.fill("Name of the person", "Philippa Featherstonehaugh-Wolverhampton");
    tablet.choose("What kind of system leader", "Specialist Leader of Education");
    tablet.fill("URN of the school they lead", "900002");
    tablet.fill("How much they can give", "Two days a month in the autumn and spring terms");
    tablet.fill("Since when", "2024-09-01");
    tablet.press("Add this person");
    const std::string post = kit.county.log.back().entity_id;
    tablet.press("Change: Philippa");
    look(tablet, "people, one being changed");
    tablet.press("Done: Philippa");
    tablet.press("End this: Philippa");
    tablet.fill("The day it ended", "2020-01-01");
    tablet.press("End it on this day");
    look(tablet, "people, one being ended with its error");
    tablet.fill("The day it ended", "2026-11-20");
    kit.county.online = false;
    tablet.press("End it on this day");
    write_elsewhere(kit.county, 2, kit.clock.time + minute, "post", post, {{"until", "2026-12-18"}});
    kit.county.online = true;
    tablet.press("Sync now");
    look(tablet, "people, with what was written twice");
    tablet.press("Back to the school");
    look(tablet, "school with people");
    tablet.press("Schools");
    tablet.press("My caseload");
    tablet.type("Find a school or setting", "e");
    look(tablet, "caseload with what else was found");
}

// Figures that are there, hidden, suppressed and missing, as charts and as tables.
void walk_the_outcomes(const Look& look) {
    story::Kit kit;
    add_outcomes_of_wendshire(kit.county);
    story::VisitUnderWay tablet(kit);
    story::open_school(tablet, "The Long Meadow School");
    tablet.press("Outcomes");
    look(tablet, "outcomes, none");
    story::open_school(tablet, "Bramble Hill Primary School");
    tablet.press("Outcomes");
    look(tablet, "outcomes of one year");
    tablet.choose("Which stage", "Key stage 2");
    look(tablet, "outcomes");
    tablet.press("Choose another measure");
    look(tablet, "outcomes, choosing a measure");
    tablet.choose("Which measure", "Progress in reading since key stage 1");
    look(tablet, "outcomes, a measure around 0");
    tablet.choose("Which stage", "Key stage 2");
    tablet.choose("Which groups", "Boys and girls");
    tablet.press("Show as a table");
    look(tablet, "outcomes as tables");
    tablet.press("Attach to an aspect as evidence");
    look(tablet, "outcomes, attaching them");
    tablet.press("Do not attach it");
    tablet.press("Compare schools");
    look(tablet, "comparison");
    tablet.press("Choose what to compare");
    look(tablet, "comparison with its dialog");
    tablet.choose("Which pupils", "Free school meals");
    tablet.press("Show these");
    look(tablet, "comparison of a group");
    tablet.press("Choose another measure");
    look(tablet, "comparison, choosing a measure");
    tablet.choose("Which measure", "Expected standard in mathematics");
    look(tablet, "comparison without figures");
    tablet.press("Board");
    look(tablet, "board with a way to compare");
}

// What an inspection named, the risk at the next one, and what was written twice about either.
void walk_the_inspections(const Look& look) {
    constexpr Instant minute = 60'000;
    story::Kit kit;
    kit.county.set_inspections("900001", {{.number = "",
                                           .date = {2026, 10, 12},
                                           .kind = InspectionKind::full,
                                           .overall = "",
                                           .grades = {{"Personal development and wellbeing", "Needs attention"}}}});
    kit.county.set_inspection_rule(
        R"({"areas":["Personal development and wellbeing"],"format":"kitbag-inspection-rule/1",)"
        R"("grades":["Needs attention"],"whose":"Wendshire County Council’s School Improvement Board"})");
    story::VisitUnderWay tablet(kit);
    tablet.fill("Evidence for Quality of teaching", "Drafts are marked and written again in every class of Year 5.");
    const auto open = [&] {
        story::open_school(tablet, "Bramble Hill Primary School");
        tablet.press("Areas for improvement and risk");
    };
    open();
    look(tablet, "inspections, nothing named yet");
    tablet.fill("What the report says", "Leaders should make sure that writing in Key Stage 2 is taught in steps.");
    tablet.press("Sync now");
    const std::string area = kit.county.log.back().entity_id;
    tablet.press("Add an area");
    tablet.type("What the report says", "Talk with the youngest children in the nursery class");
    look(tablet, "inspections, an area being written");
    tablet.leave();
    tablet.press("Change: Leaders");
    tablet.choose("What it concerns", "EYFS");
    tablet.press("23 November 2026: Drafts are marked");
    look(tablet, "inspections, an area being changed");
    tablet.press("Done: Leaders");
    tablet.press("Judge the risk");
    tablet.press("Record the risk");
    look(tablet, "inspections, the risk with its error");
    tablet.choose("Risk at the next inspection", "A Requires Improvement judgement is a risk");
    tablet.fill("Why", "Three heads in two years, and no deputy since the summer.");
    tablet.press("Record the risk");
    kit.county.online = false;
    tablet.choose("Leaders", "Being addressed");
    write_elsewhere(kit.county, 2, kit.clock.time + minute, "area_for_improvement", area,
                    {{"state", "addressed"}, {"evidence", "Books of Year 6."}});
    kit.county.online = true;
    tablet.fill("Another inspection, by its first day", "2027-01-01");
    tablet.press("Sync now");
    look(tablet, "inspections, with what was written twice");
    tablet.press("Back to the school");
    look(tablet, "school with what an inspection named");
}

void walk_a_school_elsewhere(const Look& look) {
    story::Kit kit;
    kit.county.scope = {.id = "00000000000000a1", .places = {"900002"}};
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    story::open_school(tablet, "Bramble Hill Primary School");
    look(tablet, "school whose records do not come to the tablet");
}

}  // namespace

void walk_what_is_known_of_a_school(const Look& look) {
    walk_the_people(look);
    walk_the_inspections(look);
    walk_the_outcomes(look);
    walk_a_school_elsewhere(look);
}

}  // namespace kitbag
