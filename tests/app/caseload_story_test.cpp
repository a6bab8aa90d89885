// An adviser's own schools, which are the first thing that is seen.

#include <doctest/doctest.h>

#include "tests/app/from_elsewhere.h"
#include "tests/app/story.h"

using namespace kitbag;

namespace {

constexpr const char* bramble = "Bramble Hill Primary School";
constexpr const char* overwend = "Overwend Secondary School";
constexpr const char* meadow = "The Long Meadow School";
constexpr const char* how = "To begin each day with your own schools, open one and press “Add to my caseload”.";
constexpr const char* post_id = "0192f3c4-a1b2-7c3d-8e4f-0000000000d1";

void lock_and_unlock(Tablet& tablet) {
    tablet.press("Sending and receiving");
    tablet.press("Lock this tablet");
    story::unlock(tablet);
}

// Somebody made Ada the adviser of Overwend before her tablet was set up.
void give_overwend(story::Kit& kit, FieldValues values) {
    values.insert({{"urn", "900002"}, {"role", "adviser"}, {"name", "Ada Marsh"}, {"since", "2026-09-01"}});
    write_elsewhere(kit.county, 2, kit.clock.time - 60'000, "post", post_id, values);
}

}  // namespace

SCENARIO("an adviser takes schools into her caseload, and begins the next day with them") {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    CHECK(tablet.sees("3 schools"));
    CHECK(tablet.sees(how));
    CHECK_FALSE(tablet.sees("My caseload"));
    for (const char* const each : {bramble, meadow}) {
        story::open_school(tablet, each);
        tablet.press("Add to my caseload");
        CHECK(tablet.sees(Role::button, "Leave my caseload"));
        CHECK(tablet.sees("Adviser · since 23 November 2026"));
    }
    CHECK(latest_text(kit.county, "post", "account") == adviser_id(1));
    CHECK(latest_text(kit.county, "post", "name") == "Ada Marsh");
    tablet.press("Schools");
    CHECK(tablet.has_chosen("Which are listed", "All"));  // The list stays as it was.
    CHECK_FALSE(tablet.sees(how));

    lock_and_unlock(tablet);
    INFO(tablet.everything());
    CHECK(tablet.sees(Role::heading, "Schools"));
    CHECK(tablet.has_chosen("Which are listed", "My caseload"));
    CHECK(tablet.sees("2 of 3 schools"));
    CHECK(tablet.sees(Role::button, meadow));
    CHECK_FALSE(tablet.sees(Role::button, overwend));
    tablet.choose("Which are listed", "All");
    CHECK(tablet.sees(Role::button, overwend));
}

SCENARIO("what is searched for in a caseload and is elsewhere in the county is one press away") {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    story::open_school(tablet, bramble);
    tablet.press("Add to my caseload");
    lock_and_unlock(tablet);
    CHECK_FALSE(tablet.sees("Show them"));
    tablet.type("Find a school", "overwend");
    INFO(tablet.everything());
    CHECK(tablet.sees("No school matches"));
    CHECK(tablet.sees("1 other found in all schools"));
    tablet.press("Show them");
    CHECK(tablet.sees(Role::button, overwend));
    CHECK(tablet.sees("1 of 3 schools"));
    CHECK_FALSE(tablet.sees("1 other found"));
}

SCENARIO("a school leaves the caseload on the day that is said, and its adviser stays in the record") {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    story::open_school(tablet, bramble);
    tablet.press("Add to my caseload");
    lock_and_unlock(tablet);
    story::open_school(tablet, bramble);
    tablet.press("Leave my caseload");
    CHECK(tablet.sees(Role::button, "Add to my caseload"));
    CHECK(latest_text(kit.county, "post", "until") == "2026-11-23");
    tablet.press("Schools");
    CHECK(tablet.sees("Your caseload is empty"));
    lock_and_unlock(tablet);
    CHECK(tablet.sees("3 schools"));
    CHECK(tablet.sees(how));
    story::open_school(tablet, bramble);
    tablet.press("Add or change people");
    CHECK(tablet.sees("Until some time ago"));
}

SCENARIO("a new tablet begins with the schools that its adviser already has") {
    story::Kit kit;
    give_overwend(kit, {{"account", adviser_id(1)}});
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    INFO(tablet.everything());
    CHECK(tablet.has_chosen("Which are listed", "My caseload"));
    CHECK(tablet.sees("1 of 3 schools"));
    CHECK(tablet.sees(Role::button, overwend));
}

SCENARIO("a caseload is of those posts only that are the adviser's own and are held today") {
    struct Row {
        const char* what;
        FieldValues values;
        bool is_hers;
    };
    const Row rows[] = {
        {"by her name, where nobody knew her account", {}, true},
        {"by her name in other letters", {{"name", "ada  MARSH"}}, true},
        {"a namesake with an account", {{"account", adviser_id(3)}}, false},
        {"another name", {{"name", "Ben Cole"}}, false},
        {"ended", {{"account", adviser_id(1)}, {"until", "2026-11-23"}}, false},
        {"ending tomorrow", {{"account", adviser_id(1)}, {"until", "2026-11-24"}}, true},
        {"beginning tomorrow", {{"account", adviser_id(1)}, {"since", "2026-11-24"}}, false},
        {"of an early years adviser", {{"account", adviser_id(1)}, {"role", "early_years_adviser"}}, true},
        {"of a headteacher", {{"account", adviser_id(1)}, {"role", "head_teacher"}}, false},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        story::Kit kit;
        give_overwend(kit, row.values);
        Tablet tablet = kit.tablet();
        story::set_up(tablet);
        CHECK(tablet.sees("My caseload") == row.is_hers);
    }
}

SCENARIO("an adviser whom a colleague names by the name she signs in with has the school in her caseload") {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    story::open_school(tablet, bramble);
    tablet.press("Add or change people");
    tablet.press("Add a person");
    tablet.choose("What is this person’s post", "Adviser");
    tablet.fill("Name of the person", "Ada Marsh");
    tablet.press("Add this person");
    CHECK(latest_text(kit.county, "post", "account") == adviser_id(1));
    tablet.press("Back to the school");
    CHECK(tablet.sees(Role::button, "Leave my caseload"));
}

SCENARIO("an officer has no caseload and is not told how to get one") {
    story::Kit kit;
    kit.county.role = "officer";
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    CHECK(tablet.sees("3 schools"));
    CHECK_FALSE(tablet.sees(how));
}
