// What an inspection named, how that stands, and what is at risk at the next one.

#include <doctest/doctest.h>

#include "tests/app/from_elsewhere.h"
#include "tests/app/story.h"

using namespace kitbag;

namespace {

constexpr Instant minute = 60'000;
constexpr const char* school = "Bramble Hill Primary School";
constexpr const char* report = "What the report says";
constexpr const char* area_entity = "area_for_improvement";
constexpr const char* screen = "Areas for improvement and risk";

// A school that was inspected on 12 October 2026.
struct Inspected : story::Kit {
    Inspected() {
        county.set_inspections(
            "900001",
            {{.number = "",
              .date = {2026, 10, 12},
              .kind = InspectionKind::full,
              .overall = "",
              .grades = {{"Achievement", "Needs attention"}, {"Inclusion", "Expected standard"}}},
             {.number = "", .date = {2019, 5, 2}, .kind = InspectionKind::full, .overall = "2", .grades = {}}});
    }
};

void open_inspections(Tablet& tablet, const char* of = school) {
    story::open_school(tablet, of);
    tablet.press(screen);
    INFO(tablet.everything());
    REQUIRE(tablet.sees(Role::heading, screen));
}

std::string area_of(const FakeCounty& county) {
    for (const Change& change : county.log) {
        if (change.entity == area_entity) return change.entity_id;
    }
    return "";
}

}  // namespace

SCENARIO("what the report names is written down, and one press on the school's page says how it stands") {
    Inspected kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    kit.county.online = false;
    story::open_school(tablet, school);
    CHECK(tablet.sees("None is written down yet."));
    open_inspections(tablet);
    CHECK(tablet.sees(Role::heading, "Inspection of 12 October 2026"));
    CHECK_FALSE(tablet.sees("Inspection of 2 May 2019"));
    tablet.fill(report, "Writing in Key Stage 2");
    CHECK_FALSE(tablet.sees(Role::multiline_field, report));  // It is on the list, and no empty field is in the way.
    tablet.press("Add an area");
    tablet.fill(report, "Talk with the youngest children");
    tablet.press("Change: Talk");
    tablet.choose("What it concerns", "EYFS");
    tablet.press("Done: Talk");
    tablet.press("Back to the school");
    INFO(tablet.everything());
    CHECK(tablet.sees("Inspection of 12 October 2026"));
    CHECK(tablet.sees("It concerns the EYFS."));
    CHECK_FALSE(tablet.sees("Judged by Ada Marsh"));
    tablet.choose("Writing in Key Stage 2", "Being addressed");
    CHECK(tablet.sees("Judged by Ada Marsh, 23 November 2026"));
    CHECK(tablet.has_chosen("Writing in Key Stage 2", "Being addressed"));
    kit.county.online = true;
    tablet.press("Sync now");
    CHECK(latest_text(kit.county, area_entity, "state") == "being_addressed");
    CHECK(latest_text(kit.county, area_entity, "subject") == "eyfs");
    CHECK(latest_text(kit.county, area_entity, "inspected") == "2026-10-12");
    CHECK(latest_text(kit.county, area_entity, "urn") == "900001");
}

SCENARIO("opening and closing the screen writes nothing, and what is half typed is there again after a crash") {
    Inspected kit;
    {
        Tablet tablet = kit.tablet();
        story::set_up(tablet);
        open_inspections(tablet);
        tablet.press("Back to the school");
        tablet.press(screen);
        CHECK(area_of(kit.county).empty());
        tablet.type(report, "Writing in Key");
        tablet.pass(1000);
    }
    Tablet tablet = kit.tablet(2);
    story::unlock(tablet);
    CHECK(tablet.sees("Recovered what you were typing when the app stopped: An area for improvement."));
    story::open_school(tablet, school);
    CHECK(tablet.sees("Writing in Key"));
}

SCENARIO("what shows how an area stands is written beside it, and notes of visits since the inspection are named") {
    Inspected kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    story::start_visit(tablet);
    tablet.fill("Evidence for Quality of teaching", "Drafts are marked and written again in Year 5.");
    open_inspections(tablet);
    tablet.fill(report, "Writing in Key Stage 2");
    tablet.fill("What shows it: Writing in Key Stage 2", "Books of Year 5, on 23 November.");
    tablet.press("Sync now");
    CHECK(latest_text(kit.county, area_entity, "evidence") == "Books of Year 5, on 23 November.");
    tablet.press("Change: Writing");
    tablet.press("23 November 2026: Drafts are marked");
    INFO(tablet.everything());
    CHECK(tablet.sees("Ada Marsh, 23 November 2026"));
    CHECK(tablet.sees("Drafts are marked and written again in Year 5."));
    tablet.press("Sync now");
    CHECK(latest_text(kit.county, area_entity, "notes").size() == 36);
    tablet.press("23 November 2026: Drafts are marked");
    tablet.press("Sync now");
    CHECK(latest_text(kit.county, area_entity, "notes") == "");
}

SCENARIO("an area that was a mistake is taken off the list by emptying it") {
    Inspected kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    open_inspections(tablet);
    tablet.fill(report, "Writing in Key Stage 2");
    tablet.press("Change: Writing");
    tablet.fill(report, "");
    CHECK(tablet.sees("None is written down yet."));
    CHECK_FALSE(tablet.sees("Writing in Key Stage 2"));
}

SCENARIO("an inspection that no file has yet is named by its day") {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    open_inspections(tablet);
    const char* const day = "Another inspection, by its first day";
    tablet.fill(day, "2026-11-40");
    CHECK_FALSE(tablet.sees(Role::heading, "Inspection of"));
    tablet.fill(day, "2026-11-24");
    CHECK(tablet.sees("That day has not come yet."));
    tablet.fill(day, "2026-11-03");
    CHECK(tablet.sees(Role::heading, "Inspection of 3 November 2026"));
    tablet.fill(report, "Attendance");
    tablet.fill(day, "");
    CHECK(tablet.sees(Role::heading, "Inspection of 3 November 2026"));
    tablet.press("Sync now");
    CHECK(latest_text(kit.county, area_entity, "inspected") == "2026-11-03");
}

SCENARIO("the risk at the next inspection is judged with a reason, and stands beside the inspections") {
    Inspected kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    open_inspections(tablet);
    CHECK(tablet.sees("Nobody has judged it yet."));
    tablet.press("Judge the risk");
    tablet.press("Record the risk");
    CHECK(tablet.sees("Choose what is at risk at the next inspection."));
    tablet.choose("Risk at the next inspection", "A Requires Improvement judgement is a risk");
    tablet.press("Record the risk");
    CHECK(tablet.sees("Write why this is a risk."));
    CHECK(latest_text(kit.county, "inspection_risk", "risk") == "");
    tablet.fill("Why", "Three heads in two years.");
    tablet.press("Record the risk");
    CHECK_FALSE(tablet.sees(Role::button, "Record the risk"));
    CHECK(latest_text(kit.county, "inspection_risk", "risk") == "requires_improvement");
    CHECK(kit.county.log.back().entity_id == "900001");
    tablet.press("Judge the risk");
    tablet.choose("Risk at the next inspection", "No risk seen");
    tablet.press("Not now");
    tablet.press("Back to the school");
    INFO(tablet.everything());
    CHECK(tablet.sees("A Requires Improvement judgement is a risk"));
    CHECK(tablet.sees("Three heads in two years."));
    CHECK(tablet.sees("Judged by Ada Marsh, 23 November 2026"));
}

SCENARIO("what two tablets wrote about one area is shown side by side until somebody says which stands") {
    Inspected kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    open_inspections(tablet);
    tablet.fill(report, "Writing in Key Stage 2");
    tablet.press("Sync now");
    const std::string area = area_of(kit.county);
    kit.county.online = false;
    tablet.choose("Writing in Key Stage 2", "Successfully addressed");
    write_elsewhere(kit.county, 2, kit.clock.time + minute, area_entity, area, {{"state", "not_addressed"}});
    write_elsewhere(kit.county, 2, kit.clock.time + minute, "inspection_risk", "900001",
                    {{"risk", "inadequate"}, {"reason", "Safeguarding"}});
    kit.county.online = true;
    tablet.press("Sync now");
    INFO(tablet.everything());
    const char* const place = "How an area for improvement stands: Writing in Key Stage 2";
    CHECK(tablet.sees(Role::heading, place));
    CHECK(tablet.sees("An inadequate judgement is a risk"));
    tablet.press("Back to the school");
    CHECK(tablet.sees("Something about inspections here was written twice."));
    CHECK_FALSE(tablet.sees("Something about the people here was written twice."));
    tablet.press("Look at both");
    tablet.press(std::string("Let this one stand: ") + place + ", by Ada Marsh");
    CHECK_FALSE(tablet.sees(Role::heading, place));
    CHECK(tablet.has_chosen("Writing in Key Stage 2", "Successfully addressed"));
    CHECK(latest_text(kit.county, area_entity, "state") == "addressed");
}

SCENARIO("a risk that two wrote is about inspections, and not about people") {
    Inspected kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    open_inspections(tablet);
    kit.county.online = false;
    tablet.press("Judge the risk");
    tablet.choose("Risk at the next inspection", "No risk seen");
    tablet.press("Record the risk");
    write_elsewhere(kit.county, 2, kit.clock.time + minute, "inspection_risk", "900001",
                    {{"risk", "inadequate"}, {"reason", "Safeguarding"}});
    kit.county.online = true;
    tablet.press("Sync now");
    CHECK(tablet.sees(Role::heading, "The risk at the next inspection"));
    tablet.press("Back to the school");
    CHECK(tablet.sees("Something about inspections here was written twice."));
    CHECK_FALSE(tablet.sees("Something about the people here was written twice."));
}

SCENARIO("what the county refuses of it is shown with where to look") {
    Inspected kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    kit.county.refused_entity = area_entity;
    open_inspections(tablet);
    tablet.fill(report, "Writing in Key Stage 2");
    tablet.press("Sync now");
    CHECK(tablet.sees("The county has refused something of this. See “Sending and receiving”."));
    tablet.press("Sending and receiving");
    CHECK(tablet.sees("Area for improvement: Bramble Hill Primary School"));
}

SCENARIO("an officer reads what inspections named and writes nothing there") {
    Inspected kit;
    kit.county.role = "officer";
    write_elsewhere(kit.county, 2, kit.clock.time - minute, area_entity, "0192f3c4-a1b2-7c3d-8e4f-0000000000e1",
                    {{"urn", "900001"}, {"inspected", "2026-10-12"}, {"text", "Writing"}, {"state", "addressed"}});
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    open_inspections(tablet);
    CHECK(tablet.sees("Successfully addressed"));
    CHECK_FALSE(tablet.sees(Role::radio, "Successfully addressed"));
    CHECK_FALSE(tablet.sees(report));
    CHECK_FALSE(tablet.sees("Judge the risk"));
    CHECK(tablet.sees("Your role does not write about inspections. An adviser can."));
}

SCENARIO("a visit shows the areas that the last inspection named, and the risk, at the aspects about them") {
    Inspected kit;
    const auto area = [&](const char* id, const char* inspected, const char* text, const char* subject) {
        write_elsewhere(kit.county, 2, kit.clock.time - minute, area_entity, id,
                        {{"urn", "900001"}, {"inspected", inspected}, {"text", text}, {"subject", subject}});
    };
    area("0192f3c4-a1b2-7c3d-8e4f-0000000000e1", "2026-10-12", "Writing in Key Stage 2", "school");
    area("0192f3c4-a1b2-7c3d-8e4f-0000000000e2", "2019-05-02", "Handwriting", "school");
    write_elsewhere(kit.county, 2, kit.clock.time - minute, "inspection_risk", "900001",
                    {{"risk", "inadequate"}, {"reason", "Safeguarding"}});
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    story::start_visit(tablet);
    INFO(tablet.everything());
    CHECK(tablet.sees("Inspection of 12 October 2026 · Not judged yet"));
    CHECK(tablet.sees("Writing in Key Stage 2"));
    CHECK_FALSE(tablet.sees("Handwriting"));
    CHECK(tablet.sees("An inadequate judgement is a risk"));
    CHECK(tablet.sees("Safeguarding"));
    CHECK(tablet.sees("Full inspection"));  // Of the last one, at the aspect about it.
}

SCENARIO(
    "an inspection without an overall grade counts as requiring improvement by the county's rule, and only by one") {
    Inspected kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    story::open_school(tablet, school);
    CHECK(tablet.sees("Achievement: Needs attention"));
    CHECK_FALSE(tablet.sees("requiring improvement"));
    kit.county.set_inspection_rule(
        R"({"areas":["Achievement"],"format":"kitbag-inspection-rule/1","grades":["Needs attention"],"whose":"Wendshire"})");
    tablet.press("Sync now");
    INFO(tablet.everything());
    CHECK(tablet.sees("Counts as requiring improvement by the rule of Wendshire: Achievement (Needs attention)."));
}
