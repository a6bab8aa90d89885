#include "app/session/build_suggestion.h"

#include <algorithm>
#include <utility>

#include "app/text/phrases.h"
#include "app/text/suggestion_phrases.h"

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

// Changes of the same kind are said in one sentence, so that the list stays short enough to read.
std::vector<ChangeGroup> grouped(const Framework& framework, const std::vector<SingleChange>& changes) {
    std::vector<ChangeGroup> groups;
    for (const SingleChange& change : changes) {
        const auto found = std::ranges::find_if(
            groups, [&](const ChangeGroup& group) { return group.becomes == change.becomes && group.to == change.to; });
        ChangeGroup& group = found == groups.end() ? groups.emplace_back(change.becomes, change.to) : *found;
        group.titles.push_back(title_of(framework, change.aspect));
    }
    return groups;
}

}  // namespace

SuggestionModel build_suggestion(const Framework& framework, std::string_view variant, bool has_sixth_form,
                                 std::span<const Judged> judgements) {
    const Suggestion found = suggest(framework, variant, has_sixth_form, judgements);
    SuggestionModel model;
    model.summary = phrases::counts(found.counts, applicable_aspects(framework, variant, has_sixth_form).size());
    for (const std::string& aspect : found.not_judged) model.not_judged.push_back(title_of(framework, aspect));
    if (!found.category) return model;

    model.category = to_word(*found.category);
    model.headline = phrases::name_of(*found.category);
    if (found.best_fit) model.reason = phrases::best_fit_reason(found.counts, *found.best_fit);
    for (const std::string& aspect : found.deciding) model.decided_by.push_back(title_of(framework, aspect));
    for (const Rule& rule : found.rules_applied) model.definitions.push_back(rule.text + " (" + rule.source + ")");
    for (const ChangeGroup& group : grouped(framework, found.single_changes)) {
        model.would_change.push_back(phrases::single_change(group.becomes, group.to, group.titles));
    }
    if (model.would_change.empty() && found.nearest) model.nearest = phrases::nearest(*found.nearest);
    return model;
}

}  // namespace kitbag
