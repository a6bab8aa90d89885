// What must hold of the ways out of every board of a few aspects, tried on all of them against trying everything.

#include <map>
#include <set>

#include <doctest/doctest.h>

#include "tests/core/categorisation/all_boards.h"

using namespace kitbag;

namespace {

// A set of changes as text: what the changed board looks like, and what is then suggested.
using Sets = std::set<std::string>;

Rule rule_on(std::string aspect, Category judged, Rule::Effect effect) {
    return {std::move(aspect), judged, effect, "text", "source"};
}

std::vector<Framework> frameworks(std::size_t aspects) {
    using enum Rule::Effect;
    Framework undescribed = uneven_framework(aspects);
    undescribed.rules.clear();
    Framework on_two = plain_framework(aspects);
    on_two.rules = {rule_on("a", Category::red, must_be_red), rule_on("a", Category::amber, cannot_be_green),
                    rule_on("b", Category::red, cannot_be_green), rule_on("b", Category::amber, must_be_red)};
    Framework odd = uneven_framework(aspects);
    odd.rules = {rule_on("b", Category::green, cannot_be_green), rule_on("c", Category::red, must_be_red),
                 rule_on(odd.aspects.back().id, Category::red, cannot_be_green)};
    Framework green_only;
    for (std::size_t i = 0; i < aspects; ++i)
        green_only.aspects.push_back(aspect_called(std::string(1, static_cast<char>('a' + i)), i < 2 ? "G" : "GA"));
    return {plain_framework(aspects), uneven_framework(aspects), undescribed, on_two, odd, green_only};
}

struct Tried {
    int changes = 0;
    Sets sets;
};

// Every smallest set, found by looking at every other board.
std::map<bool, Tried> tried_all(const std::map<std::string, char>& categories, const std::string& board) {
    std::map<bool, Tried> found;  // By whether it is more serious.
    const auto seriousness = [](char mark) { return marks.find(mark); };
    const char from = categories.at(board);
    for (const auto& [other, reached] : categories) {
        if (reached == from || reached == '.') continue;
        int changes = 0;
        bool only_changes = true;  // Taking a judgement back is not one.
        for (std::size_t i = 0; i < board.size(); ++i) {
            if (board[i] == other[i]) continue;
            ++changes;
            only_changes = only_changes && other[i] != '.';
        }
        if (!only_changes) continue;
        Tried& best = found[seriousness(reached) > seriousness(from)];
        if (best.changes != 0 && best.changes < changes) continue;
        if (best.changes != changes) best = {changes, {}};
        best.sets.insert(other + ">" + reached);
    }
    return found;
}

// Takes changes from the way's picks in every manner that they allow.
void expand(const WayOut& way_out, const Way& way, std::size_t pick, std::size_t option, int of_this, int taken,
            const std::string& before, std::string board, std::vector<std::string>& found) {
    if (pick == way.picks.size()) {
        if (taken == way_out.changes) found.push_back(board + ">" + mark_of(way.becomes));
        return;
    }
    const Pick& from = way.picks[pick];
    if (option == from.out_of.size()) {
        if (of_this >= from.at_least && of_this <= from.at_most)
            expand(way_out, way, pick + 1, 0, 0, taken, before, board, found);
        return;
    }
    expand(way_out, way, pick, option + 1, of_this, taken, before, board, found);
    const OtherChoice& change = from.out_of[option];
    const auto place = static_cast<std::size_t>(change.aspect[0] - 'a');
    if (board[place] != before[place]) return;  // No aspect twice.
    board[place] = marks[static_cast<std::size_t>(change.to)];
    expand(way_out, way, pick, option + 1, of_this + 1, taken + 1, before, board, found);
}

std::string fault_of(const std::optional<WayOut>& way_out, const Tried& tried, const std::string& board) {
    if (!way_out) return tried.sets.empty() ? "" : "no way out is told";
    if (way_out->changes != tried.changes) return "the margin is told as " + std::to_string(way_out->changes);
    std::vector<std::string> told;
    for (const Way& way : way_out->ways) {
        const std::size_t before = told.size();
        expand(*way_out, way, 0, 0, 0, 0, board, board, told);
        if (told.size() == before) return "a way has no set";
    }
    const Sets sets(told.begin(), told.end());
    if (sets.size() != told.size()) return "a set is told twice";
    for (const std::string& set : told) {
        if (!tried.sets.contains(set)) return "it is told that " + set;
    }
    for (const std::string& set : tried.sets) {
        if (!sets.contains(set)) return "it is not told that " + set;
        for (const std::string& held_by : way_out->held_by) {
            const auto place = static_cast<std::size_t>(held_by[0] - 'a');
            if (set[place] == board[place]) return "it is not held by " + held_by;
        }
    }
    for (const Way& way : way_out->ways) {
        for (const Pick& pick : way.picks) {
            for (const OtherChoice& change : pick.out_of) {
                const char now = board[static_cast<std::size_t>(change.aspect[0] - 'a')];
                if (now != (change.now ? marks[static_cast<std::size_t>(*change.now)] : '.'))
                    return change.aspect + " is told to be judged otherwise than it is";
            }
        }
    }
    return "";
}

int faults_in(const Framework& framework) {
    std::map<std::string, char> categories;
    for (const std::string& board : all_boards(framework)) categories[board] = middle_of(framework, board);
    int faults = 0;
    for (const auto& [board, category] : categories) {
        const Suggestion suggestion = suggest(framework, board);
        std::map<bool, Tried> tried;
        if (category != '.') tried = tried_all(categories, board);
        for (const bool more_serious : {false, true}) {
            const auto& way_out = more_serious ? suggestion.more_serious : suggestion.less_serious;
            const std::string fault = fault_of(way_out, tried[more_serious], board);
            if (!fault.empty() && ++faults < 5) MESSAGE(board << ", more serious " << more_serious << ": " << fault);
        }
    }
    return faults;
}

}  // namespace

TEST_CASE("the ways out tell all the smallest sets of changes that alter the result, and nothing else") {
    for (std::size_t aspects = 3; aspects <= 4; ++aspects) {
        for (const Framework& framework : frameworks(aspects)) CHECK(faults_in(framework) == 0);
    }
}

TEST_CASE("with five aspects too the ways out are all the smallest sets, with rules and without") {
    CHECK(faults_in(plain_framework(5)) == 0);
    CHECK(faults_in(uneven_framework(5)) == 0);
}

TEST_CASE("the ways out are one change long exactly where a single change leads in their direction") {
    int wrong = 0;
    for (const Framework& framework : frameworks(4)) {
        for (const std::string& board : all_boards(framework)) {
            const Suggestion suggestion = suggest(framework, board);
            for (const bool more_serious : {false, true}) {
                std::vector<SingleChange> told;
                const auto& way_out = more_serious ? suggestion.more_serious : suggestion.less_serious;
                if (way_out && way_out->changes == 1) {
                    for (const Way& way : way_out->ways) {
                        for (const OtherChoice& change : way.picks.front().out_of)
                            told.push_back({change.aspect, change.to, way.becomes});
                    }
                }
                std::vector<SingleChange> singles;
                for (const SingleChange& change : suggestion.single_changes) {
                    if ((change.becomes > *suggestion.category) == more_serious) singles.push_back(change);
                }
                if (!std::ranges::is_permutation(told, singles)) ++wrong;
            }
        }
    }
    CHECK(wrong == 0);
}
