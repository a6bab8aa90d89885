#include "core/categorisation/rating.h"

#include <algorithm>
#include <random>

#include <doctest/doctest.h>

#include "core/visits/record_fields.h"
#include "tests/core/categorisation/steps.h"

using namespace kitbag;
using enum Category;

TEST_CASE("a school has no category until one is decided") {
    Steps steps;
    CHECK(rating_history(steps.all).current() == nullptr);
    const Id proposal = steps.add(Step::proposed, amber, "", ada);
    CHECK(rating_history(steps.all).rounds[0].stage == Stage::proposed);
    const Id moderation = steps.add(Step::moderated, red, proposal, ben);
    const RatingHistory moderated = rating_history(steps.all);
    CHECK(moderated.rounds[0].stage == Stage::moderated);
    CHECK(moderated.rounds[0].category == red);
    CHECK_FALSE(moderated.category());
    CHECK(moderated.open().size() == 1);
    steps.add(Step::decided, amber, moderation, ben);
    const RatingHistory decided = rating_history(steps.all);
    CHECK(decided.category() == amber);
    CHECK(decided.open().empty());
    CHECK(decided.current()->steps.size() == 3);
}

TEST_CASE("the order in which steps arrive changes nothing") {
    Steps steps;
    const Id first = steps.decide(green);
    steps.decide(red);
    steps.add(Step::withdrawn, std::nullopt, first, ben);
    steps.add(Step::informed, red, first, ada);
    const RatingHistory expected = rating_history(steps.all);
    std::mt19937 seeded(2014);
    for (int time = 0; time < 100; ++time) {
        std::ranges::shuffle(steps.all, seeded);
        const RatingHistory found = rating_history(steps.all);
        REQUIRE(found.rounds.size() == expected.rounds.size());
        for (std::size_t i = 0; i < found.rounds.size(); ++i) CHECK(found.rounds[i].steps == expected.rounds[i].steps);
        CHECK(found.category() == expected.category());
        CHECK(found.informed == expected.informed);
    }
}

TEST_CASE("a withdrawn decision stays to be read, and the one before it stands again") {
    Steps steps;
    steps.decide(green);
    const Id second = steps.decide(red);
    CHECK(rating_history(steps.all).category() == red);
    CHECK(rating_history(steps.all).previous()->category == green);
    steps.add(Step::withdrawn, std::nullopt, second, ben);
    const RatingHistory history = rating_history(steps.all);
    CHECK(history.category() == green);
    CHECK(history.previous() == nullptr);
    REQUIRE(history.rounds.size() == 2);
    CHECK(history.rounds[1].steps.size() == 4);
    CHECK(history.rounds[1].is_withdrawn(second));
    CHECK(history.rounds[1].stage == Stage::moderated);
}

TEST_CASE("a withdrawn proposal is over, whatever was answered to it") {
    Steps steps;
    const Id proposal = steps.add(Step::proposed, red, "", ada);
    steps.add(Step::moderated, red, proposal, ben);
    steps.add(Step::withdrawn, std::nullopt, proposal, ada);
    const RatingHistory history = rating_history(steps.all);
    CHECK(history.rounds[0].stage == Stage::withdrawn);
    CHECK_FALSE(history.rounds[0].category);
    CHECK(history.open().empty());
}

TEST_CASE("a step about something that is not here is kept apart and not lost") {
    Steps steps;
    steps.add(Step::moderated, red, step_id(99), ben);
    const RatingHistory history = rating_history(steps.all);
    CHECK(history.rounds.empty());
    CHECK(history.without_a_round == steps.all);
    // Two steps about each other, which no program of ours writes.
    steps.all = {steps.make(Step::moderated, red, step_id(2), ben), steps.make(Step::moderated, red, step_id(1), ben)};
    steps.all[1].id = step_id(2);
    CHECK(rating_history(steps.all).without_a_round.size() == 2);
}

TEST_CASE("a school is to be told whenever its category is not what it was last told") {
    Steps steps;
    CHECK_FALSE(rating_history(steps.all).school_to_be_told());
    const Id first = steps.decide(amber);
    CHECK(rating_history(steps.all).school_to_be_told());
    steps.add(Step::informed, amber, first, ada);
    CHECK_FALSE(rating_history(steps.all).school_to_be_told());
    steps.decide(amber);  // Looked at again, and the same.
    CHECK_FALSE(rating_history(steps.all).school_to_be_told());
    const Id third = steps.decide(red);
    CHECK(rating_history(steps.all).school_to_be_told());
    steps.add(Step::informed, red, third, ada);
    CHECK_FALSE(rating_history(steps.all).school_to_be_told());
    steps.add(Step::withdrawn, std::nullopt, third, ben);
    CHECK(rating_history(steps.all).school_to_be_told());
}

TEST_CASE("the history before a day is what had been written when it began") {
    Steps steps;
    steps.decide(green);
    steps.day = 9;
    steps.decide(amber);
    CHECK_FALSE(rating_history_before(steps.all, {2026, 11, 2}).category());
    CHECK(rating_history_before(steps.all, {2026, 11, 3}).category() == green);
    CHECK(rating_history_before(steps.all, {2026, 11, 9}).category() == green);
    CHECK(rating_history_before(steps.all, {2026, 11, 10}).category() == amber);
}

TEST_CASE("the categories before several days are those of the histories before each") {
    Steps steps;
    steps.decide(green);
    steps.day = 5;
    const Id second = steps.decide(red);
    steps.day = 9;
    steps.add(Step::withdrawn, std::nullopt, second, ben);
    std::vector<Date> days;
    std::vector<std::optional<Category>> expected;
    for (int day = 14; day >= 1; --day) {
        days.push_back({2026, 11, day});
        expected.push_back(rating_history_before(steps.all, days.back()).category());
    }
    CHECK(categories_before(steps.all, days) == expected);
    CHECK(std::ranges::count(expected, std::optional(red)) == 4);
}

TEST_CASE("the words of ratings are those of the record") {
    for (const Step step : {Step::proposed, Step::moderated, Step::decided, Step::withdrawn, Step::informed}) {
        CHECK(check_field("rating_step", "step", to_word(step)));
        CHECK(step_from(to_word(step)) == step);
    }
    for (const Subject subject : all_subjects) {
        CHECK(check_field("rating_step", "subject", to_word(subject)));
        CHECK(check_field("direction", "subject", to_word(subject)));
        CHECK(subject_from(to_word(subject)) == subject);
    }
    for (const Category category : all_categories) {
        CHECK(check_field("rating_step", "category", to_word(category)));
        CHECK(check_field("rating_step", "suggested", to_word(category)));
    }
    CHECK_FALSE(check_field("rating_step", "step", "guessed"));
    CHECK_FALSE(step_from("guessed"));
}
