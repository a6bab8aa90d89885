#include "core/schools/half_terms.h"

#include <algorithm>
#include <chrono>

#include "core/base/json_place.h"

namespace kitbag {
namespace {

constexpr std::size_t title_characters_max = 120;
constexpr std::size_t source_characters_max = 600;
constexpr std::size_t id_characters_max = 40;
constexpr std::size_t date_characters = 10;

std::chrono::sys_days day_number(const Date& date) {
    return std::chrono::year_month_day(std::chrono::year(date.year),
                                       std::chrono::month(static_cast<unsigned>(date.month)),
                                       std::chrono::day(static_cast<unsigned>(date.day)));
}

Date read_day(const JsonPlace& place) {
    const Result<Date> day = parse_date(place.text(date_characters));
    if (!day) place.complain("this should be a day of the calendar, written like 2026-09-02.");
    return day.value_or(Date{});
}

HalfTerm read_half_term(const JsonPlace& place, std::span<const HalfTerm> before) {
    place.allow_only({"id", "title", "from", "to"});
    HalfTerm read{.id = place["id"].text(id_characters_max),
                  .title = place["title"].text(title_characters_max),
                  .from = read_day(place["from"]),
                  .to = read_day(place["to"])};
    if (std::ranges::contains(before, read.id, &HalfTerm::id)) place["id"].complain("“" + read.id + "” is used twice.");
    if (read.to < read.from) place["to"].complain("this day is before the half term's first.");
    if (!before.empty() && read.from <= before.back().to)
        place["from"].complain("this day is not after the last of the half term before it. Put them in order.");
    return read;
}

std::unexpected<Fault> bad(const std::string& sentence) {
    return fault("bad_half_terms", sentence);
}

// No more than a holiday lies between.
bool follows(const HalfTerm& before, const Date& day) {
    return day_number(day) - day_number(before.to) <= std::chrono::days(holiday_days_max);
}

}  // namespace

Result<std::vector<HalfTerm>> read_half_terms(std::string_view text) {
    if (text.size() > half_terms_bytes_max)
        return bad("The calendar: it has " + std::to_string(text.size()) + " bytes; at most " +
                   std::to_string(half_terms_bytes_max) + " are allowed.");
    const Result<Json> json = parse_json(text, "The calendar");
    if (!json) return bad(json.error().sentence);
    if (const auto name = repeated_name(text)) return bad("The calendar: “" + *name + "” comes twice in one object.");
    std::optional<std::string> complaint;
    const JsonPlace calendar(*json, complaint, "The calendar");
    calendar.allow_only({"format", "title", "source", "half_terms"});
    if (calendar["format"].text(title_characters_max) != half_terms_format)
        calendar["format"].complain("this program reads “" + std::string(half_terms_format) + "”.");
    calendar["title"].text(title_characters_max);
    calendar["source"].text(source_characters_max);
    std::vector<HalfTerm> half_terms;
    for (const JsonPlace& place : calendar["half_terms"].items(1, half_terms_max))
        half_terms.push_back(read_half_term(place, half_terms));
    if (complaint) return bad(*complaint);
    return half_terms;
}

const HalfTerm* half_term_on(std::span<const HalfTerm> half_terms, const Date& day) {
    const auto after = std::ranges::upper_bound(half_terms, day, {}, &HalfTerm::from);
    if (after == half_terms.begin()) return nullptr;
    const HalfTerm& begun = *std::prev(after);
    return follows(begun, day) ? &begun : nullptr;
}

const HalfTerm* half_term_before(std::span<const HalfTerm> half_terms, const HalfTerm& half_term) {
    const auto found = std::ranges::find(half_terms, half_term.id, &HalfTerm::id);
    if (found == half_terms.begin() || found == half_terms.end()) return nullptr;
    const HalfTerm& before = *std::prev(found);
    return follows(before, half_term.from) ? &before : nullptr;
}

}  // namespace kitbag
