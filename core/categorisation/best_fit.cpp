#include "core/categorisation/best_fit.h"

#include <algorithm>

#include "core/categorisation/judged_board.h"

namespace kitbag {
namespace {

Counts count(const JudgedBoard& board) {
    Counts counts;
    for (std::size_t place = 0; place < board.size(); ++place) {
        const auto choice = board.choice(place);
        if (choice == Choice::green) ++counts.green;
        if (choice == Choice::amber) ++counts.amber;
        if (choice == Choice::red) ++counts.red;
        if (choice == Choice::not_applicable) ++counts.not_applicable;
    }
    return counts;
}

// The rules that hold the result where the counts alone would not have put it.
std::vector<Rule> rules_applied(const Framework& framework, const JudgedBoard& board, const Suggestion& suggestion) {
    std::vector<Rule> applied;
    if (suggestion.category == suggestion.best_fit) return applied;
    for (const Rule& rule : framework.rules) {
        if (floor_of(rule) != *suggestion.category) continue;
        for (std::size_t place = 0; place < board.size(); ++place) {
            if (board.holds(place, rule)) applied.push_back(rule);
        }
    }
    return applied;
}

}  // namespace

Suggestion suggest(const Framework& framework, std::string_view variant, const SchoolFacts& facts,
                   std::span<const Judged> judgements) {
    const JudgedBoard board(framework, variant, facts.has_sixth_form, judgements);
    const Tally tally = board.tally();
    Suggestion suggestion;
    suggestion.counts = count(board);
    suggestion.best_fit = best_fit_of(tally);
    suggestion.category = category_of(tally);
    suggestion.rules_applied = rules_applied(framework, board, suggestion);
    const auto decides = [&](const std::string& id, Choice choice) {
        if (suggestion.rules_applied.empty()) return suggestion.category && category_of(choice) == suggestion.category;
        return std::ranges::contains(suggestion.rules_applied, id, &Rule::aspect);
    };
    for (std::size_t place = 0; place < board.size(); ++place) {
        const std::string& id = board.aspect(place).id;
        const auto choice = board.choice(place);
        if (!choice) {
            suggestion.not_judged.push_back(id);
        } else if (decides(id, *choice)) {
            suggestion.deciding.push_back(id);
        }
    }
    suggestion.single_changes = find_single_changes(board);
    suggestion.less_serious = find_way_out(board, Towards::less_serious, suggestion.single_changes);
    suggestion.more_serious = find_way_out(board, Towards::more_serious, suggestion.single_changes);
    return suggestion;
}

}  // namespace kitbag
