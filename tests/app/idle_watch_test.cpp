#include "app/session/idle_watch.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace kitbag;

namespace {

constexpr Instant minute = 60'000;
constexpr Instant start = 1'795'442'520'000;

// What happens, and what the clock reads then, in milliseconds after the tablet was unlocked.
struct Event {
    enum class Kind { look, touch, hide, show, arm, ring } kind;
    Instant at;
    bool locks = false;
};
using enum Event::Kind;

}  // namespace

TEST_CASE("an unlocked tablet locks when it was left alone, out of sight, or its clock went back") {
    struct Row {
        const char* what;
        std::vector<Event> events;
    };
    const Row rows[] = {
        {"untouched for the time", {{look, 10 * minute - 1}, {look, 10 * minute, true}}},
        {"touched in between", {{touch, 9 * minute}, {look, 18 * minute}, {look, 19 * minute, true}}},
        {"out of sight for the time", {{hide, minute}, {look, 6 * minute - 1}, {look, 6 * minute, true}}},
        {"seen again in time", {{hide, minute}, {look, 5 * minute}, {show, 5 * minute}, {look, 9 * minute}}},
        {"told twice that it is hidden", {{hide, minute}, {hide, 5 * minute}, {look, 6 * minute, true}}},
        {"asleep for a night", {{hide, minute}, {look, 480 * minute, true}}},
        {"the clock set forward", {{touch, minute}, {look, 300 * minute, true}}},
        {"the clock set back", {{look, 2 * minute}, {look, -300 * minute, true}}},
        {"the clock set back by a minute", {{look, 2 * minute}, {look, minute, true}}},
        {"the clock put right by the network", {{look, 2 * minute}, {look, 2 * minute - 4000}, {look, 3 * minute}}},
        {"the clock set back step by step",
         {{look, 2 * minute}, {look, 2 * minute - 4000}, {look, 2 * minute - 8000, true}}},
        {"the timer rings and nothing has happened, though the clock was set back", {{arm, 0}, {ring, 1, true}}},
        {"the timer rings and somebody has touched it", {{arm, 0}, {touch, 9 * minute}, {ring, 10 * minute}}},
        {"the timer rings a second time after that touch",
         {{arm, 0}, {touch, 9 * minute}, {ring, 10 * minute}, {arm, 10 * minute}, {ring, 12 * minute, true}}},
        {"the timer of a hidden page rings after it was seen again",
         {{hide, 0}, {arm, 0}, {show, minute}, {touch, minute}, {ring, 5 * minute}}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        IdleWatch watch;
        watch.begin(start, {.untouched_ms = 10 * minute, .hidden_ms = 5 * minute});
        for (const Event& event : row.events) {
            CAPTURE(event.at);
            const Instant now = start + event.at;
            bool locks = false;
            switch (event.kind) {
                case look:
                    locks = watch.due(now);
                    break;
                case touch:
                    watch.touched(now);
                    break;
                case hide:
                    watch.hidden(now);
                    break;
                case show:
                    watch.shown();
                    break;
                case arm:
                    watch.arm(now);
                    break;
                case ring:
                    locks = watch.rang(now);
                    break;
            }
            CHECK(locks == event.locks);
        }
    }
}

TEST_CASE("the timer is started for what is left of the shorter wait, and a locked tablet waits for nothing") {
    IdleWatch watch;
    CHECK_FALSE(watch.due(start));
    CHECK_FALSE(watch.rang(start));
    watch.begin(start, {.untouched_ms = 10 * minute, .hidden_ms = 5 * minute});
    CHECK(watch.arm(start) == 10 * minute);
    watch.touched(start + 4 * minute);
    CHECK(watch.arm(start + 10 * minute) == 4 * minute);
    watch.hidden(start + 10 * minute);
    CHECK(watch.arm(start + 10 * minute) == 4 * minute);
    watch.touched(start + 10 * minute);
    CHECK(watch.arm(start + 10 * minute) == 5 * minute);
    watch.end();
    CHECK_FALSE(watch.due(start + 1000 * minute));
}
