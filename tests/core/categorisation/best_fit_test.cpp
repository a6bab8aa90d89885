#include "core/categorisation/best_fit.h"

#include <doctest/doctest.h>

#include "core/criteria/framework_json.h"
#include "tests/core/categorisation/boards.h"
#include "tests/core/test_files.h"

using namespace kitbag;
using Ids = std::vector<std::string>;

TEST_CASE("the middle judgement is suggested, and a tie goes to the more serious") {
    struct Row {
        std::string board;
        char suggested;
    };
    const Row rows[] = {
        {"", '.'},         {"....", '.'},     {"nnn", '.'},       {"G", 'G'},         {"A", 'A'},
        {"R", 'R'},        {"GA", 'A'},       {"GR", 'R'},        {"AR", 'R'},        {"GGA", 'G'},
        {"GGR", 'G'},      {"GAA", 'A'},      {"GAR", 'A'},       {"ARR", 'R'},       {"GRR", 'R'},
        {"GGAA", 'A'},     {"GGRR", 'R'},     {"GGAR", 'A'},      {"AARR", 'R'},      {"GAAR", 'A'},
        {"GGGRR", 'G'},    {"GGARR", 'A'},    {"GGGAR", 'G'},     {"GGnn", 'G'},      {"GGAnnnnn", 'G'},
        {"R.......", 'R'}, {"G.n.R.n.", 'R'}, {"GGGGGGGG.", 'G'}, {"GGGGAAAA.", 'A'}, {"GGGGGAAAA", 'G'},
    };
    const Framework framework = plain_framework(9);
    for (const Row& row : rows) {
        CAPTURE(row.board);
        CHECK(mark_of(suggest(framework, row.board).category) == row.suggested);
        CHECK(mark_of(suggest(framework, row.board).best_fit) == row.suggested);
    }
}

TEST_CASE("what follows from the definitions makes a suggestion more serious and never less") {
    struct Row {
        std::string board;  // a is the last inspection.
        char best_fit;
        std::size_t rules_applied;
        char suggested;
    };
    const Row rows[] = {
        {"GG.GG", 'G', 0, 'G'}, {"AG.GG", 'G', 1, 'A'}, {"RG.GG", 'G', 1, 'R'}, {"RGAA.", 'A', 1, 'R'},
        {"AGRRR", 'R', 0, 'R'}, {"AGAAA", 'A', 0, 'A'}, {"R.RRR", 'R', 0, 'R'}, {".GGG.", 'G', 0, 'G'},
        {"nGGG.", 'G', 0, 'G'}, {"R....", 'R', 0, 'R'},
    };
    Framework framework = plain_framework(5);
    framework.rules = uneven_framework(5).rules;
    for (const Row& row : rows) {
        CAPTURE(row.board);
        const Suggestion suggestion = suggest(framework, row.board);
        CHECK(mark_of(suggestion.best_fit) == row.best_fit);
        CHECK(suggestion.rules_applied.size() == row.rules_applied);
        CHECK(mark_of(suggestion.category) == row.suggested);
    }
}

TEST_CASE("the reasons are the aspects judged as suggested, or the rule") {
    const Framework framework = uneven_framework(5);
    const Suggestion counted = suggest(framework, "GGA.n");
    CHECK(counted.deciding == Ids{"a", "b"});
    CHECK(counted.not_judged == Ids{"d"});
    CHECK(counted.counts == Counts{2, 1, 0, 1});
    CHECK(counted.rules_applied.empty());

    const Suggestion ruled = suggest(framework, "RGGG.");
    CHECK(ruled.deciding == Ids{"a"});
    CHECK(ruled.rules_applied == std::vector<Rule>{framework.rules[0]});
    CHECK(ruled.not_judged == Ids{"e"});

    const Suggestion nothing = suggest(framework, ".....");
    CHECK(nothing.deciding.empty());
    CHECK(nothing.not_judged.size() == 5);
    CHECK_FALSE(nothing.less_serious);
    CHECK_FALSE(nothing.more_serious);
    CHECK(nothing.single_changes.empty());
}

TEST_CASE("of several rules only those that settled the result are given as reasons") {
    Framework framework = plain_framework(5);
    framework.rules = uneven_framework(5).rules;
    framework.rules[0].aspect = "b";
    const Suggestion suggestion = suggest(framework, "ARGGG");
    CHECK(mark_of(suggestion.category) == 'R');
    CHECK(suggestion.rules_applied == std::vector<Rule>{framework.rules[0]});
    CHECK(suggestion.deciding == Ids{"b"});
}

TEST_CASE("only what the framework describes can be chosen") {
    const Aspect support = aspect_called("support_to_others", "G");
    CHECK(can_choose(support, Choice::green));
    CHECK_FALSE(can_choose(support, Choice::amber));
    CHECK_FALSE(can_choose(support, Choice::red));
    CHECK(can_choose(support, Choice::not_applicable));
}

TEST_CASE("judgements that cannot count are ignored") {
    const Framework framework = uneven_framework(4);
    const std::vector<Judged> judgements = {{"a", Choice::green}, {"b", Choice::red}, {"zz", Choice::red}};
    const Suggestion suggestion = kitbag::suggest(framework, "primary", {}, judgements);
    CHECK(mark_of(suggestion.category) == 'G');
    CHECK(suggestion.counts.judged() == 1);
    CHECK(suggestion.not_judged == Ids{"b", "c", "d"});
    CHECK_FALSE(kitbag::suggest(framework, "secondary", {}, judgements).category);
}

TEST_CASE("an aspect judged twice counts once, as the more serious") {
    const std::vector<Judged> judgements = {{"a", Choice::amber}, {"a", Choice::red}, {"a", Choice::not_applicable}};
    const Suggestion suggestion = kitbag::suggest(plain_framework(2), "primary", {}, judgements);
    CHECK(suggestion.counts == Counts{0, 0, 1, 0});
}

TEST_CASE("the words of choices are those of the record") {
    for (const Choice choice : {Choice::green, Choice::amber, Choice::red, Choice::not_applicable}) {
        CHECK(choice_from(to_word(choice)) == choice);
    }
    CHECK(to_word(Choice::not_applicable) == "not_applicable");
    CHECK_FALSE(choice_from(""));
    CHECK(category_of(Choice::red) == Category::red);
    CHECK_FALSE(category_of(Choice::not_applicable));
}

SCENARIO("an adviser judges a secondary school by the criteria of 2014") {
    const Framework framework =
        read_framework(read_test_file("data/frameworks/school-categorisation-2014.json")).value();
    GIVEN("every aspect that has a GREEN is judged GREEN") {
        std::vector<Judged> judgements;
        for (const Aspect* aspect : applicable_aspects(framework, "secondary", true)) {
            if (can_choose(*aspect, Choice::green)) judgements.push_back({aspect->id, Choice::green});
        }
        const Suggestion green = kitbag::suggest(framework, "secondary", {.has_sixth_form = true}, judgements);
        CHECK(mark_of(green.category) == 'G');
        CHECK(green.counts.green == 16);
        CHECK(green.not_judged == Ids{"next_inspection_risk"});
        THEN("one change alone would alter that: the last inspection") {
            REQUIRE(green.single_changes.size() == 2);
            CHECK(green.single_changes[0] == SingleChange{"last_inspection", Choice::amber, Category::amber});
            CHECK(green.single_changes[1] == SingleChange{"last_inspection", Choice::red, Category::red});
            REQUIRE(green.more_serious);
            CHECK(green.more_serious->changes == 1);
            CHECK_FALSE(green.less_serious);
        }
        WHEN("the last inspection found special measures") {
            for (Judged& judgement : judgements) {
                if (judgement.aspect == "last_inspection") judgement.choice = Choice::red;
            }
            const Suggestion red = kitbag::suggest(framework, "secondary", {.has_sixth_form = true}, judgements);
            THEN("the school is RED by definition, whatever the rest") {
                CHECK(mark_of(red.category) == 'R');
                CHECK(mark_of(red.best_fit) == 'G');
                CHECK(red.deciding == Ids{"last_inspection"});
            }
        }
    }
}
