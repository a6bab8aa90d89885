#include <doctest/doctest.h>

#include "tests/app/story.h"

using namespace kitbag;

namespace {

constexpr const char* school = "Overwend Secondary School";

void open_kind(Tablet& tablet, const char* kind) {
    story::open_school(tablet, school);
    tablet.press("Another kind of visit, or plan one");
    tablet.press(kind);
    INFO(tablet.everything());
    REQUIRE(tablet.sees(Role::heading, kind));
}

void fill_agreement(Tablet& tablet) {
    tablet.fill("Who agreed for the trust", "Ms Vane");
    tablet.fill("As what", "chief executive");
    tablet.fill("When it was agreed", "2026-11-02");
    tablet.fill("What it is for", "A review of mathematics.");
    tablet.choose("How it is done", "Traded");
}

struct Academy : story::Kit {
    Academy() { county.set_governance("900002", Governance::academy); }
};

}  // namespace

SCENARIO("at an academy direct monitoring waits for the trust’s agreement, and other visits do not") {
    Academy kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    open_kind(tablet, "Lesson observation");
    INFO(tablet.everything());
    CHECK(tablet.sees("The county has no power of direct monitoring here"));
    CHECK_FALSE(tablet.sees(Role::button, "Start it now"));
    CHECK_FALSE(tablet.sees(Role::button, "Work scrutiny"));  // Offered instead is only what needs no agreement.
    tablet.press("Discussion with governors");
    CHECK(tablet.sees(Role::button, "Start it now"));

    open_kind(tablet, "Lesson observation");
    tablet.press("The trust has agreed to this");
    tablet.press("Record the agreement");
    CHECK(tablet.sees(Role::status, "Write who agreed for the trust."));
    fill_agreement(tablet);
    CHECK(tablet.sees(Role::checkbox, "Lesson observation"));
    tablet.press("Record the agreement");
    INFO(tablet.everything());
    CHECK(tablet.sees(Role::button, "Start it now"));
    CHECK(tablet.sees("Agreed by Ms Vane, chief executive, 2 November 2026"));
    REQUIRE(kit.county.log.back().entity == "trust_agreement");
    const auto& fields = kit.county.log.back().fields;
    CHECK(fields.at("kinds").value == "lesson_observation");
    CHECK(fields.at("terms").value == "traded");
    CHECK(fields.at("urn").value == "900002");
    CHECK_FALSE(fields.contains("until"));
    tablet.press("Start it now");
    tablet.press("Sync now");
    CHECK(kit.county.log.back().fields.at("governance").value == "academy");

    open_kind(tablet, "Work scrutiny");
    CHECK_FALSE(tablet.sees(Role::button, "Start it now"));  // It was not agreed to.
    story::open_school(tablet, school);
    CHECK(tablet.sees("Traded: Lesson observation"));
}

SCENARIO("what was typed of an agreement is there again after the tablet was stopped") {
    Academy kit;
    {
        Tablet tablet = kit.tablet();
        story::set_up(tablet);
        open_kind(tablet, "Work scrutiny");
        tablet.press("The trust has agreed to this");
        fill_agreement(tablet);
        tablet.pass(1000);
    }
    Tablet tablet = kit.tablet(2);
    story::unlock(tablet);
    open_kind(tablet, "Work scrutiny");
    INFO(tablet.everything());
    CHECK(tablet.value_of("Who agreed for the trust") == "Ms Vane");
    CHECK(tablet.has_chosen("How it is done", "Traded"));
    tablet.press("Record the agreement");
    REQUIRE_FALSE(kit.county.log.empty());
    REQUIRE(kit.county.log.back().entity == "trust_agreement");
    CHECK(kit.county.log.back().fields.at("kinds").value == "work_scrutiny");
}

SCENARIO("an agreement that the county refused is shown with its reason and counts for nothing") {
    Academy kit;
    kit.county.refused_entity = "trust_agreement";
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    open_kind(tablet, "Lesson observation");
    tablet.press("The trust has agreed to this");
    fill_agreement(tablet);
    tablet.press("Record the agreement");
    INFO(tablet.everything());
    CHECK(tablet.sees("The county cannot take this note: it names a person. It does not count."));
    CHECK_FALSE(tablet.sees(Role::button, "Start it now"));
    CHECK(tablet.sees(Role::button, "The trust has agreed to this"));
    story::open_school(tablet, school);
    CHECK_FALSE(tablet.sees("Traded: Lesson observation"));
}

SCENARIO("a school that becomes an academy is asked about from then on") {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    open_kind(tablet, "Lesson observation");
    tablet.press("Start it now");
    tablet.press("Sync now");
    CHECK(kit.county.log.back().fields.at("governance").value == "maintained");
    kit.county.set_governance("900002", Governance::academy);
    tablet.press("Sync now");
    open_kind(tablet, "Lesson observation");
    CHECK_FALSE(tablet.sees(Role::button, "Start it now"));
    story::open_school(tablet, school);
    tablet.press("23 November 2026");
    INFO(tablet.everything());
    CHECK(tablet.sees(Role::multiline_field, "Write a note"));  // What was begun before goes on.
}
