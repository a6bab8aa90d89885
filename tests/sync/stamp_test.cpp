#include "sync/stamp.h"

#include <doctest/doctest.h>

namespace kitbag {
namespace {

const std::string ada = "00000000000000aa";

TEST_CASE("A stamp is time, counter and device, and sorts as text in the order it was given out") {
    HybridClock clock(ada);
    CHECK(clock.next(0x1234567890) ==
          "001234567890"
          "0000" +
              ada);
    struct Row {
        const char* what;
        Instant now;
        const char* digits;
    };
    const Row rows[] = {
        {"the same millisecond", 0x1234567890, "0012345678900001"},
        {"the next", 0x1234567891, "0012345678910000"},
        {"a clock set back", 5, "0012345678910001"},
        {"a clock before 1970", -5, "0012345678910002"},
        {"a clock set right again", 0x1234567899, "0012345678990000"},
    };
    Stamp last = clock.latest();
    for (const Row& row : rows) {
        CAPTURE(row.what);
        const Stamp stamp = clock.next(row.now);
        CHECK(stamp == row.digits + ada);
        CHECK(stamp > last);
        last = stamp;
    }
}

TEST_CASE("The counter runs over into the next millisecond") {
    HybridClock clock(ada);
    clock.observe("000000000064ffff00000000000000bb");
    CHECK(clock.next(100) == "0000000000650000" + ada);
}

TEST_CASE("A stamp given out is later than every stamp seen") {
    HybridClock clock(ada);
    clock.observe("00000000ffff0003ffffffffffffffff");
    CHECK(clock.next(10) == "00000000ffff0004" + ada);
    clock.observe("000000000001000000000000000000bb");
    CHECK(clock.next(10) == "00000000ffff0005" + ada);
}

TEST_CASE("What is a stamp, and what is a device") {
    struct Row {
        const char* text;
        bool stamp;
        bool device;
    };
    const Row rows[] = {
        {"001234567890000000000000000000aa", true, false},  {"00000000000000aa", false, true},
        {"001234567890000000000000000000AA", false, false}, {"00000000000000AA", false, false},
        {"001234567890000000000000000000a", false, false},  {"00000000000000a", false, false},
        {"001234567890000000000000000000ag", false, false}, {"", false, false},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(is_stamp(row.text) == row.stamp);
        CHECK(is_device_id(row.text) == row.device);
    }
    CHECK(instant_of("001234567890000000000000000000aa") == 0x1234567890);
    CHECK(device_of("001234567890000000000000000000aa") == ada);
}

}  // namespace
}  // namespace kitbag
