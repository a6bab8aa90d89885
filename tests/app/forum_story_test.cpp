#include <doctest/doctest.h>

#include "tests/app/story.h"

using namespace kitbag;

namespace {

constexpr const char* school = "Overwend Secondary School";
constexpr const char* service = "Virtual School for looked after children";

void open_forum(Tablet& tablet) {
    story::open_school(tablet, school);
    tablet.press("School Performance Forum");
    INFO(tablet.everything());
    REQUIRE(tablet.sees(Role::heading, "School Performance Forum"));
}

}  // namespace

SCENARIO("what a service brought to the Forum is recorded once and stands beside its aspect") {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    open_forum(tablet);
    CHECK(tablet.sees("Nothing from the Forum yet"));
    CHECK(tablet.sees("In Autumn 2, 2026 the Forum has notes on 0 of 3 schools."));
    tablet.press("Add what a service brought");
    CHECK(tablet.has_chosen("When the Forum met", "Autumn 2, 2026"));
    tablet.press("Add it");
    CHECK(tablet.sees(Role::status, "Choose the service that brought this to the Forum."));
    tablet.choose("Which service brought it", service);
    tablet.press("Add it");
    CHECK(tablet.sees(Role::status, "Write what the service said."));
    tablet.press("Name the aspect it is about");
    tablet.choose("Which aspect it is about", "Progress");
    tablet.press("Looked after children");
    tablet.press("Boys");
    tablet.press("Boys");
    tablet.fill("What it brought", "Two pupils changed placement in October.");
    tablet.press("Add it");
    INFO(tablet.everything());
    CHECK(tablet.sees(Role::heading, "Autumn 2, 2026"));
    CHECK(tablet.sees("Progress · Looked after children"));
    CHECK(tablet.sees("Ada Marsh, 23 November 2026, 14:02"));
    CHECK(tablet.sees(Role::button, "Add what a service brought"));  // The form is empty again.
    CHECK(tablet.sees("In Autumn 2, 2026 the Forum has notes on 1 of 3 schools."));
    REQUIRE(kit.county.log.back().entity == "forum_note");
    const auto& fields = kit.county.log.back().fields;
    CHECK(fields.at("half_term").value == "2026-27.2");
    CHECK(fields.at("groups").value == "looked_after");
    CHECK(fields.at("aspect").value == "progress");

    tablet.press("Show which");
    CHECK(tablet.sees(Role::button, "Bramble Hill Primary School"));
    CHECK_FALSE(tablet.sees(Role::button, school));

    story::open_school(tablet, school);
    tablet.press("Category and direction");
    tablet.press("Show the evidence for Progress");
    INFO(tablet.everything());
    CHECK(tablet.sees("Forum: Virtual School for looked after children, Autumn 2, 2026"));
    CHECK(tablet.sees("Two pupils changed placement in October."));
    story::start_visit(tablet, school);
    INFO(tablet.everything());
    CHECK(tablet.sees("Forum: Virtual School for looked after children, Autumn 2, 2026"));
}

SCENARIO("notes of the Forum are listed half term by half term, and a refused one says why and is no evidence") {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    open_forum(tablet);
    const auto add = [&](const char* half_term, const char* text) {
        tablet.press("Add what a service brought");
        tablet.choose("When the Forum met", half_term);
        tablet.choose("Which service brought it", service);
        tablet.press("Name the aspect it is about");
        tablet.choose("Which aspect it is about", "Progress");
        tablet.fill("What it brought", text);
        tablet.press("Add it");
    };
    add("Autumn 2, 2026", "The later words.");
    add("Autumn 1, 2026", "The earlier words.");
    const std::string all = tablet.everything();
    INFO(all);
    CHECK(all.find("The later words.") < all.find("The earlier words."));
    kit.county.refused_entity = "forum_note";
    add("Autumn 2, 2026", "The refused words.");
    CHECK(tablet.sees("The county cannot take this note: it names a person."));
    tablet.press("Back to the school");
    tablet.press("Category and direction");
    tablet.press("Show the evidence for Progress");
    CHECK(tablet.sees("The later words."));
    CHECK_FALSE(tablet.sees("The refused words."));
}

SCENARIO("what was typed for the Forum is there again when the school is opened again") {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    open_forum(tablet);
    tablet.press("Add what a service brought");
    tablet.fill("What it brought", "Attendance fell.");
    tablet.press("Back to the school");
    tablet.press("School Performance Forum");
    CHECK(tablet.value_of("What it brought") == "Attendance fell.");
    tablet.press("Not now");
    CHECK(tablet.sees(Role::button, "Add what a service brought"));
    for (const Change& change : kit.county.log) CHECK(change.entity != "forum_note");
}
