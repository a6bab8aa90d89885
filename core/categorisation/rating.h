#pragma once
// How a school's category is decided, and kept. A rating is made of steps, each written once by one person and never
// altered: somebody proposes, another moderates, one who may decides, the school is told. A step that was wrong is
// withdrawn by a further step, and stays to be read. Where a rating stands is worked out from its steps, here; nothing
// else holds it, so the history cannot be bent.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/id.h"
#include "core/base/time.h"
#include "core/criteria/framework.h"

namespace kitbag {

enum class Step { proposed, moderated, decided, withdrawn, informed };

std::string_view to_word(Step step);  // "proposed"
std::optional<Step> step_from(std::string_view word);

struct RatingStep {
    Id id;
    std::string urn;
    Subject subject = Subject::school;
    Step step = Step::proposed;
    std::optional<Category> category;   // Informed: what the school was told. Withdrawn: nothing.
    std::optional<Category> suggested;  // Proposals: what best fit suggested; nothing where no aspect was judged.
    std::string reason;                 // Why; informed: who was told, and how.
    Id about;                           // The step that this one answers; "" for a proposal.
    std::string framework;              // Proposals: the pack, with its version and variant below,
    std::string framework_version;
    std::string variant;
    std::string standing;      // and the judgements they were made from: see write_standing().
    std::optional<Date> date;  // Informed: the day on which the school was told.
    Id by;

    bool operator==(const RatingStep&) const = default;
};

enum class Stage { proposed, moderated, decided, withdrawn };

// One proposal and what came of it.
struct Round {
    Stage stage = Stage::proposed;
    std::optional<Category> category;  // Of the step it stands at; nothing when withdrawn.
    std::vector<RatingStep> steps;     // The proposal first, then as they were written. Informing belongs to none.

    const RatingStep& proposal() const { return steps.front(); }
    const RatingStep* standing_step() const;  // The one it stands at; null when withdrawn.
    bool is_withdrawn(std::string_view step) const;
};

// Everything about one school and one subject.
struct RatingHistory {
    std::vector<Round> rounds;                // In the order in which they were proposed.
    std::vector<RatingStep> informed;         // In the order in which they were written.
    std::vector<RatingStep> without_a_round;  // About a step that is not here, or not yet.

    const Round* current() const;   // The round decided last that still stands: the school's category. Null for none.
    const Round* previous() const;  // The one that stood before it.
    std::vector<const Round*> open() const;  // Proposed or moderated, and not decided yet.
    std::optional<Category> category() const;

    // The school has not been told what its category now is.
    bool school_to_be_told() const;
};

// REQUIRES: all are of one school and one subject. Their order does not matter.
RatingHistory rating_history(std::span<const RatingStep> steps);

// As it was when that day began: what was written on it or later does not count. `day` is a day of UTC.
RatingHistory rating_history_before(std::span<const RatingStep> steps, const Date& day);

// The category before each of several days, as rating_history_before() has it. Between two steps it is worked out once.
std::vector<std::optional<Category>> categories_before(std::span<const RatingStep> steps, std::span<const Date> days);

}  // namespace kitbag
