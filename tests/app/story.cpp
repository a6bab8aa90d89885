#include "tests/app/story.h"

#include <doctest/doctest.h>

namespace kitbag::story {

void set_up(Tablet& tablet, const char* name, const char* code) {
    tablet.fill("Your name", name);
    tablet.fill("Enrolment code", code);
    tablet.fill("Choose a passphrase", passphrase);
    tablet.fill("The passphrase once more", passphrase);
    tablet.press("Set up this tablet");
}

void unlock(Tablet& tablet, const char* with) {
    tablet.fill("Passphrase", with);
    tablet.press("Unlock");
}

void come_back(Tablet& tablet) {
    tablet.show();
    REQUIRE(tablet.sees(Role::heading, "Unlock Kitbag"));
    unlock(tablet);
}

void open_school(Tablet& tablet, const char* name) {
    tablet.press("Schools");
    tablet.press(name);
    INFO(tablet.everything());
    REQUIRE(tablet.sees(Role::heading, name));
}

void start_visit(Tablet& tablet, const char* school) {
    open_school(tablet, school);
    tablet.press("Start a Keeping in Touch visit");
    INFO(tablet.everything());
    REQUIRE(tablet.sees(Role::multiline_field, "Write a note"));
    tablet.press("Aspects");
}

void write_details(Tablet& tablet) {
    tablet.press("Details");
    INFO(tablet.everything());
    REQUIRE(tablet.sees(Role::heading, "About this visit"));
    tablet.fill("Who took part", "The headteacher");
    tablet.fill("What the visit is about", "Reading");
}

void complete(Tablet& tablet) {
    write_details(tablet);
    tablet.press("Complete the visit");
    INFO(tablet.everything());
    REQUIRE(tablet.sees("Complete this visit?"));
    tablet.press("Complete it");
    REQUIRE(tablet.sees(Role::heading, "Visit record"));
}

VisitUnderWay::VisitUnderWay(Kit& kit) : Tablet(kit.files, kit.clock, kit.county) {
    set_up(*this);
    start_visit(*this);
}

}  // namespace kitbag::story
