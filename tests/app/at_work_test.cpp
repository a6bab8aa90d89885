// What the page asks before it loads the app anew: nothing may be taken out of somebody's hands.

#include <doctest/doctest.h>

#include "tests/app/story.h"

using namespace kitbag;

SCENARIO("what is typed and not on the disk is half done until it is there, and a locked tablet has nothing open") {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    CHECK_FALSE(tablet.app().at_work().open);
    story::set_up(tablet);
    CHECK(tablet.app().at_work().open);
    CHECK_FALSE(tablet.app().at_work().half_done);
    story::start_visit(tablet);
    story::write_details(tablet);
    tablet.pass(1000);
    CHECK_FALSE(tablet.app().at_work().half_done);
    tablet.press("Notes");
    tablet.type("Write a note", "Half a sen");
    CHECK(tablet.app().at_work().half_done);
    tablet.pass(1000);
    CHECK_FALSE(tablet.app().at_work().half_done);
    CHECK_FALSE(tablet.app().at_work().at_sending);
    tablet.press("Sending and receiving");
    CHECK(tablet.app().at_work().at_sending);
    tablet.press("Lock this tablet");
    CHECK_FALSE(tablet.app().at_work().open);
    CHECK_FALSE(tablet.app().at_work().half_done);
    CHECK_FALSE(tablet.app().at_work().unsent);
}

SCENARIO("a sync under way is half done, and what no receipt answers is counted") {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    CHECK(tablet.app().at_work().unsent == 0);
    story::start_visit(tablet);
    tablet.pass(1000);
    CHECK(tablet.app().at_work().unsent.value_or(0) > 0);
    tablet.answer_only(0);
    tablet.press("Sync now");
    CHECK(tablet.app().at_work().half_done);
    tablet.answer_all();
    CHECK_FALSE(tablet.app().at_work().half_done);
    CHECK(tablet.app().at_work().unsent == 0);
}

SCENARIO("a tablet in the head's hands is told apart") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    story::complete(tablet);
    CHECK_FALSE(tablet.app().at_work().with_head);
    tablet.press("Hand the tablet to the head");
    CHECK(tablet.app().at_work().with_head);
    CHECK(tablet.app().at_work().half_done);
}
