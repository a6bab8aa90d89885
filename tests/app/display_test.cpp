#include <doctest/doctest.h>

#include "tests/app/story.h"

using namespace kitbag;

namespace {

const Surroundings& window_of(Tablet& tablet) {
    return tablet.host().input().surroundings();
}

}  // namespace

TEST_CASE("colours, size of letters and hand are chosen before anybody has set the tablet up, and hold at once") {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    tablet.press("Display");
    CHECK(tablet.has_chosen("Colours", "As the tablet"));
    tablet.choose("Colours", "Dark");
    CHECK(window_of(tablet).scheme == Scheme::dark);
    CHECK(tablet.host().theme().colours.paper == palette_of(Scheme::dark).paper);
    tablet.choose("Size of letters", "200 %");
    CHECK(tablet.host().theme().text_scale() == 2);
    tablet.choose("Buttons stand at the side of", "The left hand");
    CHECK(window_of(tablet).chosen.left_handed);
    CHECK(tablet.has_chosen("Colours", "Dark"));
    CHECK(tablet.has_chosen("Size of letters", "200 %"));
    tablet.choose("Colours", "As the tablet");
    CHECK_FALSE(window_of(tablet).chosen.scheme.has_value());
    tablet.press("Close");
    CHECK_FALSE(tablet.sees(Role::dialog, "Display"));
    CHECK(tablet.sees(Role::heading, "Set up this tablet"));
}

TEST_CASE("a size of letters that two fingers left between two steps is shown as the nearest") {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    Surroundings window = window_of(tablet);
    window.chosen.text = 1.45f;
    tablet.show_in(window);
    tablet.press("Display");
    CHECK(tablet.has_chosen("Size of letters", "150 %"));
}

TEST_CASE("the head may make the letters larger, and nothing else is reached from there") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    story::complete(tablet);
    tablet.press("Hand the tablet to the head");
    tablet.press("Display");
    tablet.choose("Size of letters", "150 %");
    CHECK(tablet.host().theme().text_scale() == 1.5f);
    tablet.press("Close");
    CHECK(tablet.sees(Role::heading, "Please read this record"));
    CHECK_FALSE(tablet.sees(Role::button, "Schools"));
}
