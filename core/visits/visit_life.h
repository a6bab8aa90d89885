#pragma once
// The life of a visit: planned, under way, completed, shared with the head, locked; or cancelled, or one that did not
// happen. The tablet asks here before it offers a step, and the county's server asks here again before it takes it.
//
//   from              to               who             a reason
//   (new)             planned          recorder        -
//   (new)             under_way        recorder        -
//   planned           under_way        own or senior   -
//   planned           cancelled        own or senior   needed
//   planned           did_not_happen   own or senior   needed
//   under_way         completed        own or senior   -
//   under_way         cancelled        own or senior   needed
//   completed         under_way        own or senior   needed     (opened again)
//   completed         shared           own or senior   -
//   shared            under_way        own or senior   needed     (opened again: what the head answered stays)
//   shared            locked           own or senior   -          once the head has answered, or with a reason
//   cancelled, did_not_happen -> planned   own or senior   needed
//
// `Own` is the visit's adviser; senior are senior advisers, the head of service and the head of early years.

#include <optional>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/schools/role.h"
#include "core/visits/visit.h"
#include "core/visits/visit_words.h"

namespace kitbag {

// Who wants to take a step.
struct Recorder {
    Id adviser;
    StaffRole role = StaffRole::adviser;
};

struct VisitStep {
    std::optional<VisitStatus> from;  // Nothing: the visit is new.
    VisitStatus to = VisitStatus::under_way;
    std::string_view reason = {};
    bool head_answered = false;
};

bool is_senior(StaffRole role);  // May step in for another adviser.

// Codes: "not_allowed" for who; "bad_step" for a step that does not follow; "no_reason". Staying is allowed to anybody
// who may record.
Result<void> check_visit_step(const VisitStep& step, const Id& owner, const Recorder& recorder);

// What could be done next by this person, in the order to offer it.
std::vector<VisitStatus> next_steps(VisitStatus from, const Id& owner, const Recorder& recorder);

bool is_open(VisitStatus status);    // Evidence may be written: planned or under way.
bool is_done(VisitStatus status);    // It took place and its judgements count: completed, shared or locked.
bool is_locked(VisitStatus status);  // Nothing but amendments.

// May this person amend a locked visit? Code "not_allowed", "bad_step" where it is not locked, "no_reason", "no_text".
Result<void> check_amendment(VisitStatus status, std::string_view text, std::string_view reason, const Id& owner,
                             const Recorder& recorder);

// May the head's answer be taken? Codes "not_allowed" by the role, "bad_step" where the visit is not shared with the head,
// "no_name", "no_dispute" where the head disputes and says nothing of it, "bad_disputes" where something is disputed in a
// record that is accurate.
Result<void> check_head_answer(VisitStatus status, const HeadAnswer& answer, StaffRole role);

}  // namespace kitbag
