#include <doctest/doctest.h>

#include "tests/app/story.h"

using namespace kitbag;

SCENARIO("what was taken back is said for six seconds, and then nothing runs any more") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    tablet.choose("Governance", "Amber");
    tablet.pass(5000);
    tablet.press("Undo: chose Amber for Governance");
    CHECK(tablet.sees(Role::status, "Undone: chose Amber for Governance"));
    tablet.pass(5900);
    CHECK(tablet.sees(Role::status, "Undone: chose Amber for Governance"));
    tablet.pass(200);
    CHECK_FALSE(tablet.sees("Undone: chose Amber for Governance"));
    CHECK_FALSE(tablet.platform().timers.contains(Timer::toast));
}

SCENARIO("a newer confirmation takes the place of the one that is there, and begins its own six seconds") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    tablet.choose("Governance", "Amber");
    tablet.choose("Governance", "Red");
    tablet.press("Undo: chose Red for Governance");
    tablet.pass(4000);
    tablet.press("Undo: chose Amber for Governance");
    CHECK_FALSE(tablet.sees("Undone: chose Red for Governance"));
    tablet.pass(4000);
    CHECK(tablet.sees(Role::status, "Undone: chose Amber for Governance"));
}

SCENARIO("a confirmation is closed by its button, and does not stay for whoever unlocks the tablet next or holds it") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    tablet.choose("Governance", "Amber");
    tablet.press("Undo: chose Amber for Governance");
    tablet.press("Close this news");
    CHECK_FALSE(tablet.sees("Undone: chose Amber for Governance"));
    CHECK_FALSE(tablet.platform().timers.contains(Timer::toast));
    tablet.choose("Governance", "Red");
    tablet.press("Undo: chose Red for Governance");
    tablet.press("Sending and receiving");
    tablet.press("Lock this tablet");
    CHECK_FALSE(tablet.sees("Undone"));
    CHECK_FALSE(tablet.platform().timers.contains(Timer::toast));
}

SCENARIO("the head gets the tablet without what was said to the adviser") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    story::complete(tablet);
    tablet.press("Save it as a page");
    CHECK(tablet.sees(Role::status, "The file is with what this browser has downloaded."));
    tablet.press("Hand the tablet to the head");
    CHECK_FALSE(tablet.sees("The file is with what this browser has downloaded."));
    CHECK_FALSE(tablet.platform().timers.contains(Timer::toast));
}
