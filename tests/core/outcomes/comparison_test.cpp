#include "core/outcomes/comparison.h"

#include <doctest/doctest.h>

using namespace kitbag;

namespace {

using enum PupilGroup;

const Measure measure = {.id = "m", .name = "M", .note = "", .floors = {{6500, 2016, 2019}}, .ks2_columns = {}};

Figure number(Hundredths value, std::optional<int> pupils = std::nullopt) {
    return {.number = value, .why = NoNumber::not_published, .pupils = pupils};
}

Figure none(NoNumber why) {
    return {.number = std::nullopt, .why = why, .pupils = std::nullopt};
}

using BySubject = std::map<std::string, Figures, std::less<>>;

// Ash, Beech, Cedar, Elm, in the order of their names.
const std::vector<std::string> schools = {"1", "2", "3", "4", "5"};

BySubject of_all_pupils() {
    BySubject figures;
    figures["1"]["m"][all] = number(7000, 30);
    figures["2"]["m"][all] = none(NoNumber::small_group);
    figures["3"]["m"][all] = number(5000, 12);
    figures["4"]["m"][all] = number(6500, 20);
    figures["5"]["other"][all] = number(100);
    figures["county"]["m"][all] = number(6100, 5000);
    figures["national"]["m"][all] = number(6500);
    figures["statistical_neighbours"]["m"][all] = none(NoNumber::not_published);
    return figures;
}

std::string in_order(const std::vector<ComparedFigure>& rows) {
    std::string text;
    for (const ComparedFigure& row : rows) text += (text.empty() ? "" : " ") + row.subject;
    return text;
}

std::string in_order(const BySubject& figures, PupilGroup group, ComparisonOrder order, const Measure& of = measure) {
    return in_order(compare_figures(figures, schools, {&of, 2019, group}, order));
}

}  // namespace

TEST_CASE("schools stand in the order that is wanted, the county and England among them, and who has no figure last") {
    const BySubject figures = of_all_pupils();
    CHECK(in_order(figures, all, ComparisonOrder::name) == "county national 1 3 4 2");
    CHECK(in_order(figures, all, ComparisonOrder::figure) == "3 county national 4 1 2");
    Measure less = measure;
    less.higher_is_better = false;
    CHECK(in_order(figures, all, ComparisonOrder::figure, less) == "1 national 4 county 3 2");
}

TEST_CASE("below the floor is what is below it in that year, of all pupils") {
    const auto rows = compare_figures(of_all_pupils(), schools, {&measure, 2019, all}, ComparisonOrder::figure);
    REQUIRE(rows.size() == 6);
    CHECK(rows[0].floor == 6500);          // 3
    CHECK(rows[2].floor == std::nullopt);  // England, at 65
    CHECK(rows[5].floor == std::nullopt);  // Hidden.
    for (const ComparedFigure& row : compare_figures(of_all_pupils(), schools, {&measure, 2020, all}, {}))
        CHECK(row.floor == std::nullopt);
    BySubject girls_only;
    girls_only["1"]["m"][girls] = number(1000);
    CHECK(compare_figures(girls_only, schools, {&measure, 2019, girls}, {})[0].floor == std::nullopt);
}

TEST_CASE("by its gap a group is set against the others, and what has no gap comes after what has") {
    BySubject figures;
    figures["1"]["m"] = {{fsm, number(6000)}, {not_fsm, number(6500)}};
    figures["2"]["m"] = {
        {fsm, none(NoNumber::small_group)}, {not_fsm, none(NoNumber::small_group)}, {all, number(6400)}};
    figures["3"]["m"] = {{fsm, number(6000)}, {not_fsm, number(5500)}};
    figures["4"]["m"] = {{fsm, number(4000)}};
    figures["county"]["m"] = {{fsm, number(5000)}, {not_fsm, number(7000)}};
    const auto rows = compare_figures(figures, schools, {&measure, 2019, fsm}, ComparisonOrder::gap);
    CHECK(in_order(rows) == "county 1 3 4 2");
    CHECK(rows[0].gap == 2000);
    CHECK(rows[2].gap == -500);
    CHECK(rows[3].gap == std::nullopt);
    CHECK(in_order(figures, fsm, ComparisonOrder::figure) == "4 county 1 3 2");
    Measure less = measure;
    less.higher_is_better = false;
    CHECK(compare_figures(figures, schools, {&less, 2019, fsm}, ComparisonOrder::name)[0].gap == -2000);
}

TEST_CASE("nothing hidden is told by a comparison: no gap, no figure of the others, and no number of pupils") {
    BySubject figures;
    figures["1"]["m"] = {
        {all, number(6000, 30)}, {boys, none(NoNumber::small_group)}, {girls, none(NoNumber::small_group)}};
    figures["2"]["m"] = {{all, number(6000, 30)}, {sen, none(NoNumber::small_group)}};
    for (const auto& [group, school] : {std::pair(boys, "1"), std::pair(girls, "1"), std::pair(sen, "2")}) {
        for (const ComparedFigure& row :
             compare_figures(figures, schools, {&measure, 2019, group}, ComparisonOrder::gap)) {
            if (row.subject != school) continue;
            CHECK(row.figure == none(NoNumber::small_group));
            CHECK(row.gap == std::nullopt);
            CHECK(row.others.pupils == std::nullopt);
        }
    }
    for (const ComparedFigure& row : compare_figures(figures, schools, {&measure, 2019, all}, {}))
        CHECK(row.figure.pupils == std::nullopt);
}

TEST_CASE("each group is set against those whose figures say most beside it") {
    CHECK(others_of(all) == std::nullopt);
    CHECK(others_of(boys) == girls);
    CHECK(others_of(girls) == boys);
    CHECK(others_of(fsm) == not_fsm);
    CHECK(others_of(not_fsm) == fsm);
    for (const PupilGroup group : {sen, eal, lac, bme}) CHECK(others_of(group) == all);
    for (const ComparisonOrder order : {ComparisonOrder::name, ComparisonOrder::figure, ComparisonOrder::gap})
        CHECK(comparison_order_from(to_word(order)) == order);
    CHECK(comparison_order_from("") == std::nullopt);
}
