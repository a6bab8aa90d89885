#include "core/base/time.h"

#include <doctest/doctest.h>

using namespace kitbag;

TEST_CASE("a date is read only if a calendar has it") {
    struct Row {
        std::string text;
        bool is_date;
    };
    const Row rows[] = {
        {"2026-11-23", true},   {"2024-02-29", true},  {"2026-02-29", false},
        {"2000-02-29", true},   {"2100-02-29", false}, {"2026-04-30", true},
        {"2026-04-31", false},  {"2026-00-10", false}, {"2026-13-01", false},
        {"2026-01-00", false},  {"1900-01-01", true},  {"1899-12-31", false},
        {"2199-12-31", true},   {"2200-01-01", false}, {"", false},
        {"2026-1-1", false},    {"2026/11/23", false}, {"23-11-2026", false},
        {"2026-11-23 ", false}, {"+026-11-23", false}, {"2026-11--3", false},
        {"2026-11-2x", false},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const Result<Date> date = parse_date(row.text);
        CHECK(date.has_value() == row.is_date);
        if (date) CHECK(to_iso(*date) == row.text);
        if (!date) CHECK(date.error().code == "bad_date");
    }
}

TEST_CASE("a date is shown to people in words") {
    CHECK(to_long(Date{2026, 11, 3}) == "3 November 2026");
    CHECK(to_long(Date{}) == "");
}

TEST_CASE("dates compare as calendars do") {
    CHECK(Date{2025, 12, 31} < Date{2026, 1, 1});
    CHECK(Date{2026, 2, 1} > Date{2026, 1, 31});
}

TEST_CASE("an instant is written in UTC to the millisecond") {
    struct Row {
        Instant instant;
        std::string text;
    };
    const Row rows[] = {
        {0, "1970-01-01T00:00:00.000Z"},
        {951'782'400'000, "2000-02-29T00:00:00.000Z"},
        {1'795'442'525'123, "2026-11-23T14:02:05.123Z"},
        {-1, "1969-12-31T23:59:59.999Z"},
    };
    for (const Row& row : rows) CHECK(to_iso(row.instant) == row.text);
    CHECK(date_of(1'795'442'525'123) == Date{2026, 11, 23});
    CHECK(date_of(-1) == Date{1969, 12, 31});
}
