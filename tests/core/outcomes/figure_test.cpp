#include "core/outcomes/figure.h"

#include <doctest/doctest.h>

using namespace kitbag;

namespace {

Figure number(Hundredths value, std::optional<int> pupils = std::nullopt) {
    return {.number = value, .why = NoNumber::not_published, .pupils = pupils};
}

Figure none(NoNumber why) {
    return {.number = std::nullopt, .why = why, .pupils = std::nullopt};
}

const Figure hidden = none(NoNumber::small_group);

using enum PupilGroup;

}  // namespace

TEST_CASE("a cell of a public table is a number, or says why there is none") {
    struct Row {
        const char* cell;
        OutcomeUnit unit;
        std::optional<Figure> figure;
    };
    const Row rows[] = {
        {"63%", OutcomeUnit::percent, number(6300)},
        {"63", OutcomeUnit::percent, number(6300)},
        {" 63.4 % ", OutcomeUnit::percent, number(6340)},
        {"100%", OutcomeUnit::percent, number(10000)},
        {"101%", OutcomeUnit::percent, std::nullopt},
        {"-1", OutcomeUnit::percent, std::nullopt},
        {"-0.42", OutcomeUnit::points, number(-42)},
        {"103", OutcomeUnit::score, number(10300)},
        {"1.236", OutcomeUnit::points, number(124)},
        {"103%", OutcomeUnit::score, std::nullopt},
        {"SUPP", OutcomeUnit::percent, none(NoNumber::suppressed)},
        {"supp", OutcomeUnit::points, none(NoNumber::suppressed)},
        {"NE", OutcomeUnit::percent, none(NoNumber::not_applicable)},
        {"NA", OutcomeUnit::percent, none(NoNumber::not_applicable)},
        {"", OutcomeUnit::percent, none(NoNumber::not_published)},
        {"LOWCOV", OutcomeUnit::points, none(NoNumber::not_published)},
        {"%", OutcomeUnit::percent, std::nullopt},
        {"1e3", OutcomeUnit::points, std::nullopt},
        {"6.", OutcomeUnit::points, std::nullopt},
        {"99999999999999999999", OutcomeUnit::points, std::nullopt},
        {"most", OutcomeUnit::percent, std::nullopt},
    };
    for (const Row& row : rows) {
        CAPTURE(row.cell);
        CHECK(read_figure(row.cell, row.unit) == row.figure);
    }
}

TEST_CASE("a group of fewer than six pupils is hidden, and with it what would give it away") {
    struct Row {
        const char* what;
        GroupFigures before, after;
    };
    const Row rows[] = {
        {"six are enough",
         {{all, number(5000, 12)}, {boys, number(5000, 6)}, {girls, number(5000, 6)}},
         {{all, number(5000, 12)}, {boys, number(5000, 6)}, {girls, number(5000, 6)}}},
        {"one of boys and girls hides both",
         {{all, number(5000, 30)}, {boys, number(5000, 5)}, {girls, number(5000, 25)}},
         {{all, number(5000, 30)}, {boys, hidden}, {girls, hidden}}},
        {"though nobody knows how many all are",
         {{all, number(5000)}, {boys, number(5000, 5)}, {girls, number(5000, 25)}},
         {{all, number(5000)}, {boys, hidden}, {girls, hidden}}},
        {"one whom the publisher suppressed hides the other",
         {{all, number(5000, 30)}, {fsm, none(NoNumber::suppressed)}, {not_fsm, number(5000)}},
         {{all, number(5000, 30)}, {fsm, none(NoNumber::suppressed)}, {not_fsm, hidden}}},
        {"all but a few are as telling as the few",
         {{all, number(5000, 30)}, {eal, number(5000, 27)}, {sen, number(5000, 9)}},
         {{all, number(5000, 30)}, {eal, hidden}, {sen, number(5000, 9)}}},
        {"a school of five hides everything",
         {{all, number(5000, 5)}, {sen, number(5000)}, {boys, number(5000, 5)}},
         {{all, hidden}, {sen, hidden}, {boys, hidden}}},
        {"nobody is no small group",
         {{all, number(5000, 30)}, {lac, none(NoNumber::not_applicable)}},
         {{all, number(5000, 30)}, {lac, none(NoNumber::not_applicable)}}},
        {"of how many nobody knows nothing is hidden",
         {{all, number(5000)}, {boys, number(5000)}},
         {{all, number(5000)}, {boys, number(5000)}}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        GroupFigures figures = row.before;
        hide_small_groups(figures);
        CHECK(figures == row.after);
    }
}

TEST_CASE("figures come back from JSON as they were, and what is none is refused") {
    const Figures figures = {{"ks2_rwm_expected", {{all, number(6300, 30)}, {boys, hidden}, {girls, number(-40)}}}};
    CHECK(to_text(to_json(figures)) ==
          R"({"ks2_rwm_expected":{"all":[6300,30],"boys":["small_group"],"girls":[-40]}})");
    CHECK(figures_from_json(to_json(figures)) == figures);
    for (const char* text :
         {"[]", R"({"a b":{}})", R"({"a":{"all":7}})", R"({"a":{"all":[]}})", R"({"a":{"all":[1.5]}})",
          R"({"a":{"all":[1,-1]}})", R"({"a":{"all":[99999999999]}})", R"({"a":{"all":[1,2,3]}})"}) {
        CAPTURE(text);
        const auto read = figures_from_json(*parse_json(text, "It"));
        REQUIRE_FALSE(read);
        CHECK(read.error().code == "bad_figures");
    }
    CHECK(figures_from_json(*parse_json(R"({"a":{"twins":[1],"all":["lost"]}})", "It")) ==
          Figures{{"a", {{all, none(NoNumber::not_published)}}}});
}
