#include "core/categorisation/rating_rules.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/base/text.h"
#include "core/categorisation/standing.h"

namespace kitbag {
namespace {

// How far the clock of a tablet may have been ahead when it wrote a step (sync/change_log: what is more is refused).
constexpr Instant clock_ahead_ms = 24 * 60 * 60 * 1000;

std::unexpected<Fault> not_allowed(const char* sentence) {
    return fault("not_allowed", sentence);
}

Result<void> need_reason(const RatingStep& step, const char* sentence) {
    if (!trim(step.reason).empty()) return {};
    return fault("reason_missing", sentence);
}

Result<void> need_category(const RatingStep& step) {
    if (step.category) return {};
    return fault("bad_field", "Choose GREEN, AMBER or RED.");
}

// The round of a step that is answered, or null.
const Round* round_of(const RatingHistory& history, const Id& step) {
    const auto found = std::ranges::find_if(
        history.rounds, [&](const Round& round) { return std::ranges::contains(round.steps, step, &RatingStep::id); });
    return found == history.rounds.end() ? nullptr : &*found;
}

std::unexpected<Fault> out_of_order() {
    return fault("out_of_order",
                 "This answers a step that is not there, or that somebody has answered in the meantime. Look at the "
                 "rating as it stands now and begin again.");
}

Result<void> check_proposal(const RatingStep& step, StaffRole role) {
    if (!may_propose(role)) return not_allowed("An officer does not propose categories. Ask an adviser to.");
    if (Result<void> chosen = need_category(step); !chosen) return chosen;
    if (step.category == step.suggested) return {};
    return need_reason(step, step.suggested
                                 ? "This is not the category that the judgements suggest. Write why it fits better."
                                 : "No aspect has been judged, so nothing suggests this category. Write why it fits.");
}

Result<void> check_moderation(const RatingStep& step, const Round* round, StaffRole role) {
    if (!may_decide(role, step.subject))
        return not_allowed("Moderating is for senior advisers and the head of service. Ask one of them to.");
    if (!round || round->proposal().id != step.about) return out_of_order();
    if (round->stage != Stage::proposed && round->stage != Stage::moderated) return out_of_order();
    if (round->proposal().by == step.by)
        return not_allowed("Somebody else must moderate what you proposed yourself. Ask a colleague to.");
    if (Result<void> chosen = need_category(step); !chosen) return chosen;
    if (step.category == round->proposal().category) return {};
    return need_reason(step, "This is not the category that was proposed. Write why another fits better.");
}

Result<void> check_decision(const RatingStep& step, const Round* round, StaffRole role) {
    if (!may_decide(role, step.subject))
        return not_allowed("Deciding is for senior advisers and the head of service. Ask one of them to.");
    if (!round || round->stage != Stage::moderated || round->standing_step()->id != step.about) return out_of_order();
    if (Result<void> chosen = need_category(step); !chosen) return chosen;
    if (step.category == round->category) return {};
    return need_reason(step, "This is not the category that the moderation came to. Write why another fits better.");
}

// Only what a rating stands at can be withdrawn, or a proposal that nobody has decided on.
Result<void> check_withdrawal(const RatingStep& step, const Round* round, StaffRole role) {
    if (!round || round->is_withdrawn(step.about) || round->stage == Stage::withdrawn) return out_of_order();
    const RatingStep& answered = *std::ranges::find(round->steps, step.about, &RatingStep::id);
    const bool own_proposal = answered.step == Step::proposed && answered.by == step.by;
    if (!may_decide(role, step.subject) && !own_proposal)
        return not_allowed(
            "Only senior advisers and the head of service withdraw what others wrote. Ask one of them to.");
    const bool stands = round->standing_step()->id == step.about;
    const bool undecided_proposal = answered.step == Step::proposed && round->stage != Stage::decided;
    if (!stands && !undecided_proposal) return out_of_order();
    return need_reason(step, "Write why this is withdrawn.");
}

// What a school was told is a fact, whatever became of the step that it was told of.
Result<void> check_informing(const RatingStep& step, const Round* round, StaffRole role) {
    if (!may_tell_school(role))
        return not_allowed("An officer does not tell schools their category. Ask an adviser to.");
    if (!step.date) return fault("bad_field", "Enter the date on which the school was told.");
    if (round && *step.date < date_of(made_at(round->proposal().id) - clock_ahead_ms))
        return fault("bad_field",
                     "That day is before the category was proposed. Enter the day on which the school was told.");
    return need_reason(step, "Write who was told, and how.");
}

}  // namespace

bool may_propose(StaffRole role) {
    return may_record(role);
}

bool may_decide(StaffRole role, Subject subject) {
    if (role == StaffRole::senior_adviser) return true;
    return role == (subject == Subject::eyfs ? StaffRole::head_of_early_years : StaffRole::head_of_service);
}

bool may_tell_school(StaffRole role) {
    return may_record(role);
}

Result<void> check_step(const RatingStep& step, std::span<const RatingStep> others, StaffRole role) {
    if (step.step == Step::proposed) return check_proposal(step, role);
    const RatingHistory history = rating_history(others);
    const Round* round = round_of(history, step.about);
    switch (step.step) {
        case Step::proposed:
            break;
        case Step::moderated:
            return check_moderation(step, round, role);
        case Step::decided:
            return check_decision(step, round, role);
        case Step::withdrawn:
            return check_withdrawal(step, round, role);
        case Step::informed:
            return check_informing(step, round, role);
    }
    std::unreachable();
}

Result<void> check_suggested(const RatingStep& proposal, const Framework& framework, const SchoolFacts& facts) {
    const std::vector<Standing> standing = read_standing(proposal.standing);
    if (suggest(framework, proposal.variant, facts, judged(standing)).category == proposal.suggested) return {};
    return fault(
        "bad_field",
        "What is said to be suggested does not follow from the judgements of this proposal. Propose it again.");
}

Result<void> check_told_by(const RatingStep& informing, const Date& today) {
    if (!informing.date || *informing.date <= today) return {};
    return fault("from_the_future", "That day has not come. Enter the day on which the school was told.");
}

}  // namespace kitbag
