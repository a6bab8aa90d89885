#include <algorithm>
#include <fstream>
#include <iterator>

#include <doctest/doctest.h>

#include "core/criteria/framework_json.h"
#include "tests/app/story.h"

using namespace kitbag;
using story::complete;

namespace {

Framework school_pack() {
    std::ifstream file("data/frameworks/school-categorisation-2014.json", std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    return read_framework(text).value();
}

// The county's next criteria: one aspect fewer, and another in other words.
Framework next_pack(const char* in_use_from) {
    Framework framework = school_pack();
    framework.version = "2";
    framework.title = "School categorisation, 2026";
    framework.in_use_from = in_use_from;
    std::erase_if(framework.aspects, [](const Aspect& aspect) { return aspect.id == "support_to_others"; });
    const auto governance = std::ranges::find(framework.aspects, "governance", &Aspect::id);
    for (auto& [variant, text] : governance->descriptors[0]->texts) text = "Governors ask good questions.";
    return framework;
}

// What another adviser's tablet wrote about the visit that is under way.
Change judgement_by_another(const FakeCounty& county, const char* aspect, const char* choice) {
    const auto visit = std::ranges::find(county.log, "visit", &Change::entity);
    REQUIRE(visit != county.log.end());
    Change change = *visit;
    change.id.back() = change.id.back() == '0' ? '1' : '0';
    change.device = "0000000000000009";
    change.stamp.replace(16, 16, change.device);
    change.entity = "judgement";
    change.entity_id = visit->entity_id + "." + aspect;
    change.fields = {{"visit", {visit->entity_id, {}}}, {"aspect", {aspect, {}}}, {"choice", {choice, {}}}};
    return change;
}

std::ptrdiff_t count_seen(Tablet& tablet, std::string_view text) {
    return std::ranges::count(tablet.host().tree().nodes(), text, &SemanticNode::name);
}

}  // namespace

SCENARIO("a visit finishes by the criteria it was begun with, though others came into use") {
    MemoryFiles files;
    SetClock clock;
    FakeCounty county;
    Tablet tablet(files, clock, county);
    story::set_up(tablet);
    story::start_visit(tablet);
    tablet.choose("Governance", "Green");
    county.add_framework(next_pack("2026-11-23"));
    tablet.press("Sync now");
    INFO(tablet.everything());
    CHECK(tablet.sees("1 of 16 aspects judged: 1 green."));
    CHECK(tablet.sees(Role::radio_group, "Support to other schools"));
    CHECK_FALSE(tablet.sees("Governors ask good questions."));
    tablet.choose("Support to other schools", "Green");
    complete(tablet);
    INFO(tablet.everything());
    CHECK(tablet.sees("2 of 16 aspects judged: 2 green."));
    CHECK(tablet.sees("School categorisation, 2014–16 · Primary schools"));
    CHECK(tablet.sees("Effective; leaders are held to account."));

    // What those criteria had and today's have not is shown with the rest, under the title it was judged by.
    tablet.press("Back to the school");
    tablet.press("Category and direction");
    INFO(tablet.everything());
    CHECK(tablet.sees("Support to other schools"));
    CHECK(tablet.sees("Not among the criteria in use: kept, and not counted."));
    CHECK(tablet.sees("1 of 15 aspects judged: 1 green."));

    // The next visit goes by the criteria of today.
    clock.time += 24 * 3'600'000LL;
    story::come_back(tablet);
    story::start_visit(tablet);
    INFO(tablet.everything());
    CHECK(tablet.sees("0 of 15 aspects judged."));
    CHECK(tablet.sees("Governors ask good questions."));
    CHECK_FALSE(tablet.sees(Role::radio_group, "Support to other schools"));
}

SCENARIO("a visit finishes by its criteria though the county retired them in the middle of it") {
    story::Kit kit;
    {
        story::VisitUnderWay tablet(kit);
        tablet.choose("Governance", "Green");
        kit.county.add_framework(next_pack("2026-11-23"));
        kit.county.retire_framework("school-categorisation-2014", "1");
        tablet.press("Sync now");
    }
    Tablet tablet = kit.tablet(2);  // Started anew, so that nothing is only remembered.
    story::unlock(tablet);
    tablet.press("Sync now");
    story::open_school(tablet, "Bramble Hill Primary School");
    tablet.press("Write notes now");
    tablet.press("Aspects");
    INFO(tablet.everything());
    CHECK(tablet.sees("1 of 16 aspects judged: 1 green."));
    CHECK(tablet.sees("School categorisation, 2014–16 · Primary schools"));
    tablet.choose("Support to other schools", "Green");
    complete(tablet);
    CHECK(tablet.sees("2 of 16 aspects judged: 2 green."));
}

SCENARIO("criteria that come before their first day wait for it, by the clock on the school's wall") {
    MemoryFiles files;
    SetClock clock;
    FakeCounty county;
    county.add_framework(next_pack("2027-07-02"));
    Tablet tablet(files, clock, county);
    story::set_up(tablet);
    story::start_visit(tablet);
    CHECK(tablet.sees(Role::radio_group, "Support to other schools"));

    clock.time = 1'814'481'000'000;  // 2027-07-01T22:30:00Z: half past eleven at night in the county.
    story::come_back(tablet);
    story::start_visit(tablet);
    CHECK(tablet.sees(Role::radio_group, "Support to other schools"));

    clock.time += 3'600'000;  // The next day in the county, though not yet in Greenwich.
    story::come_back(tablet);
    story::start_visit(tablet);
    INFO(tablet.everything());
    CHECK(tablet.sees("Governors ask good questions."));
    CHECK_FALSE(tablet.sees(Role::radio_group, "Support to other schools"));
}

SCENARIO("a judgement of an aspect that the criteria do not have is kept and shown, and counts for nothing") {
    MemoryFiles files;
    SetClock clock;
    FakeCounty county;
    Tablet tablet(files, clock, county);
    story::set_up(tablet);
    story::start_visit(tablet);
    tablet.choose("Governance", "Green");
    tablet.press("Sync now");
    county.log.push_back(judgement_by_another(county, "dancing", "red"));
    tablet.press("Sync now");
    CHECK(tablet.sees("1 of 16 aspects judged: 1 green."));
    complete(tablet);
    INFO(tablet.everything());
    CHECK(tablet.sees("dancing"));
    CHECK(tablet.sees("1 of 16 aspects judged: 1 green."));
    CHECK(tablet.sees("1 of 1 judged aspect is green"));
}

SCENARIO("a primary school is visited for itself at one press, and for its EYFS at another") {
    MemoryFiles files;
    SetClock clock;
    FakeCounty county;
    Tablet tablet(files, clock, county);
    story::set_up(tablet);
    story::open_school(tablet, "Bramble Hill Primary School");
    INFO(tablet.everything());
    CHECK(tablet.sees("More than one set of criteria fits this school"));
    CHECK(tablet.sees("The first button starts one by: Primary schools."));
    tablet.press("Start a Keeping in Touch visit: EYFS in primary schools");
    tablet.press("Aspects");
    INFO(tablet.everything());
    CHECK(tablet.sees("EYFS categorisation, 2014–16 · EYFS in primary schools"));
    CHECK(tablet.sees(Role::radio_group, "Attainment in the EYFS Profile"));
    tablet.choose("Safeguarding and child protection", "Amber");
    CHECK(tablet.sees("1 of 14 aspects judged: 1 amber."));
    // Of the 14 only pupil premium has one text for two categories.
    CHECK(count_seen(tablet, "The criteria word Amber and Red alike here: choose by how serious it is.") == 1);

    story::start_visit(tablet);
    CHECK(tablet.sees("School categorisation, 2014–16 · Primary schools"));
}

SCENARIO("a nursery school is visited by the criteria for the EYFS alone, without the EYFS Profile") {
    MemoryFiles files;
    SetClock clock;
    FakeCounty county;
    county.add_school("900004", "Saltmarsh Nursery School", SchoolKind::nursery);
    Tablet tablet(files, clock, county);
    story::set_up(tablet);
    story::open_school(tablet, "Saltmarsh Nursery School");
    CHECK_FALSE(tablet.sees("More than one set of criteria"));
    story::start_visit(tablet, "Saltmarsh Nursery School");
    INFO(tablet.everything());
    CHECK(tablet.sees("EYFS categorisation, 2014–16 · Nursery schools"));
    CHECK(tablet.sees("0 of 13 aspects judged."));
    CHECK_FALSE(tablet.sees(Role::radio_group, "Attainment in the EYFS Profile"));
}
