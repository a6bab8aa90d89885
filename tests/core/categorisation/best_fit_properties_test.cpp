// What must hold for every board of a few aspects, tried on all of them and against rules written in another way.

#include <algorithm>
#include <random>

#include <doctest/doctest.h>

#include "tests/core/categorisation/all_boards.h"

using namespace kitbag;

namespace {

// Without rules, with them on the first aspect, and with them on the last.
std::vector<Framework> frameworks(std::size_t aspects) {
    Framework last = plain_framework(aspects);
    last.rules = uneven_framework(aspects).rules;
    for (Rule& rule : last.rules) rule.aspect = last.aspects.back().id;
    return {plain_framework(aspects), uneven_framework(aspects), last};
}

std::string text_of(const SingleChange& change) {
    return change.aspect + marks[static_cast<std::size_t>(change.to)] + mark_of(change.becomes);
}

}  // namespace

TEST_CASE("every board of up to six aspects gets its middle judgement, and every single change that alters it") {
    std::vector<Framework> tried = {plain_framework(6)};
    for (std::size_t aspects = 2; aspects <= 5; ++aspects)
        std::ranges::copy(frameworks(aspects), std::back_inserter(tried));
    int wrong_categories = 0;
    int wrong_changes = 0;
    for (const Framework& framework : tried) {
        for (const std::string& board : all_boards(framework)) {
            const Suggestion suggestion = suggest(framework, board);
            const char category = middle_of(framework, board);
            if (mark_of(suggestion.category) != category) ++wrong_categories;

            std::vector<std::string> expected;
            for (std::size_t i = 0; i < board.size() && category != '.'; ++i) {
                for (const char mark : marks) {
                    if (mark == '.' || mark == board[i] ||
                        !can_choose(framework.aspects[i], static_cast<Choice>(marks.find(mark))))
                        continue;
                    std::string changed = board;
                    changed[i] = mark;
                    const char becomes = middle_of(framework, changed);
                    if (becomes != category && becomes != '.')
                        expected.push_back(framework.aspects[i].id + mark + becomes);
                }
            }
            std::vector<std::string> found;
            for (const SingleChange& change : suggestion.single_changes) found.push_back(text_of(change));
            if (found != expected) ++wrong_changes;
        }
    }
    CHECK(wrong_categories == 0);
    CHECK(wrong_changes == 0);
}

TEST_CASE("a more serious judgement never makes the suggestion less serious") {
    int wrong = 0;
    for (const Framework& framework : frameworks(5)) {
        for (const std::string& board : all_boards(framework)) {
            const auto before = suggest(framework, board).category;
            for (std::size_t i = 0; i < board.size(); ++i) {
                if (board[i] != 'G' && board[i] != 'A') continue;
                std::string worse = board;
                worse[i] = board[i] == 'G' ? 'A' : 'R';
                if (!can_choose(framework.aspects[i], static_cast<Choice>(marks.find(worse[i])))) continue;
                if (*suggest(framework, worse).category < *before) ++wrong;
            }
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("the order of the judgements, and those not applicable, change nothing") {
    std::mt19937 seeded(2014);
    const Framework framework = uneven_framework(5);
    int wrong = 0;
    for (const std::string& board : all_boards(framework)) {
        std::vector<Judged> judgements = judged(board);
        const Suggestion suggestion = kitbag::suggest(framework, "primary", {}, judgements);
        std::ranges::shuffle(judgements, seeded);
        const Suggestion shuffled = kitbag::suggest(framework, "primary", {}, judgements);
        std::erase_if(judgements, [](const Judged& judgement) { return judgement.choice == Choice::not_applicable; });
        const Suggestion without = kitbag::suggest(framework, "primary", {}, judgements);
        const bool same =
            shuffled.category == suggestion.category && shuffled.counts == suggestion.counts &&
            shuffled.deciding == suggestion.deciding && shuffled.not_judged == suggestion.not_judged &&
            shuffled.less_serious == suggestion.less_serious && shuffled.more_serious == suggestion.more_serious &&
            shuffled.single_changes == suggestion.single_changes && shuffled.rules_applied == suggestion.rules_applied;
        if (!same || without.category != suggestion.category) ++wrong;
    }
    CHECK(wrong == 0);
}

TEST_CASE("a unanimous board gets its colour") {
    for (const Category category : all_categories) {
        for (std::size_t aspects = 1; aspects <= 17; ++aspects) {
            const std::string board(aspects, mark_of(category));
            CHECK(suggest(plain_framework(aspects), board).category == category);
        }
    }
}
