#include "core/visits/visit_life.h"

#include <algorithm>
#include <array>

#include "core/base/text.h"

namespace kitbag {
namespace {

using enum VisitStatus;

struct Allowed {
    VisitStatus from;
    VisitStatus to;
    bool needs_reason;
};

// In the order to offer them: what goes on first, what goes back last.
constexpr std::array steps = {
    Allowed{planned, under_way, false},   Allowed{planned, did_not_happen, true}, Allowed{planned, cancelled, true},
    Allowed{under_way, completed, false}, Allowed{under_way, cancelled, true},    Allowed{completed, shared, false},
    Allowed{completed, under_way, true},  Allowed{shared, locked, false},         Allowed{shared, under_way, true},
    Allowed{cancelled, planned, true},    Allowed{did_not_happen, planned, true},
};

const Allowed* find_step(VisitStatus from, VisitStatus to) {
    const auto found =
        std::ranges::find_if(steps, [&](const Allowed& one) { return one.from == from && one.to == to; });
    return found == steps.end() ? nullptr : &*found;
}

bool may_decide(const Id& owner, const Recorder& recorder) {
    return may_record(recorder.role) && (owner == recorder.adviser || is_senior(recorder.role));
}

Result<void> not_allowed() {
    return fault("not_allowed",
                 "Only the adviser whose visit this is, or a senior colleague, can do that. Ask one of them.");
}

}  // namespace

bool is_senior(StaffRole role) {
    return role == StaffRole::senior_adviser || role == StaffRole::head_of_service ||
           role == StaffRole::head_of_early_years;
}

Result<void> check_visit_step(const VisitStep& step, const Id& owner, const Recorder& recorder) {
    if (!may_record(recorder.role))
        return fault("not_allowed", "An officer does not record visits. Ask an adviser to.");
    if (step.from == step.to) return {};
    if (!step.from) {
        if (step.to == planned || step.to == under_way) return {};
        return fault("bad_step", "A visit begins by being planned or under way. Begin it, then complete it.");
    }
    const Allowed* const found = find_step(*step.from, step.to);
    if (found == nullptr) {
        return fault("bad_step",
                     "That cannot be done with a visit as this one stands now. Open it again to see how it stands.");
    }
    if (!may_decide(owner, recorder)) return not_allowed();
    const bool unanswered = step.to == locked && !step.head_answered;
    if ((found->needs_reason || unanswered) && trim(step.reason).empty()) {
        return fault("no_reason", unanswered
                                      ? "The head has not answered yet. Write why it is locked without an answer."
                                      : "Write why: it stays with the record.");
    }
    return {};
}

std::vector<VisitStatus> next_steps(VisitStatus from, const Id& owner, const Recorder& recorder) {
    std::vector<VisitStatus> found;
    if (!may_decide(owner, recorder)) return found;
    for (const Allowed& one : steps) {
        if (one.from == from) found.push_back(one.to);
    }
    return found;
}

bool is_open(VisitStatus status) {
    return status == planned || status == under_way;
}

bool is_done(VisitStatus status) {
    return status == completed || status == shared || status == locked;
}

bool is_locked(VisitStatus status) {
    return status == locked;
}

Result<void> check_amendment(VisitStatus status, std::string_view text, std::string_view reason, const Id& owner,
                             const Recorder& recorder) {
    if (!is_locked(status)) {
        return fault("bad_step",
                     "This visit is not locked. Open it again and change it there; what is amended is what "
                     "was locked.");
    }
    if (!may_decide(owner, recorder)) return not_allowed();
    if (trim(text).empty()) return fault("no_text", "Write what it should say.");
    if (trim(reason).empty()) return fault("no_reason", "Write why it is amended: it stays with the record.");
    return {};
}

Result<void> check_head_answer(VisitStatus status, const HeadAnswer& answer, StaffRole role) {
    if (!may_record(role))
        return fault("not_allowed", "An officer does not record visits. Ask the adviser whose visit this is.");
    if (status != shared)
        return fault("bad_step", "The head answers while the visit is shared, and this one is not. Share it first.");
    if (trim(answer.name).empty()) return fault("no_name", "Ask the head to sign with a name.");
    if (answer.accurate) {
        if (answer.disputes.empty()) return {};
        return fault("bad_disputes", "A record is either accurate or disputed in parts. Ask the head to answer again.");
    }
    const auto says_something = [](const Dispute& one) { return !trim(one.words).empty(); };
    if (std::ranges::any_of(answer.disputes, says_something)) return {};
    return fault("no_dispute", "Ask the head to write what is not right, beside at least one part of the record.");
}

}  // namespace kitbag
