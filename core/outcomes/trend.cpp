#include "core/outcomes/trend.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <ranges>

namespace kitbag {
namespace {

constexpr std::array comparators = {county_subject, national_subject, neighbours_subject};

const Figure* figure_in(const FiguresByYear& by_year, int year, std::string_view measure, PupilGroup group) {
    const auto figures = by_year.find(year);
    if (figures == by_year.end()) return nullptr;
    const auto groups = figures->second.find(measure);
    if (groups == figures->second.end()) return nullptr;
    const auto figure = groups->second.find(group);
    return figure == groups->second.end() ? nullptr : &figure->second;
}

TrendLine line_of(const FiguresByYear& by_year, std::string_view subject, const Measure& measure, PupilGroup group,
                  const std::vector<int>& years) {
    TrendLine line{std::string(subject), {}};
    for (const int year : years) {
        const Figure* figure = figure_in(by_year, year, measure.id, group);
        line.points.push_back(figure ? *figure : Figure{});
    }
    return line;
}

}  // namespace

Trend trend_of(const std::map<std::string, FiguresByYear, std::less<>>& by_subject, std::string_view urn,
               const Measure& measure, PupilGroup group) {
    Trend trend;
    const auto school = by_subject.find(urn);
    if (school == by_subject.end()) return trend;
    int first = 0, last = 0;
    for (const int year : school->second | std::views::keys) {
        if (!figure_in(school->second, year, measure.id, group)) continue;
        if (first == 0) first = year;
        last = year;
    }
    if (last == 0) return trend;
    for (int year = std::max(first, last - trend_years_max + 1); year <= last; ++year) {
        trend.years.push_back(year);
        trend.floors.push_back(floor_in(measure, year));
    }
    trend.lines.push_back(line_of(school->second, urn, measure, group, trend.years));
    for (const std::string_view subject : comparators) {
        const auto found = by_subject.find(subject);
        if (found == by_subject.end()) continue;
        TrendLine line = line_of(found->second, subject, measure, group, trend.years);
        const bool any = std::ranges::any_of(line.points, [](const Figure& point) { return point.number.has_value(); });
        if (any) trend.lines.push_back(std::move(line));
    }
    return trend;
}

FloorPlace floor_place(const Trend& trend, const Measure& measure) {
    if (trend.lines.empty()) return FloorPlace::not_known;
    const std::vector<Figure>& points = trend.lines.front().points;
    for (std::size_t place = points.size(); place-- > 0;) {
        if (!points[place].number) continue;
        if (!trend.floors[place]) return FloorPlace::not_known;
        const Hundredths number = *points[place].number;
        const bool below = measure.higher_is_better ? number < *trend.floors[place] : number > *trend.floors[place];
        return below ? FloorPlace::below : FloorPlace::not_below;
    }
    return FloorPlace::not_known;
}

Gap gap_between(const FiguresByYear& figures, const Measure& measure, PupilGroup group, PupilGroup others,
                const std::vector<int>& years) {
    Gap gap;
    for (const int year : years) {
        const Figure* one = figure_in(figures, year, measure.id, group);
        const Figure* other = figure_in(figures, year, measure.id, others);
        gap.by_year.emplace_back();
        if (!one || !other || !one->number || !other->number) continue;
        const Hundredths behind = *other->number - *one->number;
        gap.by_year.back() = measure.higher_is_better ? behind : -behind;
        gap.now = gap.by_year.back();
        gap.now_year = year;
    }
    for (std::size_t place = 0; place < years.size(); ++place) {
        const bool in_span = years[place] >= gap.now_year - gap_span_years && years[place] < gap.now_year;
        if (!in_span || !gap.by_year[place]) continue;
        gap.since_year = years[place];
        gap.before = gap.by_year[place];
        break;
    }
    if (!gap.before) return gap;
    const Hundredths change = std::abs(*gap.now) - std::abs(*gap.before);
    gap.direction = GapDirection::steady;
    if (change > gap_steady(measure.unit)) gap.direction = GapDirection::widening;
    if (change < -gap_steady(measure.unit)) gap.direction = GapDirection::narrowing;
    return gap;
}

Hundredths gap_steady(OutcomeUnit unit) {
    return unit == OutcomeUnit::percent ? 200 : 50;
}

}  // namespace kitbag
