#pragma once
// Frameworks and judgements in short: aspects are called a, b, c…, and "GA.n" judges the first GREEN, the second AMBER,
// the third not yet, and says that the fourth is not applicable.

#include <string>
#include <string_view>
#include <vector>

#include "core/categorisation/best_fit.h"

namespace kitbag {

inline constexpr std::string_view marks = "GARn.";

inline Aspect aspect_called(std::string id, std::string_view described = "GAR") {
    Aspect aspect;
    aspect.id = std::move(id);
    aspect.applies_to = {"primary"};
    for (const Category category : all_categories) {
        if (!described.contains(marks[static_cast<std::size_t>(category)])) continue;
        aspect.descriptors[static_cast<std::size_t>(category)] = Descriptor{{{"primary", "text"}}, "source"};
    }
    return aspect;
}

// All aspects described in full, no rules.
inline Framework plain_framework(std::size_t aspects) {
    Framework framework;
    for (std::size_t i = 0; i < aspects; ++i)
        framework.aspects.push_back(aspect_called(std::string(1, static_cast<char>('a' + i))));
    return framework;
}

// a decides RED and bars GREEN by rule, b has GREEN only, the last has no GREEN: as in Appendix 4.
inline Framework uneven_framework(std::size_t aspects) {
    Framework framework = plain_framework(aspects);
    framework.aspects[1] = aspect_called("b", "G");
    framework.aspects.back() = aspect_called(framework.aspects.back().id, "AR");
    framework.rules = {{"a", Category::red, Rule::Effect::must_be_red, "In an Ofsted category.", "source"},
                       {"a", Category::amber, Rule::Effect::cannot_be_green, "Requires improvement.", "source"}};
    return framework;
}

inline std::vector<Judged> judged(std::string_view board) {
    std::vector<Judged> judgements;
    for (std::size_t i = 0; i < board.size(); ++i) {
        if (board[i] == '.') continue;
        judgements.push_back({std::string(1, static_cast<char>('a' + i)), static_cast<Choice>(marks.find(board[i]))});
    }
    return judgements;
}

inline Suggestion suggest(const Framework& framework, std::string_view board) {
    return suggest(framework, "primary", {}, judged(board));
}

inline char mark_of(std::optional<Category> category) {
    return category ? marks[static_cast<std::size_t>(*category)] : '.';
}

}  // namespace kitbag
