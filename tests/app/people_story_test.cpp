// Who holds which post at a school, and what a place is called whose own name is withheld.

#include <doctest/doctest.h>

#include "tests/app/from_elsewhere.h"
#include "tests/app/story.h"

using namespace kitbag;

namespace {

constexpr const char* school = "Bramble Hill Primary School";
constexpr const char* role = "What is this person’s post";
constexpr const char* name = "Name of the person";

void open_people(Tablet& tablet, const char* of = school) {
    story::open_school(tablet, of);
    tablet.press("Add or change people");
    INFO(tablet.everything());
    REQUIRE(tablet.sees(Role::heading, "People"));
}

void add_head(Tablet& tablet, const char* called = "Hal Ford") {
    tablet.press("Add a person");
    tablet.choose(role, "Headteacher");
    tablet.fill(name, called);
    tablet.press("Add this person");
}

// A county with a childminder whose name Ofsted withholds.
struct Kit : story::Kit {
    Kit() {
        School made;
        made.urn = "EY900002";
        made.name = "Childminder EY900002";
        made.kind = SchoolKind::childminder;
        made.constituency = "North Wendshire";
        made.childcare = Childcare{};
        made.childcare->name_is_withheld = true;
        county.add_school(made);
    }
};

}  // namespace

SCENARIO("a person is added to a school with a post and a name, and stands on its page") {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    story::open_school(tablet, school);
    CHECK(tablet.sees("Nobody is named here yet."));
    open_people(tablet);
    tablet.press("Add a person");
    tablet.press("Add this person");
    CHECK(tablet.sees(Role::status, "Choose the person’s post."));
    tablet.choose(role, "Headteacher");
    tablet.press("Add this person");
    CHECK(tablet.sees(Role::status, "Write the person’s name."));
    tablet.fill(name, "Hal Ford");
    tablet.fill("Since when", "2024-09-31");
    tablet.press("Add this person");
    CHECK(latest_text(kit.county, "post", "name") == "");
    tablet.fill("Since when", "2024-09-01");
    tablet.press("Add this person");
    INFO(tablet.everything());
    CHECK(tablet.sees("Headteacher · since 1 September 2024"));
    CHECK(tablet.sees(Role::button, "Add a person"));  // The form is closed, and empty.
    CHECK(latest_text(kit.county, "post", "urn") == "900001");
    CHECK(latest_text(kit.county, "post", "role") == "head_teacher");
    CHECK(latest_text(kit.county, "post", "account") == "");
    tablet.press("Back to the school");
    CHECK(tablet.sees("Hal Ford"));
    CHECK(tablet.sees("Headteacher · since 1 September 2024"));
    CHECK_FALSE(tablet.sees("Nobody is named here yet."));
}

SCENARIO("what is typed of a new person is there again when the screen is opened again, until it is put away") {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    open_people(tablet);
    tablet.press("Add a person");
    tablet.choose(role, "Chair of governors");
    tablet.fill(name, "Wen Abara");
    tablet.press("Back to the school");
    tablet.press("Add or change people");
    CHECK(tablet.value_of(name) == "Wen Abara");
    CHECK(tablet.has_chosen(role, "Chair of governors"));
    tablet.press("Not now");
    CHECK(tablet.sees(Role::button, "Add a person"));
    for (const Change& change : kit.county.log) CHECK(change.entity != "post");
}

SCENARIO("a person's post is changed, ended on a day and taken up again, and nothing of it is lost") {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    open_people(tablet);
    add_head(tablet);
    tablet.press("Change: Hal Ford");
    tablet.fill(name, " ");
    CHECK(tablet.sees("A post needs a name. To take somebody off the list, end the post."));
    tablet.fill(name, "Hal Forde");
    tablet.fill("Since when", "2024-09-01");
    tablet.press("Done: Hal Forde");
    tablet.press("End this: Hal Forde");
    CHECK(tablet.value_of("The day it ended") == "2026-11-23");
    tablet.fill("The day it ended", "2024-08-01");
    tablet.press("End it on this day");
    CHECK(tablet.sees("It cannot end before it began. Check both dates."));
    tablet.fill("The day it ended", "2026-11-20");
    tablet.press("End it on this day");
    INFO(tablet.everything());
    CHECK(tablet.sees(Role::heading, "Until some time ago"));
    CHECK(tablet.sees("Headteacher · since 1 September 2024 · until 20 November 2026"));
    CHECK(latest_text(kit.county, "post", "until") == "2026-11-20");
    CHECK(latest_text(kit.county, "post", "name") == "Hal Forde");
    tablet.press("Back to the school");
    CHECK_FALSE(tablet.sees("Hal Forde"));
    tablet.press("Add or change people");
    tablet.press("It has not ended: Hal Forde");
    CHECK_FALSE(tablet.sees("Until some time ago"));
    CHECK(latest_text(kit.county, "post", "until") == "");
}

SCENARIO("a system leader has a designation, the school they lead and what they can give") {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    open_people(tablet);
    tablet.press("Add a person");
    CHECK_FALSE(tablet.sees("What kind of system leader"));
    tablet.choose(role, "System leader");
    tablet.fill(name, "Zoë Hale");
    tablet.press("Add this person");
    CHECK(tablet.sees(Role::status, "Choose what kind of system leader this is."));
    tablet.choose("What kind of system leader", "Local Leader of Education");
    tablet.fill("URN of the school they lead", "the other one");
    tablet.press("Add this person");
    CHECK(tablet.sees(Role::status, "Write the school’s URN, six figures, or leave this empty."));
    tablet.fill("URN of the school they lead", "900002");
    tablet.fill("How much they can give", "Two days a month");
    tablet.press("Add this person");
    INFO(tablet.everything());
    CHECK(tablet.sees("Local Leader of Education · leads Overwend Secondary School · Two days a month"));
    tablet.press("Change: Zoë Hale");
    tablet.choose("What kind of system leader", "National Leader of Education");
    CHECK(tablet.sees("National Leader of Education · leads Overwend Secondary School · Two days a month"));
}

SCENARIO("an early years adviser's post names the team that works there, by which the place is found") {
    Kit kit;
    kit.county.role = "early_years_adviser";
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    open_people(tablet, "Childminder EY900002");
    tablet.press("Add a person");
    CHECK_FALSE(tablet.sees("Which early years team"));
    tablet.choose(role, "Early years adviser");
    tablet.fill(name, "Ada Marsh");
    tablet.choose("Which early years team", "Quality team");
    tablet.press("Add this person");
    INFO(tablet.everything());
    CHECK(tablet.sees("Early years adviser · Quality team"));
    CHECK(latest_text(kit.county, "post", "team") == "quality");
    tablet.press("Change: Ada Marsh");
    tablet.choose("Which early years team", "Intervention team");
    tablet.press("Schools");
    tablet.fill("Find a school or setting", "intervention team");
    CHECK(tablet.sees("1 of 4 schools and settings"));
    CHECK(tablet.sees(Role::button, "Childminder EY900002"));
    tablet.fill("Find a school or setting", "");
    story::open_school(tablet, school);
    tablet.press("Add to my caseload");
    tablet.press("Sync now");
    CHECK(kit.county.log.back().fields.contains("team"));  // As in her other post.
    tablet.press("Schools");
    tablet.press("Childminder EY900002");
    tablet.press("Add or change people");
    tablet.press("Change: Ada Marsh");
    tablet.choose("Which early years team", "No team");
    tablet.press("Sync now");
    CHECK(tablet.sees("Early years adviser"));
    CHECK(latest_text(kit.county, "post", "team") == "");
}

SCENARIO("what two tablets wrote about one post is shown side by side until somebody says which stands") {
    constexpr Instant minute = 60'000;
    story::Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    open_people(tablet);
    add_head(tablet);
    const std::string post = kit.county.log.back().entity_id;
    kit.county.online = false;
    tablet.press("End this: Hal Ford");
    tablet.fill("The day it ended", "2026-11-20");
    tablet.press("End it on this day");
    write_elsewhere(kit.county, 2, kit.clock.time + minute, "post", post, {{"until", "2026-12-18"}});
    kit.county.online = true;
    tablet.press("Sync now");
    INFO(tablet.everything());
    CHECK(tablet.sees(Role::heading, "When a post ended: Hal Ford"));
    CHECK(tablet.sees("20 November 2026"));
    CHECK(tablet.sees("18 December 2026"));
    tablet.press("Back to the school");
    CHECK(tablet.sees("Something about the people here was written twice."));
    tablet.press("Look at both");
    tablet.press("Let this one stand: When a post ended: Hal Ford, by Ada Marsh");
    CHECK_FALSE(tablet.sees("When a post ended: Hal Ford"));
    CHECK(tablet.sees("Headteacher · until 20 November 2026"));
    CHECK(latest_text(kit.county, "post", "until") == "2026-11-20");
}

SCENARIO("a person whom the county will not take is shown with where to look") {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    kit.county.refused_entity = "post";
    open_people(tablet);
    add_head(tablet);
    CHECK(tablet.sees("The county has refused something of this. See “Sending and receiving”."));
    tablet.press("Sending and receiving");
    CHECK(tablet.sees("A person’s post: Bramble Hill Primary School"));
}

SCENARIO("an officer reads who holds which post, and writes nothing there") {
    story::Kit kit;
    kit.county.role = "officer";
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    story::open_school(tablet, school);
    CHECK(tablet.sees("Nobody is named here yet."));
    CHECK_FALSE(tablet.sees("Add or change people"));
    CHECK_FALSE(tablet.sees("Add to my caseload"));
}

SCENARIO(
    "a childminder whose name is withheld gets a local name, which is shown everywhere with the reference beside it") {
    Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    story::open_school(tablet, "Childminder EY900002");
    tablet.press("Give it a local name");
    tablet.fill("What advisers call this place", "Maple Cottage");
    tablet.press("Sync now");
    CHECK(latest_text(kit.county, "establishment", "local_name") == "Maple Cottage");
    CHECK(kit.county.log.back().entity_id == "EY900002");
    tablet.press("Back to the school");
    INFO(tablet.everything());
    CHECK(tablet.sees(Role::heading, "Maple Cottage"));
    CHECK(tablet.sees("Childminder · North Wendshire · EY900002"));
    CHECK_FALSE(tablet.sees("Give it a local name"));
    CHECK(tablet.sees("Add or change people"));
    tablet.press("Write notes now");
    tablet.fill("Write a note", "The book corner was busy.");
    tablet.press("Visits");
    CHECK(tablet.sees("Maple Cottage"));
    tablet.press("Schools");
    for (const char* const text : {"maple", "EY900002", "childminder"}) {
        CAPTURE(text);
        tablet.fill("Find a school or setting", text);
        CHECK(tablet.sees(Role::button, "Maple Cottage"));
        CHECK(tablet.sees("1 of 4 schools and settings"));
        CHECK_FALSE(tablet.sees("Childminder EY900002"));
    }
    tablet.fill("Find a school or setting", "");
    open_people(tablet, "Maple Cottage");
    tablet.fill("What advisers call this place", "");
    tablet.press("Back to the school");
    CHECK(tablet.sees(Role::heading, "Childminder EY900002"));
}
