#pragma once
// The category that an adviser's judgements suggest, with the reasons. It is only ever a suggestion: a person decides.
//
// The rule (Appendix 4 asks for a best fit, not for every bullet to be met): count the aspects judged. GREEN when more
// than half of them are GREEN; RED when half or more are RED; otherwise AMBER. That is the middle judgement when all
// are laid out from GREEN to RED, a tie going to the more serious. An aspect marked not applicable is not counted. Then
// the framework's rules, which follow from what the categories mean, may make it more serious and never less.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/criteria/framework.h"

namespace kitbag {

enum class Choice { green, amber, red, not_applicable };

std::string_view to_word(Choice choice);  // "not_applicable"
std::optional<Choice> choice_from(std::string_view word);
std::optional<Category> category_of(Choice choice);  // Nothing for not_applicable.

// False for a category that the framework does not describe for this aspect. Not applicable can always be chosen.
bool can_choose(const Aspect& aspect, Choice choice);

struct Judged {
    std::string aspect;  // Aspect id.
    Choice choice = Choice::not_applicable;

    bool operator==(const Judged&) const = default;
};

struct Counts {
    int green = 0;
    int amber = 0;
    int red = 0;
    int not_applicable = 0;

    int judged() const { return green + amber + red; }
    bool operator==(const Counts&) const = default;
};

// One aspect judged otherwise, or judged at last, and the category that would then be suggested.
struct SingleChange {
    std::string aspect;
    Choice to = Choice::not_applicable;
    Category becomes = Category::green;

    bool operator==(const SingleChange&) const = default;
};

struct Nearest {
    Category category = Category::green;
    int changes = 0;  // The fewest aspects that would have to be judged otherwise.

    bool operator==(const Nearest&) const = default;
};

struct Suggestion {
    std::optional<Category> category;  // Nothing until one applicable aspect is judged.
    std::optional<Category> best_fit;  // What it would be without the rules.
    Counts counts;
    // Aspects judged as suggested; when the rules changed the result, theirs alone.
    std::vector<std::string> deciding;
    // Applicable aspects with neither a judgement nor "not applicable".
    std::vector<std::string> not_judged;
    // Those that made the result more serious than the best fit.
    std::vector<Rule> rules_applied;
    // The other category that is the fewest changes away, of two the more serious; nothing when none can be reached.
    std::optional<Nearest> nearest;
    // Every one that leads to another category, in the framework's order.
    std::vector<SingleChange> single_changes;
};

// Judgements of aspects that do not apply here, or that cannot be chosen, are ignored; an aspect judged twice counts
// once, as the more serious. The order of the judgements does not matter.
Suggestion suggest(const Framework& framework, std::string_view variant, bool has_sixth_form,
                   std::span<const Judged> judgements);

}  // namespace kitbag
