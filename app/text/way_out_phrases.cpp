#include "app/text/way_out_phrases.h"

#include <algorithm>
#include <set>

#include "app/text/phrases.h"
#include "app/text/suggestion_phrases.h"

namespace kitbag::phrases {
namespace {

constexpr std::size_t titles_named_max = 8;
constexpr std::size_t ways_told_max = 3;

// Changes that are said together: some aspects, what they are judged now, and what they would be.
struct Group {
    std::vector<std::string> aspects;  // Ids.
    std::set<Choice> now;              // Without those not judged.
    std::set<Choice> to;

    void add(const OtherChoice& change) {
        if (!std::ranges::contains(aspects, change.aspect)) aspects.push_back(change.aspect);
        if (change.now) now.insert(*change.now);
        to.insert(change.to);
    }
};

bool is_judged(std::optional<Choice> choice) {
    return choice && choice != Choice::not_applicable;
}

// From one judgement to another: it does as much as two of the rest, or as marking the aspect as not applicable twice.
bool is_full(const OtherChoice& change) {
    return is_judged(change.now) && is_judged(change.to);
}

bool is_full_way(const Way& way) {
    return std::ranges::all_of(way.picks, [](const Pick& pick) { return std::ranges::all_of(pick.out_of, is_full); });
}

std::string either(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : " or ") + word;
    return text;
}

// "Amber or Red", from the less serious on.
template <typename Chosen>
std::string either_of(const std::set<Chosen>& chosen) {
    std::vector<std::string> words;
    for (const Chosen one : chosen) words.emplace_back(name_of(one));
    return either(words);
}

// "judged Green or marked as not applicable"
std::string done(std::set<Choice> to) {
    std::vector<std::string> parts;
    const bool marked = to.erase(Choice::not_applicable) > 0;
    if (!to.empty()) parts.push_back("judged " + either_of(to));
    if (marked) parts.emplace_back("marked as not applicable");
    return either(parts);
}

std::vector<std::string> titles_of(const Group& group, const Titles& titles) {
    std::vector<std::string> found;
    for (const std::string& aspect : group.aspects) found.push_back(titles.at(aspect));
    return found;
}

// "any 3 of these were judged Green: Progress, Attainment, Governance and Assessment"
std::string any_of(int count, const Group& group, const Titles& titles, bool besides_others) {
    const std::string were = " were " + done(group.to);
    const std::vector<std::string> named = titles_of(group, titles);
    const bool all = static_cast<std::size_t>(count) == named.size();
    if (named.size() == 1) return "“" + named.front() + "”" + were;
    const std::string some = count == 1 ? "any one of" : "any " + std::to_string(count) + " of";
    if (named.size() <= titles_named_max) return (all ? "these" : some + " these") + were + ": " + list_of(named);
    std::string judged = std::ranges::all_of(group.now, is_judged) ? " judged " + either_of(group.now) : "";
    if (group.now.empty()) judged = " not judged yet";
    return (all ? "all the " : some + " the ") + std::to_string(named.size()) + (besides_others ? " other" : "") +
           " aspects" + judged + were;
}

std::string sentence(const std::set<Category>& becomes, const std::vector<std::string>& conditions) {
    std::string text = either_of(becomes) + ", if ";
    for (const std::string& condition : conditions) {
        const bool lists_before = text.contains(':');
        if (&condition != &conditions.front()) text += lists_before ? "; and " : " and ";
        text += condition;
    }
    return text + ".";
}

// Everything that the ways say, sorted by how it is said.
struct Sorted {
    std::set<Category> becomes;
    std::vector<Group> held;  // One for each aspect that a rule holds the result by.
    Group full;
    Group marked;  // As not applicable.
    Group new_judged;
};

Sorted sorted(const WayOut& way_out) {
    Sorted found;
    found.held.resize(way_out.held_by.size());
    for (const Way& way : way_out.ways) {
        found.becomes.insert(way.becomes);
        for (const Pick& pick : way.picks) {
            for (const OtherChoice& change : pick.out_of) {
                const auto held = std::ranges::find(way_out.held_by, change.aspect);
                if (change.to == Choice::not_applicable) {
                    found.marked.add(change);
                } else if (!is_judged(change.now)) {
                    found.new_judged.add(change);
                } else if (held != way_out.held_by.end()) {
                    found.held[static_cast<std::size_t>(held - way_out.held_by.begin())].add(change);
                } else {
                    found.full.add(change);
                }
            }
        }
    }
    return found;
}

// Where judging aspects otherwise is enough by itself: that, and what could take the place of one of them.
std::vector<std::string> plainest(const WayOut& way_out, const Titles& titles) {
    const Sorted found = sorted(way_out);
    std::vector<std::string> conditions;
    for (const Group& held : found.held) conditions.push_back(any_of(1, held, titles, false));
    const int others = way_out.changes - static_cast<int>(found.held.size());
    if (others > 0) conditions.push_back(any_of(others, found.full, titles, !found.held.empty()));
    std::string text = sentence(found.becomes, conditions);

    const auto can_be_marked = [&](const std::string& aspect) {
        return std::ranges::contains(found.marked.aspects, aspect);
    };
    const bool marked =
        std::ranges::all_of(way_out.held_by, can_be_marked) && std::ranges::all_of(found.full.aspects, can_be_marked);
    if (marked) text += " One of them could instead be marked as not applicable.";
    if (!found.new_judged.aspects.empty()) {
        text += marked ? " Or, in place of one of them," : " In place of one of them,";  // Not both.
        text += " an aspect without a judgement could be " + done(found.new_judged.to) + ".";
    }
    return {text};
}

// Each pick of the way, with numbers that it allows.
std::string one_manner(const WayOut& way_out, const Way& way, const Titles& titles) {
    int left = way_out.changes;
    for (const Pick& pick : way.picks) left -= pick.at_least;
    std::vector<std::string> conditions;
    for (const Pick& pick : way.picks) {
        const int more = std::min(left, pick.at_most - pick.at_least);
        left -= more;
        Group group;
        for (const OtherChoice& change : pick.out_of) group.add(change);
        if (pick.at_least + more > 0) conditions.push_back(any_of(pick.at_least + more, group, titles, false));
    }
    return sentence({way.becomes}, conditions);
}

}  // namespace

std::string margin(const Suggestion& suggestion) {
    const auto away = [](const std::optional<WayOut>& way_out) {
        return count_of(static_cast<std::size_t>(way_out->changes), "change") + " away from a ";
    };
    const auto& less = suggestion.less_serious;
    const auto& more = suggestion.more_serious;
    if (less && more) return "It is " + away(less) + "less serious category and " + away(more) + "more serious one.";
    if (less) return "It is " + away(less) + "less serious category.";
    if (more) return "It is " + away(more) + "more serious category.";
    return "No judgement that can be made here would alter it.";
}

std::vector<std::string> way_out(const WayOut& way_out, const Titles& titles) {
    if (std::ranges::any_of(way_out.ways, is_full_way)) return plainest(way_out, titles);
    std::vector<std::string> lines;
    for (const Way& way : way_out.ways) {
        if (lines.size() < ways_told_max) lines.push_back(one_manner(way_out, way, titles));
    }
    return lines;
}

}  // namespace kitbag::phrases
