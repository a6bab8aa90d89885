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

#include "core/categorisation/choice.h"
#include "core/categorisation/way_out.h"
#include "core/criteria/framework.h"

namespace kitbag {

// What has to be known of a school besides its judgements. How it was inspected is not among them: that is itself an
// aspect, judged by an adviser, and the rules hang on that judgement.
struct SchoolFacts {
    bool has_sixth_form = false;
};

struct Counts {
    int green = 0;
    int amber = 0;
    int red = 0;
    int not_applicable = 0;

    int judged() const { return green + amber + red; }
    bool operator==(const Counts&) const = default;
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
    // How far it is to any less serious category, and to any more serious one; nothing where none can be reached.
    std::optional<WayOut> less_serious;
    std::optional<WayOut> more_serious;
    // Every one that leads to another category, in the framework's order.
    std::vector<SingleChange> single_changes;
};

// Judgements of aspects that do not apply here, or that cannot be chosen, are ignored; an aspect judged twice counts
// once, as the more serious. The order of the judgements does not matter.
Suggestion suggest(const Framework& framework, std::string_view variant, const SchoolFacts& facts,
                   std::span<const Judged> judgements);

}  // namespace kitbag
