#pragma once
// How a school's figures run over the years beside the county's and others', and how far one group of its pupils is from another.
// Pure: figures in, numbers out. It judges no school: a gap is a number with a direction, and the words are the app's.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/outcomes/figure.h"
#include "core/outcomes/measure.h"

namespace kitbag {

inline constexpr int trend_years_max = 10;  // The latest ones.

// One subject's figures of all stages, by the year in which the academic year ends: measures have ids of their own.
using FiguresByYear = std::map<int, Figures>;

struct TrendLine {
    std::string subject;
    std::vector<Figure> points;  // One for each year of the trend.

    bool operator==(const TrendLine&) const = default;
};

struct Trend {
    std::vector<int> years;                         // Without a year left out between the first and the last.
    std::vector<TrendLine> lines;                   // The school first, then the comparators that have any figure.
    std::vector<std::optional<Hundredths>> floors;  // One for each year.

    bool operator==(const Trend&) const = default;
};

// Empty where the school has neither a number nor a reason for none in any year. `by_subject` holds the school under its URN.
Trend trend_of(const std::map<std::string, FiguresByYear, std::less<>>& by_subject, std::string_view urn,
               const Measure& measure, PupilGroup group);

enum class FloorPlace { not_known, below, not_below };

// Of the last year that has a number: without a floor for that year nothing is known.
FloorPlace floor_place(const Trend& trend, const Measure& measure);

enum class GapDirection {
    not_known,  // Fewer than two years have both numbers.
    narrowing,
    widening,
    steady,  // Within gap_steady().
};

struct Gap {
    std::vector<std::optional<Hundredths>>
        by_year;                       // One for each of the years given; above 0 the first group is behind.
    std::optional<Hundredths> now;     // Of the last year that has both numbers,
    int now_year = 0;                  // which is this.
    int since_year = 0;                // The year that it is compared with; 0 for none.
    std::optional<Hundredths> before;  // What it was then.
    GapDirection direction = GapDirection::not_known;

    bool operator==(const Gap&) const = default;
};

// By how much `group` is behind `others`: of a measure of which less is better, the other way round. The gap of the last year is
// compared with that of gap_span_years before it, or of the earliest year after that which has both numbers; it narrows
// or widens when its size, whoever is behind, changes by more than gap_steady().
Gap gap_between(const FiguresByYear& figures, const Measure& measure, PupilGroup group, PupilGroup others,
                const std::vector<int>& years);

inline constexpr int gap_span_years = 3;

// Two percentage points, or half a point of a score: less is one or two children in a class.
Hundredths gap_steady(OutcomeUnit unit);

}  // namespace kitbag
