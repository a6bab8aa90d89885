#include "core/categorisation/best_fit.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "core/base/words.h"

namespace kitbag {
namespace {

constexpr Words<4> choice_words = {"green", "amber", "red", "not_applicable"};
constexpr std::array all_choices = {Choice::green, Choice::amber, Choice::red, Choice::not_applicable};

// The applicable aspects, and beside each what it was judged. Trying a change means setting a choice and looking again.
struct Board {
    const Framework& framework;
    std::vector<const Aspect*> aspects;
    std::vector<std::optional<Choice>> choices;
};

// Not applicable is the least of judgements, so that any other outweighs it.
int seriousness(std::optional<Choice> choice) {
    if (!choice) return -2;
    return *choice == Choice::not_applicable ? -1 : static_cast<int>(*choice);
}

Board lay_out(const Framework& framework, std::string_view variant, bool has_sixth_form,
              std::span<const Judged> judgements) {
    Board board{framework, applicable_aspects(framework, variant, has_sixth_form), {}};
    board.choices.resize(board.aspects.size());
    for (const Judged& judged : judgements) {
        const auto found = std::ranges::find(board.aspects, judged.aspect, &Aspect::id);
        if (found == board.aspects.end() || !can_choose(**found, judged.choice)) continue;
        auto& choice = board.choices[static_cast<std::size_t>(found - board.aspects.begin())];
        if (seriousness(judged.choice) > seriousness(choice)) choice = judged.choice;
    }
    return board;
}

Counts count(const Board& board) {
    Counts counts;
    for (const auto& choice : board.choices) {
        if (choice == Choice::green) ++counts.green;
        if (choice == Choice::amber) ++counts.amber;
        if (choice == Choice::red) ++counts.red;
        if (choice == Choice::not_applicable) ++counts.not_applicable;
    }
    return counts;
}

std::optional<Category> best_fit(const Counts& counts) {
    if (counts.judged() == 0) return std::nullopt;
    if (2 * counts.green > counts.judged()) return Category::green;
    if (2 * counts.red >= counts.judged()) return Category::red;
    return Category::amber;
}

// The least serious category that a rule leaves open.
Category floor_of(const Rule& rule) {
    return rule.effect == Rule::Effect::must_be_red ? Category::red : Category::amber;
}

bool holds(const Rule& rule, const Board& board) {
    for (std::size_t i = 0; i < board.aspects.size(); ++i) {
        if (board.aspects[i]->id == rule.aspect)
            return board.choices[i] && category_of(*board.choices[i]) == rule.judged;
    }
    return false;
}

std::optional<Category> category(const Board& board) {
    std::optional<Category> category = best_fit(count(board));
    for (const Rule& rule : board.framework.rules) {
        if (category && holds(rule, board)) category = std::max(*category, floor_of(rule));
    }
    return category;
}

// Calls visit(aspect, choice) with the board as it would be after each single change.
template <typename Visit>
void for_each_change(Board& board, Visit visit) {
    for (std::size_t i = 0; i < board.aspects.size(); ++i) {
        const std::optional<Choice> before = board.choices[i];
        for (const Choice choice : all_choices) {
            if (choice == before || !can_choose(*board.aspects[i], choice)) continue;
            board.choices[i] = choice;
            visit(i, choice);
        }
        board.choices[i] = before;
    }
}

std::vector<SingleChange> single_changes(Board board, Category now) {
    std::vector<SingleChange> changes;
    for_each_change(board, [&](std::size_t aspect, Choice to) {
        const std::optional<Category> becomes = category(board);
        if (becomes && *becomes != now) changes.push_back({board.aspects[aspect]->id, to, *becomes});
    });
    return changes;
}

// How far the board has come from category `from` in one direction; more is further. First the rules: going up, one
// that leads past `from` is enough, and going down, every one that holds it there must go. Then the balance of the
// counts, which each change moves on its own, so that taking the greatest step each time needs the fewest changes.
std::pair<int, int> progress(const Board& board, Category from, bool more_serious) {
    int rules = 0;
    for (const Rule& rule : board.framework.rules) {
        if (!holds(rule, board)) continue;
        if (more_serious ? floor_of(rule) > from : floor_of(rule) >= from) ++rules;
    }
    const Counts counts = count(board);
    const bool towards_or_from_red = from == Category::red || (from == Category::amber && more_serious);
    const int balance = towards_or_from_red ? 2 * counts.red - counts.judged() : counts.judged() - 2 * counts.green;
    return more_serious ? std::pair(rules, balance) : std::pair(-rules, -balance);
}

// Changes one aspect after another, always the one that leads furthest, until the category is another.
std::optional<Nearest> reach(Board board, Category from, bool more_serious) {
    // At equal progress: a judgement rather than "not applicable", and AMBER before what is further off.
    const auto preference = [](Choice to) { return to == Choice::amber ? 2 : to == Choice::not_applicable ? 0 : 1; };
    for (int changes = 1; changes <= static_cast<int>(board.aspects.size()); ++changes) {
        auto best = std::tuple(progress(board, from, more_serious), 2);
        std::optional<std::pair<std::size_t, Choice>> step;
        for_each_change(board, [&](std::size_t aspect, Choice to) {
            const auto reached = std::tuple(progress(board, from, more_serious), preference(to));
            if (reached <= best) return;
            best = reached;
            step = {aspect, to};
        });
        if (!step) return std::nullopt;
        board.choices[step->first] = step->second;
        const std::optional<Category> now = category(board);
        if (now && *now != from) return Nearest{*now, changes};
    }
    return std::nullopt;
}

std::optional<Nearest> nearest(const Board& board, Category from) {
    const auto up = from == Category::red ? std::nullopt : reach(board, from, /*more_serious=*/true);
    const auto down = from == Category::green ? std::nullopt : reach(board, from, /*more_serious=*/false);
    if (!up || !down) return up ? up : down;
    return down->changes < up->changes ? down : up;
}

// The rules that hold the result where the counts alone would not have put it.
std::vector<Rule> rules_applied(const Board& board, const Suggestion& suggestion) {
    std::vector<Rule> applied;
    if (suggestion.category == suggestion.best_fit) return applied;
    for (const Rule& rule : board.framework.rules) {
        if (holds(rule, board) && floor_of(rule) == *suggestion.category) applied.push_back(rule);
    }
    return applied;
}

}  // namespace

std::string_view to_word(Choice choice) {
    return word_of(choice_words, choice);
}

std::optional<Choice> choice_from(std::string_view word) {
    return value_of<Choice>(choice_words, word);
}

std::optional<Category> category_of(Choice choice) {
    if (choice == Choice::not_applicable) return std::nullopt;
    return static_cast<Category>(choice);
}

bool can_choose(const Aspect& aspect, Choice choice) {
    const std::optional<Category> category = category_of(choice);
    return !category || descriptor_of(aspect, *category) != nullptr;
}

Suggestion suggest(const Framework& framework, std::string_view variant, bool has_sixth_form,
                   std::span<const Judged> judgements) {
    const Board board = lay_out(framework, variant, has_sixth_form, judgements);
    Suggestion suggestion;
    suggestion.counts = count(board);
    suggestion.best_fit = best_fit(suggestion.counts);
    suggestion.category = category(board);
    suggestion.rules_applied = rules_applied(board, suggestion);
    const auto decides = [&](const std::string& id, Choice choice) {
        if (suggestion.rules_applied.empty()) return suggestion.category && category_of(choice) == suggestion.category;
        return std::ranges::contains(suggestion.rules_applied, id, &Rule::aspect);
    };
    for (std::size_t i = 0; i < board.aspects.size(); ++i) {
        const std::string& id = board.aspects[i]->id;
        const auto& choice = board.choices[i];
        if (!choice) {
            suggestion.not_judged.push_back(id);
        } else if (decides(id, *choice)) {
            suggestion.deciding.push_back(id);
        }
    }
    if (suggestion.category) {
        suggestion.nearest = nearest(board, *suggestion.category);
        suggestion.single_changes = single_changes(board, *suggestion.category);
    }
    return suggestion;
}

}  // namespace kitbag
