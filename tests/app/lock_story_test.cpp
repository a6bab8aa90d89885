#include <doctest/doctest.h>

#include "tests/app/story.h"

using namespace kitbag;

namespace {

constexpr Instant minute = 60'000;
constexpr const char* note = "Evidence for Progress";
constexpr const char* words = "The hall was calm at lunch.";

bool is_locked(const Tablet& tablet) {
    return tablet.sees(Role::heading, "Unlock Kitbag");
}

// Looking at the aspects of a visit, with words in a note that nobody has left yet.
struct InAVisit : story::Kit {
    story::VisitUnderWay tablet{*this};

    InAVisit() { tablet.type(note, words); }
};

}  // namespace

SCENARIO("a tablet that is left alone locks itself, and its adviser comes back to the same visit with every word") {
    InAVisit kit;
    Tablet& tablet = kit.tablet;
    tablet.leave_alone(10 * minute - 1);
    REQUIRE_FALSE(is_locked(tablet));
    tablet.leave_alone(1);
    INFO(tablet.everything());
    REQUIRE(is_locked(tablet));
    CHECK(tablet.sees("What you wrote is kept"));
    for (const char* readable : {words, "Bramble Hill", "Ada Marsh", "Progress", "900001"})
        CHECK_FALSE(tablet.sees(readable));
    story::unlock(tablet);
    INFO(tablet.everything());
    CHECK_FALSE(tablet.sees("Kitbag locked it"));
    CHECK(tablet.sees("Bramble Hill Primary School"));
    tablet.press("Aspects");
    CHECK(tablet.value_of(note) == words);
}

TEST_CASE("whoever goes on working is not locked out, and one who stops is") {
    InAVisit kit;
    kit.tablet.pass(45 * minute);
    CHECK_FALSE(is_locked(kit.tablet));
    kit.tablet.leave_alone(11 * minute);
    CHECK(is_locked(kit.tablet));
}

TEST_CASE("a page that nobody sees locks when its timer rings, and one that slept locks when it is seen again") {
    InAVisit kit;
    Tablet& tablet = kit.tablet;
    tablet.hide();
    SUBCASE("awake") {
        tablet.leave_alone(5 * minute);
        CHECK(is_locked(tablet));
    }
    SUBCASE("asleep: no timer rang") {
        kit.clock.time += 5 * minute;
        CHECK_FALSE(is_locked(tablet));
        tablet.show();
        CHECK(is_locked(tablet));
    }
    SUBCASE("only for a while") {
        tablet.leave_alone(5 * minute - 1);
        tablet.show();
        CHECK_FALSE(is_locked(tablet));
        tablet.leave_alone(4 * minute);
        CHECK_FALSE(is_locked(tablet));
    }
}

TEST_CASE("a connection that comes back while nobody looks syncs and does not put off the lock") {
    InAVisit kit;
    kit.county.online = false;
    kit.tablet.press("Sync now");
    kit.tablet.hide();
    kit.tablet.leave_alone(minute);
    kit.county.online = true;
    const int before = kit.county.pushes;
    kit.tablet.come_online();
    CHECK(kit.county.pushes > before);
    kit.tablet.leave_alone(4 * minute);
    CHECK(is_locked(kit.tablet));
}

TEST_CASE("a clock that was set while the tablet slept locks it, and the first press after that does nothing else") {
    InAVisit kit;
    Tablet& tablet = kit.tablet;
    tablet.leave();
    const std::size_t written = kit.county.log.size();
    SUBCASE("back") {
        kit.clock.time -= 3 * minute;
    }
    SUBCASE("forward") {
        kit.clock.time += 600 * minute;
    }
    tablet.press("Sync now");
    CHECK(is_locked(tablet));
    CHECK(kit.county.log.size() == written);
}

TEST_CASE("the county says how long a tablet waits, and tablets learn it at their next sync") {
    story::Kit kit;
    Tablet tablet = kit.tablet();
    story::set_up(tablet);
    kit.county.set_lock_times(3, 1);
    tablet.press("Sync now");
    SUBCASE("untouched") {
        tablet.leave_alone(3 * minute - 1);
        CHECK_FALSE(is_locked(tablet));
        tablet.leave_alone(1);
    }
    SUBCASE("out of sight") {
        tablet.hide();
        tablet.leave_alone(minute);
    }
    CHECK(is_locked(tablet));
}

SCENARIO("a tablet left in the head's hands locks, keeps what the head wrote, and opens for its adviser") {
    story::Kit kit;
    story::VisitUnderWay tablet(kit);
    story::complete(tablet);
    tablet.press("Hand the tablet to the head");
    INFO(tablet.everything());
    tablet.fill("Your name", "Dr Ives");
    tablet.leave_alone(10 * minute);
    REQUIRE(is_locked(tablet));
    CHECK(tablet.sees("What the head wrote is kept."));
    CHECK_FALSE(tablet.sees("Dr Ives"));
    story::unlock(tablet);
    CHECK(tablet.sees(Role::heading, "Visit record"));
    tablet.press("Hand the tablet to the head");
    CHECK(tablet.value_of("Your name") == "Dr Ives");
}

TEST_CASE("a tablet does not lock over words that it cannot save, says so, and locks once it has saved them") {
    InAVisit kit;
    Tablet& tablet = kit.tablet;
    kit.files.trouble = MemoryFiles::Trouble::full;
    tablet.type(note, "The hall was calm at lunch, and after.");
    tablet.leave_alone(10 * minute);
    CHECK_FALSE(is_locked(tablet));
    CHECK(tablet.sees(Role::alert, "This tablet is full"));
    kit.files.trouble = MemoryFiles::Trouble::none;
    tablet.leave_alone(10 * minute);
    REQUIRE(is_locked(tablet));
    story::unlock(tablet);
    tablet.press("Aspects");
    CHECK(tablet.value_of(note) == "The hall was calm at lunch, and after.");
}

TEST_CASE("a tablet at rest has two timers, minutes away: for the lock, and for looking after the store") {
    InAVisit kit;
    kit.tablet.leave();
    kit.tablet.leave_alone(minute);
    kit.tablet.touch();
    auto& timers = kit.tablet.platform().timers;
    CHECK(timers.size() == 2);
    CHECK(timers.at(Timer::lock) - kit.clock.time >= 5 * minute);
    CHECK(timers.at(Timer::upkeep) - kit.clock.time >= minute);
    kit.tablet.platform().frame_wanted = false;
    kit.tablet.app().on_timer(Timer::lock);  // Somebody touched it a moment ago.
    CHECK_FALSE(kit.tablet.platform().frame_wanted);
}

TEST_CASE("a tablet that was locked by hand opens at the schools") {
    InAVisit kit;
    kit.tablet.press("Sending");
    kit.tablet.press("Lock this tablet");
    CHECK_FALSE(kit.tablet.sees("Kitbag locked it"));
    story::unlock(kit.tablet);
    CHECK(kit.tablet.sees("3 schools"));
}
