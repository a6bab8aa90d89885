// The list of schools, narrowed by phase, area, category and what is overdue.

#include <doctest/doctest.h>

#include "tests/app/from_elsewhere.h"
#include "tests/app/story.h"

using namespace kitbag;

namespace {

constexpr const char* bramble = "Bramble Hill Primary School";
constexpr const char* overwend = "Overwend Secondary School";
constexpr const char* meadow = "The Long Meadow School";
constexpr const char* phase = "Phase";
constexpr const char* area = "District or constituency";
constexpr const char* category = "Category of the school, or of its EYFS";
constexpr const char* due = "Overdue";
constexpr const char* team = "Early years team that works there";
constexpr Instant day = 86'400'000;

void decide(story::Kit& kit, const char* urn, const char* subject, const char* decided) {
    SeededRandom random(kit.county.log.size());
    std::string about;
    for (const char* const step : {"proposed", "moderated", "decided"}) {
        const std::string id = new_id(kit.clock.time - day, random);
        FieldValues values = {{"urn", urn}, {"subject", subject}, {"step", step}, {"category", decided}};
        values.insert({{"about", about}, {"by", adviser_id(2)}});
        std::erase_if(values, [](const auto& value) { return value.second.empty(); });
        write_elsewhere(kit.county, 2, kit.clock.time - day, "rating_step", id, values);
        about = id;
    }
}

void agree(story::Kit& kit, const char* urn, const char* due_on, const char* status) {
    SeededRandom random(kit.county.log.size());
    write_elsewhere(kit.county, 2, kit.clock.time - day, "agreed_action", new_id(kit.clock.time - day, random),
                    {{"urn", urn}, {"text", "Train the governors"}, {"due", due_on}, {"status", status}});
}

void work_with(story::Kit& kit, const char* urn, const char* name, FieldValues values) {
    SeededRandom random(kit.county.log.size());
    values.insert({{"urn", urn}, {"role", "early_years_adviser"}, {"name", name}});
    write_elsewhere(kit.county, 2, kit.clock.time - day, "post", new_id(kit.clock.time - day, random), values);
}

// What is listed when the list is narrowed to one choice: the first letters of the schools.
std::string listed_by(Tablet& tablet, const char* group, const char* choice) {
    tablet.press("Narrow the list");
    tablet.choose(group, choice);
    tablet.press("Show these");
    std::string found;
    for (const char* const school : {bramble, overwend, meadow})
        if (tablet.sees(Role::button, school)) found += school[0];
    INFO(tablet.everything());
    CHECK(tablet.sees(choice));
    tablet.press("Drop these conditions");
    CHECK(tablet.sees("3 schools"));
    return found;
}

}  // namespace

SCENARIO("the list is narrowed by phase, area, category and what is overdue, and is whole again by one press") {
    story::Kit kit;  // On 23 November 2026.
    decide(kit, "900001", "school", "amber");
    decide(kit, "900001", "eyfs", "red");
    decide(kit, "900002", "school", "green");
    agree(kit, "900001", "2026-11-23", "open");  // Due today.
    agree(kit, "900002", "2026-11-22", "open");
    agree(kit, "900003", "2026-11-22", "done");
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    CHECK_FALSE(tablet.sees("Drop these conditions"));
    CHECK(listed_by(tablet, phase, "Secondary") == "O");
    CHECK(listed_by(tablet, area, "South Wendshire") == "OT");
    CHECK(listed_by(tablet, category, "Amber") == "B");
    CHECK(listed_by(tablet, category, "Red") == "B");  // Its EYFS.
    CHECK(listed_by(tablet, category, "Green") == "O");
    CHECK(listed_by(tablet, category, "Not categorised yet") == "T");
    CHECK(listed_by(tablet, due, "A planned visit or an agreed action is overdue") == "O");
    visit_elsewhere(kit.county, 2, kit.clock.time - day,
                    {{"urn", "900003"}, {"status", "planned"}, {"date", "2026-11-20"}});
    visit_elsewhere(kit.county, 2, kit.clock.time - day,
                    {{"urn", "900001"}, {"status", "planned"}, {"date", "2026-11-23"}});
    tablet.press("Sync now");
    CHECK(listed_by(tablet, due, "A planned visit or an agreed action is overdue") == "OT");
}

SCENARIO("the list is narrowed by the early years team that works with a place today") {
    story::Kit kit;  // On 23 November 2026.
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    tablet.press("Narrow the list");
    CHECK_FALSE(tablet.sees(team));  // No team works anywhere.
    tablet.press("Leave it as it was");
    work_with(kit, "900001", "Una Reed", {{"team", "quality"}});
    work_with(kit, "900001", "Cal Moor", {{"team", "intervention"}});
    work_with(kit, "900002", "Una Reed", {{"team", "quality"}, {"until", "2026-11-23"}});
    work_with(kit, "900003", "Una Reed", {{"team", "quality"}, {"since", "2026-09-01"}});
    tablet.press("Sync now");
    CHECK(listed_by(tablet, team, "Quality team") == "BT");
    CHECK(listed_by(tablet, team, "Intervention team") == "B");
    tablet.press("Narrow the list");
    CHECK_FALSE(tablet.sees("Sector Development team"));  // It works with nobody.
    tablet.choose(team, "Intervention team");
    tablet.press("Show these");
    tablet.type("Find a school", "meadow");
    CHECK(tablet.sees("0 of 3 schools"));
}

SCENARIO("several conditions hold together, with what is searched for, and a list that is empty says why") {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    tablet.press("Narrow the list");
    tablet.choose(phase, "Secondary");
    tablet.choose(area, "South Wendshire");
    tablet.press("Leave it as it was");
    CHECK(tablet.sees("3 schools"));
    tablet.press("Narrow the list");
    CHECK_FALSE(tablet.has_chosen(phase, "Secondary"));
    tablet.choose(phase, "Secondary");
    tablet.choose(area, "South Wendshire");
    tablet.press("Show these");
    CHECK(tablet.sees("1 of 3 schools"));
    CHECK(tablet.sees("Secondary · South Wendshire"));
    tablet.type("Find a school", "meadow");
    INFO(tablet.everything());
    CHECK(tablet.sees("0 of 3 schools"));
    CHECK(tablet.sees("Drop the conditions above, or choose others."));
    tablet.press("Drop these conditions");
    CHECK(tablet.sees(Role::button, meadow));  // What was searched for stays.
    CHECK(tablet.sees("1 of 3 schools"));
}

SCENARIO("a school is found by the name of its adviser") {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    story::open_school(tablet, meadow);
    tablet.press("Add to my caseload");
    tablet.press("Schools");
    tablet.type("Find a school", "marsh");
    INFO(tablet.everything());
    CHECK(tablet.sees("1 of 3 schools"));
    CHECK(tablet.sees(Role::button, meadow));
}
