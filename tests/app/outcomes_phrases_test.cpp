#include "app/text/outcomes_phrases.h"

#include <doctest/doctest.h>

using namespace kitbag;

namespace {

using enum PupilGroup;

Measure measure(OutcomeUnit unit, int decimals) {
    Measure made;
    made.unit = unit;
    made.decimals = decimals;
    return made;
}

const Measure percent = measure(OutcomeUnit::percent, 0);
const Measure points = measure(OutcomeUnit::points, 2);

Gap gap(std::optional<Hundredths> now, std::optional<Hundredths> before = std::nullopt,
        GapDirection direction = GapDirection::not_known) {
    return {.by_year = {},
            .now = now,
            .now_year = 2019,
            .since_year = before ? 2016 : 0,
            .before = before,
            .direction = direction};
}

}  // namespace

TEST_CASE("a figure is said with the measure's decimals and a real minus sign") {
    CHECK(phrases::amount(6349, percent) == "63%");
    CHECK(phrases::amount(6350, percent) == "64%");
    CHECK(phrases::amount(-5, points) == "−0.05");
    CHECK(phrases::amount(-4, measure(OutcomeUnit::points, 1)) == "0.0");
    CHECK(phrases::amount(10325, measure(OutcomeUnit::score, 1)) == "103.3");
}

TEST_CASE("a gap is said as it is now, who is behind, and where it goes") {
    using enum GapDirection;
    CHECK(phrases::gap_now(gap(2100), fsm, not_fsm, percent) ==
          "In 2019 pupils with free school meals were 21 percentage points behind the others.");
    CHECK(phrases::gap_now(gap(-100), boys, girls, percent) == "In 2019 boys were 1 percentage point ahead of girls.");
    CHECK(phrases::gap_now(gap(0), eal, all, percent) ==
          "In 2019 pupils with English as an additional language were level with all pupils.");
    CHECK(phrases::gap_now(gap(std::nullopt), lac, all, percent) ==
          "How far apart they are cannot be said: in no year there is a number of both.");
    CHECK(phrases::gap_direction(gap(2100, 2500, narrowing), percent) ==
          "In 2016 the gap was 25 percentage points, so it is narrowing.");
    CHECK(phrases::gap_direction(gap(2900, 2500, widening), percent) ==
          "In 2016 the gap was 25 percentage points, so it is widening.");
    CHECK(phrases::gap_direction(gap(20, 30, steady), points) == "In 2016 the gap was 0.30 points, so it is steady.");
    CHECK(phrases::gap_direction(gap(500, -400, steady), percent) ==
          "In 2016 the gap was 4 percentage points the other way, so it is steady.");
    CHECK(phrases::gap_direction(gap(500), percent) == "There is no year before it to compare with.");
    CHECK(phrases::gap_direction(gap(std::nullopt), percent).empty());
}

TEST_CASE("a gap beside another is said in short and in full, and an order says where it begins") {
    CHECK(phrases::gap_in_short(1500, percent) == "15 behind");
    CHECK(phrases::gap_in_short(-150, measure(OutcomeUnit::points, 1)) == "1.5 ahead");
    CHECK(phrases::gap_in_short(0, percent) == "level");
    CHECK(phrases::gap_beside(100, percent) == "1 behind, in percentage points");
    CHECK(phrases::gap_beside(-150, measure(OutcomeUnit::points, 1)) == "1.5 ahead, in points");
    CHECK(phrases::gap_beside(0, percent) == "level");
    CHECK(phrases::below_the_floor(6500, percent) == "Below the floor of 65%");
    CHECK(phrases::nothing_of_measure(1, "2019") == "1 more school has nothing of this measure in 2019.");
    CHECK(phrases::nothing_of_measure(12, "2019") == "12 more schools have nothing of this measure in 2019.");
    CHECK(phrases::comparison_order(ComparisonOrder::figure, percent).starts_with("Lowest first."));
    Measure less = percent;
    less.higher_is_better = false;
    CHECK(phrases::comparison_order(ComparisonOrder::figure, less).starts_with("Highest first."));
    CHECK(phrases::comparison_order(ComparisonOrder::name, less).starts_with("By name."));
    CHECK(phrases::comparison_order(ComparisonOrder::gap, less).starts_with("Furthest behind first."));
}
