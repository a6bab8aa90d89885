#pragma once
// The county's half terms, as data that the county loads: direction of travel is judged once in each. As JSON:
//
//   calendar  = {"format": "kitbag-half-terms/1", "title", "source", "half_terms": [half term…]}
//   half term = {"id": "2026-27.1", "title": "Autumn 1, 2026", "from": "2026-09-02", "to": "2026-10-23"}
//
// In order, none overlapping another. A holiday belongs to the half term before it, so that what is judged in it counts.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/base/time.h"

namespace kitbag {

inline constexpr std::string_view half_terms_format = "kitbag-half-terms/1";
inline constexpr std::size_t half_terms_max = 300;
inline constexpr std::size_t half_terms_bytes_max = 256u << 10;
inline constexpr int holiday_days_max = 100;

struct HalfTerm {
    std::string id;
    std::string title;
    Date from;  // The first day of teaching,
    Date to;    // and the last.

    bool operator==(const HalfTerm&) const = default;
};

// Code "bad_half_terms"; the sentence begins with the place: "half_terms[3].from: …".
Result<std::vector<HalfTerm>> read_half_terms(std::string_view text);

// The half term that the day belongs to: the last one begun. Null before the first, and more than holiday_days_max
// days after that one ended: then the calendar has run out, or has a gap, and its county must load what is missing.
const HalfTerm* half_term_on(std::span<const HalfTerm> half_terms, const Date& day);

// The one just before it; null for the first and after a gap in the calendar.
const HalfTerm* half_term_before(std::span<const HalfTerm> half_terms, const HalfTerm& half_term);

}  // namespace kitbag
