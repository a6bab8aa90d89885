#include "core/outcomes/trend.h"

#include <doctest/doctest.h>

using namespace kitbag;

namespace {

using enum PupilGroup;

const Measure measure = {.id = "m", .name = "M", .note = "", .floors = {{6500, 2016, 2019}}, .ks2_columns = {}};

Figure number(Hundredths value) {
    return {.number = value, .why = NoNumber::not_published, .pupils = std::nullopt};
}

FiguresByYear of_all(const std::map<int, Hundredths>& by_year) {
    FiguresByYear figures;
    for (const auto& [year, value] : by_year) figures[year]["m"][all] = number(value);
    return figures;
}

// Free school meals and the others, year by year.
FiguresByYear of_two(const std::map<int, std::pair<Hundredths, Hundredths>>& by_year) {
    FiguresByYear figures;
    for (const auto& [year, values] : by_year) {
        figures[year]["m"][fsm] = number(values.first);
        figures[year]["m"][not_fsm] = number(values.second);
    }
    return figures;
}

Gap gap_of(const std::map<int, std::pair<Hundredths, Hundredths>>& by_year, const Measure& of = measure) {
    return gap_between(of_two(by_year), of, fsm, not_fsm, {2016, 2017, 2018, 2019});
}

}  // namespace

TEST_CASE("a trend has every year from the school's first to its last, beside the comparators that have figures") {
    std::map<std::string, FiguresByYear, std::less<>> figures;
    figures["900001"] = of_all({{2016, 6000}, {2019, 7000}});
    figures["county"] = of_all({{2015, 5000}, {2016, 6100}, {2018, 6300}});
    figures["national"] = of_all({{2011, 5000}});
    const Trend trend = trend_of(figures, "900001", measure, all);
    CHECK(trend.years == std::vector{2016, 2017, 2018, 2019});
    REQUIRE(trend.lines.size() == 2);
    CHECK(trend.lines[0].subject == "900001");
    CHECK(trend.lines[0].points[0].number == 6000);
    CHECK(trend.lines[0].points[1] == Figure{});
    CHECK(trend.lines[1].points[2].number == 6300);
    CHECK(trend.floors.back() == 6500);
    CHECK(trend_of(figures, "900002", measure, all).years.empty());
    CHECK(trend_of(figures, "900001", measure, girls).years.empty());
}

TEST_CASE("a trend of many years is of the latest ones") {
    std::map<std::string, FiguresByYear, std::less<>> figures;
    for (int year = 2001; year <= 2019; ++year) figures["900001"][year]["m"][all] = number(5000);
    const Trend trend = trend_of(figures, "900001", measure, all);
    CHECK(trend.years.size() == trend_years_max);
    CHECK(trend.years.back() == 2019);
}

TEST_CASE("a school is below the floor of its last year with a number, where that year had one") {
    const auto place = [](const std::map<int, Hundredths>& by_year, Measure of = measure) {
        std::map<std::string, FiguresByYear, std::less<>> figures;
        figures["900001"] = of_all(by_year);
        return floor_place(trend_of(figures, "900001", of, all), of);
    };
    CHECK(place({{2018, 7000}, {2019, 6499}}) == FloorPlace::below);
    CHECK(place({{2018, 6000}, {2019, 6500}}) == FloorPlace::not_below);
    CHECK(place({{2014, 1000}}) == FloorPlace::not_known);
    CHECK(place({}) == FloorPlace::not_known);
    Measure less = measure;
    less.higher_is_better = false;
    CHECK(place({{2019, 6499}}, less) == FloorPlace::not_below);
}

TEST_CASE("a gap narrows or widens by more than two points in three years, and is steady within") {
    struct Row {
        const char* what;
        std::map<int, std::pair<Hundredths, Hundredths>> by_year;
        std::optional<Hundredths> now;
        int since;
        GapDirection direction;
    };
    using enum GapDirection;
    const Row rows[] = {
        {"narrower", {{2016, {5000, 7000}}, {2019, {6000, 7000}}}, 1000, 2016, narrowing},
        {"wider", {{2018, {6000, 7000}}, {2019, {5700, 7000}}}, 1300, 2018, widening},
        {"two points are steady", {{2016, {6000, 7000}}, {2019, {5800, 7000}}}, 1200, 2016, steady},
        {"two points and a bit are not", {{2016, {6000, 7000}}, {2019, {5799, 7000}}}, 1201, 2016, widening},
        {"now ahead by less", {{2016, {6000, 7000}}, {2019, {7300, 7000}}}, -300, 2016, narrowing},
        {"one year says no direction", {{2019, {6000, 7000}}}, 1000, 0, not_known},
        {"nothing says nothing", {}, std::nullopt, 0, not_known},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        const Gap gap = gap_of(row.by_year);
        CHECK(gap.now == row.now);
        CHECK(gap.since_year == row.since);
        CHECK(gap.direction == row.direction);
        CHECK(gap.by_year.size() == 4);
    }
    Measure less = measure;
    less.higher_is_better = false;
    CHECK(gap_of({{2019, {6000, 7000}}}, less).now == -1000);
}
