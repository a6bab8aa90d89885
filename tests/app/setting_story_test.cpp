#include <doctest/doctest.h>

#include "tests/app/from_elsewhere.h"
#include "tests/app/story.h"

using namespace kitbag;

namespace {

School setting(std::string urn, std::string name, SchoolKind kind) {
    School made;
    made.urn = std::move(urn);
    made.name = std::move(name);
    made.kind = kind;
    made.phase_name = kind == SchoolKind::group_setting ? "Full day care" : "";
    made.constituency = "North Wendshire";
    made.status_name = "Active";
    made.opened = Date{2010, 1, 4};
    made.childcare = Childcare{true, true, false, "", "", 25, false};
    made.childcare->name_is_withheld = kind == SchoolKind::childminder;
    return made;
}

School centre(std::string urn, std::string name, std::string type) {
    School made;
    made.urn = std::move(urn);
    made.name = std::move(name);
    made.kind = SchoolKind::childrens_centre;
    made.type_name = std::move(type);
    made.status_name = "Open";
    made.opened = Date{2006, 4, 1};
    made.district = "North Wend";
    made.constituency = "North Wendshire";
    made.town = "Wendham";
    return made;
}

// A county with two early years settings beside its schools.
struct Kit : story::Kit {
    Kit() {
        School nursery = setting("EY900001", "Little Wend Nursery", SchoolKind::group_setting);
        nursery.town = "Wendham";
        nursery.inspections = {
            {"", {2026, 1, 14}, InspectionKind::full, "", {{"Inclusion", "Strong standard"}}},
            {"", {2019, 9, 12}, InspectionKind::full, "2", {{"Quality of education", "1"}}},
            {"", {2012, 7, 20}, InspectionKind::full, "3", {}},
        };
        county.add_school(nursery);
        county.add_school(setting("EY900002", "Childminder EY900002", SchoolKind::childminder));
    }
};

}  // namespace

SCENARIO("an early years adviser finds the settings among the schools, by kind, place and number") {
    Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    CHECK(tablet.sees("5 schools and settings"));
    tablet.press("Early years");
    CHECK(tablet.sees("2 of 5 schools and settings"));
    CHECK(tablet.sees("Little Wend Nursery"));
    CHECK_FALSE(tablet.sees("Bramble Hill Primary School"));
    tablet.press("Childminders");
    CHECK(tablet.sees("1 of 5 schools and settings"));
    CHECK(tablet.sees("Childminder EY900002"));
    tablet.press("Schools only");
    CHECK(tablet.sees("3 of 5 schools and settings"));
    tablet.press("All");
    tablet.fill("Find a school or setting", "wendham");
    CHECK(tablet.sees("Little Wend Nursery"));
    CHECK(tablet.sees("1 of 5 schools and settings"));
    tablet.fill("Find a school or setting", "ey900002");
    CHECK(tablet.sees("Childminder EY900002"));
    CHECK(tablet.sees("1 of 5 schools and settings"));
}

SCENARIO("a setting's page has its registration and its inspections, each by the framework of its day") {
    Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    story::open_school(tablet, "Little Wend Nursery");
    CHECK(tablet.sees("About the setting"));
    CHECK(tablet.sees("Early Years Register · Childcare Register, compulsory part"));
    CHECK(tablet.sees("25"));
    CHECK(tablet.sees("4 January 2010"));
    CHECK(tablet.sees("Full inspection · Good"));
    CHECK(tablet.sees("Full inspection · Satisfactory"));
    CHECK(tablet.sees("Education inspection framework\nQuality of education: Outstanding"));
    CHECK(tablet.sees("Renewed framework, since November 2025\nInclusion: Strong standard"));
}

SCENARIO("a visit to a childminder is an observation with questions, and asks for no criteria") {
    Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    story::open_school(tablet, "Childminder EY900002");
    INFO(tablet.everything());
    CHECK(tablet.sees("Ofsted does not publish the name and address of this setting."));
    CHECK_FALSE(tablet.sees("The county’s criteria have not arrived yet"));
    CHECK_FALSE(tablet.sees("Category and direction"));
    CHECK_FALSE(tablet.sees("School Performance Forum"));
    tablet.press("Start an Observation in a setting");
    INFO(tablet.everything());
    CHECK_FALSE(tablet.sees(Role::button, "Aspects"));
    CHECK_FALSE(tablet.sees("The county’s criteria have not arrived yet"));
    tablet.press("Questions");
    constexpr const char* question = "How many children were there, of which ages?";
    tablet.fill(question, "Three: two of two years, one of four.");
    tablet.press("Sync now");
    CHECK(latest_text(kit.county, "visit_answer", "question") == "setting_children");
    CHECK(latest_text(kit.county, "visit", "urn") == "EY900002");
    CHECK(latest_text(kit.county, "visit", "kind") == "setting_observation");
}

SCENARIO("a new visit in a setting offers the kinds for settings, and in a school those for schools") {
    Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    story::open_school(tablet, "Little Wend Nursery");
    tablet.press("Another kind of visit, or plan one");
    INFO(tablet.everything());
    CHECK(tablet.sees("Safeguarding and welfare check in a setting"));
    CHECK(tablet.sees("Transition and partnership in a setting"));
    CHECK_FALSE(tablet.sees("Lesson observation"));
    story::open_school(tablet, "Bramble Hill Primary School");
    tablet.press("Another kind of visit, or plan one");
    CHECK(tablet.sees("Lesson observation"));
    CHECK_FALSE(tablet.sees("Safeguarding and welfare check in a setting"));
}

SCENARIO("a children's centre is found among the settings and by its kind, and its page says what is published of it") {
    Kit kit;
    kit.county.add_school(centre("90001", "The Ark", "Children’s centre"));
    kit.county.add_school(centre("90002", "Wend House", "Children’s centre linked site"));
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    tablet.press("Early years");
    CHECK(tablet.sees("4 of 7 schools and settings"));
    CHECK(tablet.sees("Children’s centre · Wendham"));
    CHECK(tablet.sees("Children’s centre linked site · Wendham"));
    for (const char* const text : {"centre", "children's centre"}) {
        tablet.fill("Find a school or setting", text);
        CHECK(tablet.sees("2 of 7 schools and settings"));
        CHECK(tablet.sees("The Ark"));
    }
    tablet.fill("Find a school or setting", "90002");
    CHECK(tablet.sees("1 of 7 schools and settings"));
    tablet.fill("Find a school or setting", "");
    tablet.press("Narrow the list");
    tablet.choose("Phase", "Children’s centre");
    tablet.press("Show these");
    CHECK(tablet.sees("2 of 7 schools and settings"));

    tablet.press("The Ark");
    INFO(tablet.everything());
    CHECK(tablet.sees("About the setting"));
    for (const char* const fact : {"90001", "Children’s centre", "Open", "1 April 2006", "North Wend", "Wendham"})
        CHECK(tablet.sees(fact));
    for (const char* const of_ofsted : {"Registers", "Registered since", "Places", "Type", "Give it a local name"})
        CHECK_FALSE(tablet.sees(of_ofsted));
    story::open_school(tablet, "Wend House");
    CHECK(tablet.sees("Type"));
}

SCENARIO("a visit to a children's centre is an observation in a setting, and reaches the county under its URN") {
    Kit kit;
    kit.county.add_school(centre("90001", "The Ark", "Children’s centre"));
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    story::open_school(tablet, "The Ark");
    CHECK_FALSE(tablet.sees("The county’s criteria have not arrived yet"));
    tablet.press("Start an Observation in a setting");
    INFO(tablet.everything());
    CHECK_FALSE(tablet.sees(Role::button, "Aspects"));
    tablet.press("Questions");
    tablet.fill("How many children were there, of which ages?", "Twelve, with their parents.");
    tablet.press("Sync now");
    CHECK(latest_text(kit.county, "visit", "urn") == "90001");
    CHECK(latest_text(kit.county, "visit", "kind") == "setting_observation");
    CHECK(latest_text(kit.county, "visit_answer", "question") == "setting_children");
}
