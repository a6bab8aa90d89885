#pragma once
// Points in time and calendar dates. Times are UTC milliseconds; a date is what a person writes on a form and has no
// time zone. Nothing here reads a clock: see clock.h.

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace kitbag {

// Milliseconds since 1970-01-01T00:00:00Z.
using Instant = std::int64_t;

struct Date {
    int year = 0;   // 1900 to 2199.
    int month = 0;  // 1 to 12.
    int day = 0;    // 1 to 31, and real for the month.

    auto operator<=>(const Date&) const = default;
};

// Reads "2026-11-23" (ISO 8601). Code "bad_date" for anything else, also for days that no calendar has.
Result<Date> parse_date(std::string_view text);

bool is_time_of_day(std::string_view text);  // "09:30", from 00:00 to 23:59.

std::string to_iso(const Date& date);         // "2026-11-23"
std::string to_long(const Date& date);        // "23 November 2026", as it is shown to people.
std::string to_iso(Instant instant);          // "2026-11-23T14:02:05.123Z"
Date date_of(Instant instant);                // The UTC day.
Date days_after(const Date& date, int days);  // Before it when `days` is below 0.

}  // namespace kitbag
