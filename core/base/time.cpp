#include "core/base/time.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>

namespace kitbag {
namespace {

constexpr int first_year = 1900;
constexpr int last_year = 2199;
constexpr std::array<const char*, 12> month_names = {"January",   "February", "March",    "April",
                                                     "May",       "June",     "July",     "August",
                                                     "September", "October",  "November", "December"};

bool read_number(std::string_view text, int& value) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size();
}

std::chrono::year_month_day calendar_day(const Date& date) {
    return {std::chrono::year(date.year), std::chrono::month(static_cast<unsigned>(date.month)),
            std::chrono::day(static_cast<unsigned>(date.day))};
}

}  // namespace

Result<Date> parse_date(std::string_view text) {
    Date date;
    const bool shaped = text.size() == 10 && text[4] == '-' && text[7] == '-' &&
                        read_number(text.substr(0, 4), date.year) && read_number(text.substr(5, 2), date.month) &&
                        read_number(text.substr(8, 2), date.day);
    const bool real = shaped && date.year >= first_year && date.year <= last_year && date.month >= 1 && date.day >= 1 &&
                      calendar_day(date).ok();
    if (!real) {
        return fault("bad_date", "“" + std::string(text.substr(0, 40)) +
                                     "” is not a date. Write it as year-month-day, for example 2026-11-23.");
    }
    return date;
}

bool is_time_of_day(std::string_view text) {
    int hour = 0;
    int minute = 0;
    return text.size() == 5 && text[2] == ':' && read_number(text.substr(0, 2), hour) &&
           read_number(text.substr(3, 2), minute) && hour < 24 && minute < 60;
}

std::string to_iso(const Date& date) {
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", date.year, date.month, date.day);
    return text.data();
}

std::string to_long(const Date& date) {
    if (date.month < 1 || date.month > 12) return "";
    return std::to_string(date.day) + " " + month_names[static_cast<std::size_t>(date.month - 1)] + " " +
           std::to_string(date.year);
}

Date days_after(const Date& date, int days) {
    const std::chrono::year_month_day day(std::chrono::sys_days(calendar_day(date)) + std::chrono::days(days));
    return {static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
            static_cast<int>(static_cast<unsigned>(day.day()))};
}

Date date_of(Instant instant) {
    using namespace std::chrono;
    const year_month_day day(floor<days>(sys_time<milliseconds>(milliseconds(instant))));
    return {static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
            static_cast<int>(static_cast<unsigned>(day.day()))};
}

std::string to_iso(Instant instant) {
    using namespace std::chrono;
    const sys_time<milliseconds> time{milliseconds(instant)};
    const hh_mm_ss clock(time - floor<days>(time));
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "T%02d:%02d:%02d.%03dZ", static_cast<int>(clock.hours().count()),
                  static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count()),
                  static_cast<int>(clock.subseconds().count()));
    return to_iso(date_of(instant)) + text.data();
}

}  // namespace kitbag
