#include "app/session/build_suggestion.h"

#include <algorithm>
#include <iterator>

#include "app/text/phrases.h"
#include "app/text/suggestion_phrases.h"
#include "app/text/way_out_phrases.h"

namespace kitbag {
namespace {

std::string title_of(const Framework& framework, std::string_view aspect) {
    const Aspect* found = find_aspect(framework, aspect);
    return found ? found->title : std::string(aspect);
}

struct ChangeGroup {
    Category becomes;
    Choice to;
    std::vector<std::string> titles;
};

// Single changes of the same kind are said in one sentence, so that the list stays short enough to read.
void add_single_changes(std::vector<std::string>& lines, const WayOut& way_out, const phrases::Titles& titles) {
    std::vector<ChangeGroup> groups;
    for (const Way& way : way_out.ways) {
        for (const OtherChoice& change : way.picks.front().out_of) {
            const auto found = std::ranges::find_if(groups, [&](const ChangeGroup& group) {
                return group.becomes == way.becomes && group.to == change.to;
            });
            ChangeGroup& group = found == groups.end() ? groups.emplace_back(way.becomes, change.to) : *found;
            group.titles.push_back(titles.at(change.aspect));
        }
    }
    for (const ChangeGroup& group : groups) {
        lines.push_back(phrases::single_change(group.becomes, group.to, group.titles));
    }
}

std::vector<std::string> would_change(const Suggestion& found, const phrases::Titles& titles) {
    std::vector<std::string> lines;
    for (const auto& way_out : {found.less_serious, found.more_serious}) {
        if (way_out && way_out->changes == 1) add_single_changes(lines, *way_out, titles);
        if (way_out && way_out->changes > 1)
            std::ranges::copy(phrases::way_out(*way_out, titles), back_inserter(lines));
    }
    return lines;
}

}  // namespace

SuggestionModel build_suggestion(const Framework& framework, std::string_view variant, bool has_sixth_form,
                                 std::span<const Judged> judgements) {
    const Suggestion found = suggest(framework, variant, {.has_sixth_form = has_sixth_form}, judgements);
    SuggestionModel model;
    model.summary = phrases::counts(found.counts, applicable_aspects(framework, variant, has_sixth_form).size());
    for (const std::string& aspect : found.not_judged) model.not_judged.push_back(title_of(framework, aspect));
    if (!found.category) return model;

    model.category = to_word(*found.category);
    model.headline = phrases::name_of(*found.category);
    if (found.best_fit) {
        model.reason = found.rules_applied.empty() ? phrases::best_fit_reason(found.counts, *found.best_fit)
                                                   : phrases::overruled_reason(found.counts, *found.best_fit);
    }
    for (const std::string& aspect : found.deciding) model.decided_by.push_back(title_of(framework, aspect));
    for (const Rule& rule : found.rules_applied) model.definitions.push_back(rule.text + " (" + rule.source + ")");
    phrases::Titles titles;
    for (const Aspect& aspect : framework.aspects) titles[aspect.id] = aspect.title;
    model.margin = phrases::margin(found);
    model.would_change = would_change(found, titles);
    return model;
}

}  // namespace kitbag
