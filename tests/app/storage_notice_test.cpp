#include <doctest/doctest.h>

#include "tests/app/story.h"

using namespace kitbag;

namespace {

constexpr const char* line = "This browser may clear unsent visits.";
constexpr const char* advice = "Add Kitbag to the home screen";
constexpr Instant one_day_ms = 24 * 60 * 60 * 1000;

}  // namespace

SCENARIO("storage that the browser may clear is said in one line where a day begins, and never over a visit") {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    CHECK_FALSE(tablet.sees(line));
    tablet.promise_storage(true);
    CHECK_FALSE(tablet.sees(line));
    tablet.promise_storage(false);
    CHECK(tablet.sees(Role::status, line));
    CHECK_FALSE(tablet.sees(advice));
    tablet.press("What to do");
    INFO(tablet.everything());
    CHECK(tablet.sees(Role::dialog, line));
    CHECK(tablet.sees(advice));
    tablet.press("Close");
    CHECK_FALSE(tablet.sees(Role::dialog, line));
    CHECK(tablet.sees(Role::status, line));
    story::start_visit(tablet);
    CHECK_FALSE(tablet.sees(line));
}

SCENARIO(
    "the reminder of storage that may be cleared can be put away for a day, and the warning stays where sending is "
    "told") {
    story::Kit kit;
    {
        Tablet tablet = kit.tablet();
        story::set_up(tablet);
        tablet.promise_storage(false);
        tablet.press("What to do");
        tablet.press("Do not remind me today");
        CHECK_FALSE(tablet.sees(line));
    }
    Tablet tablet = kit.tablet(2);
    story::unlock(tablet);
    tablet.promise_storage(false);
    CHECK_FALSE(tablet.sees(line));
    tablet.press("Sending and receiving");
    CHECK(tablet.sees(Role::status, "This browser has not promised"));
    kit.clock.time += one_day_ms;
    story::come_back(tablet);
    tablet.press("Schools");
    INFO(tablet.everything());
    CHECK(tablet.sees(Role::status, line));
}

SCENARIO(
    "before a tablet is set up, a browser that may clear it all says so, and one that promised to keep it does not") {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    CHECK_FALSE(tablet.sees("private or incognito window"));
    tablet.promise_storage(false);
    INFO(tablet.everything());
    CHECK(tablet.sees(Role::status, "This browser has not promised to keep what you write."));
    CHECK(tablet.sees("private or incognito window"));
    tablet.promise_storage(true);
    CHECK_FALSE(tablet.sees("private or incognito window"));
}
