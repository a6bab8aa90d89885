#include <algorithm>

#include <doctest/doctest.h>

#include "tests/app/story.h"

using namespace kitbag;

namespace {

constexpr const char* school = "Bramble Hill Primary School";

void open_new_visit(Tablet& tablet, const char* name = school) {
    story::open_school(tablet, name);
    tablet.press("Another kind of visit, or plan one");
    INFO(tablet.everything());
    REQUIRE(tablet.sees(Role::heading, "A new visit"));
}

void plan(Tablet& tablet, const char* kind, const char* date) {
    open_new_visit(tablet);
    tablet.press(kind);
    tablet.press("Plan it for later");
    tablet.press("Details");
    tablet.fill("Date of the visit", date);
}

const SemanticNode* row_in(Tablet& tablet, std::string_view list, std::string_view name) {
    const SemanticTree& tree = tablet.host().tree();
    const SemanticNode* found = tree.find(Role::list, list);
    if (!found) return nullptr;
    for (const SemanticNode& node : tree.nodes()) {
        const SemanticNode* item = tree.find(node.parent);
        if (node.role == Role::button && item && item->parent == found->id && node.name == name) return &node;
    }
    return nullptr;
}

}  // namespace

SCENARIO("an adviser chooses a kind of visit, plans it for tomorrow and finds it under Visits") {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    open_new_visit(tablet);
    CHECK(tablet.sees("Keeping in Touch visit"));
    tablet.press("Lesson observation");
    INFO(tablet.everything());
    CHECK(tablet.sees(Role::heading, "Who must be there"));
    CHECK(tablet.sees("Leader who observes too"));
    CHECK_FALSE(tablet.sees(Role::heading, "At an academy or free school"));
    tablet.choose("Which criteria is this visit about?", "EYFS");
    tablet.press("Plan it for later");
    tablet.press("Details");
    tablet.fill("Date of the visit", "2026-11-24");
    tablet.press("Sync now");
    const Change* begun = nullptr;
    for (const Change& change : kit.county.log) {
        if (change.entity == "visit" && change.fields.contains("kind")) begun = &change;
    }
    REQUIRE(begun);
    const auto value = [&](const char* field) { return begun->fields.at(field).value.get<std::string>(); };
    CHECK(value("kind") == "lesson_observation");
    CHECK(value("status") == "planned");
    CHECK(value("governance") == "maintained");
    CHECK(value("variant") == "eyfs_primary");
    CHECK_FALSE(value("templates_version").empty());
    CHECK_FALSE(begun->fields.contains("date"));

    tablet.press("Visits");
    INFO(tablet.everything());
    const SemanticNode* row = row_in(tablet, "Tomorrow", school);
    REQUIRE(row);
    CHECK(row->description.contains("Lesson observation"));
    CHECK(row->description.contains("Planned"));

    kit.clock.time += 3 * 24 * 3'600'000LL;
    story::come_back(tablet);
    tablet.press("Schools");
    tablet.press("Visits");
    row = row_in(tablet, "Planned and not begun", school);
    REQUIRE(row);
    CHECK(row->description.contains("Planned for 24 November, not begun"));
    tablet.press(school);
    tablet.press("Details");
    CHECK(tablet.value_of("Date of the visit") == "2026-11-24");
}

SCENARIO("a second visit of one kind on one day is asked about, and can be begun all the same") {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    const auto start = [&] {
        open_new_visit(tablet);
        tablet.press("Discussion with governors");
        tablet.press("Start it now");
    };
    const auto begun = [&] {
        tablet.press("Sync now");
        return std::ranges::count_if(kit.county.log, [](const Change& change) {
            return change.entity == "visit" && change.fields.contains("kind");
        });
    };
    start();
    CHECK(begun() == 1);
    tablet.press("Details");
    tablet.fill("What the visit is about", "The budget");
    start();
    INFO(tablet.everything());
    CHECK(tablet.sees(Role::dialog, "Is that right?"));
    CHECK(tablet.sees("“Discussion with governors”"));
    tablet.press("Do not begin another");
    CHECK_FALSE(tablet.sees(Role::dialog, "Is that right?"));
    CHECK(begun() == 1);
    start();
    tablet.press("Open the one that is there");
    tablet.press("Details");
    CHECK(tablet.value_of("What the visit is about") == "The budget");
    CHECK(begun() == 1);
    start();
    tablet.press("Start it all the same");
    tablet.press("Details");
    CHECK(tablet.value_of("What the visit is about") == "");
    CHECK(begun() == 2);
}

SCENARIO("a kind of visit that others lead says who, and an adviser cannot begin it") {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    open_new_visit(tablet);
    const SemanticNode* row = row_in(tablet, "Kinds of visit", "Post-inspection meeting");
    REQUIRE(row);
    CHECK(row->description.contains("Not for your role"));
    tablet.press("Post-inspection meeting");
    CHECK(tablet.sees("This kind of visit is led by the head of service or a senior adviser. Ask one of them to."));
    CHECK_FALSE(tablet.sees(Role::button, "Start it now"));
    CHECK_FALSE(tablet.sees(Role::button, "Plan it for later"));
}

SCENARIO("what judges no aspect begins without criteria") {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    open_new_visit(tablet);
    tablet.press("Critical-incident support");
    CHECK(tablet.sees("This kind of visit judges no aspect."));
    tablet.press("Start it now");
    tablet.press("Sync now");
    REQUIRE(kit.county.log.back().entity == "visit");
    CHECK(kit.county.log.back().fields.at("status").value == "under_way");
    CHECK(kit.county.log.back().fields.at("date").value == "2026-11-23");
    CHECK_FALSE(kit.county.log.back().fields.contains("framework"));
}

SCENARIO("the month is a table of days, and on a phone a list") {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    tablet.press("Visits");
    CHECK(tablet.sees("No visits to show"));
    plan(tablet, "Monitoring visit", "2026-12-08");
    tablet.fill("What the visit is about", "Reading");
    plan(tablet, "Work scrutiny", "2026-11-30");
    tablet.press("Visits");
    INFO(tablet.everything());
    CHECK(tablet.sees(Role::table, "November 2026"));
    CHECK(tablet.sees(Role::column_header, "Monday"));
    CHECK(tablet.sees(Role::cell, "Monday 30 November 2026: Bramble Hill Primary School, Planned"));
    CHECK(tablet.sees(Role::cell, "Monday 23 November 2026, no visits"));
    CHECK(tablet.sees(Role::cell, "Sunday 6 December 2026, no visits"));
    CHECK(row_in(tablet, "Tuesday 8 December 2026", school));
    tablet.press("Month after");
    CHECK(tablet.sees(Role::table, "December 2026"));
    CHECK(tablet.sees(Role::cell, "Tuesday 8 December 2026: Bramble Hill Primary School, Planned"));
    CHECK(row_in(tablet, "Tuesday 8 December 2026", school));
    CHECK_FALSE(row_in(tablet, "Monday 30 November 2026", school));  // Shown in its weeks, listed in its month.
    tablet.press("This month");
    tablet.press("Month before");
    CHECK(tablet.sees(Role::heading, "October 2026"));
    CHECK(tablet.sees("No visits to show"));
    tablet.resize(390, 844);
    tablet.press("This month");
    CHECK_FALSE(tablet.sees(Role::table, "November 2026"));
    CHECK(row_in(tablet, "Monday 30 November 2026", school));
}

SCENARIO("an adviser sees their own visits, or everybody’s with who makes them") {
    story::Kit kit;
    MemoryFiles bens;
    {
        Tablet ada = kit.tablet();
        story::set_up(ada);
        plan(ada, "Monitoring visit", "2026-11-24");
        ada.press("Sync now");
    }
    kit.county.code = "KTB-2222-2222";
    Tablet ben(bens, kit.clock, kit.county, 2);
    story::set_up(ben, "Ben Fenner", "KTB-2222-2222");
    ben.press("Visits");
    INFO(ben.everything());
    CHECK(ben.has_chosen("Whose visits", "Mine"));
    CHECK(ben.sees("No visits to show"));
    ben.choose("Whose visits", "Everybody");
    const SemanticNode* row = row_in(ben, "Tomorrow", school);
    REQUIRE(row);
    CHECK(row->description.contains("Ada Marsh"));
    ben.press(school);
    CHECK(ben.sees(Role::heading, "Visit record"));  // Another's is read, not written on.
}
