#pragma once
// Takes the steps of a visit's life, as the tablet's adviser may. Each is one change in the log, checked by
// core/visits/visit_life.h first; its reason is what was typed in its form, which waits as a draft until then.

#include <string_view>
#include <vector>

#include "app/session/draft_keeper.h"
#include "core/visits/record_document.h"
#include "core/visits/visit_life.h"

namespace kitbag {

FieldKey step_reason_key(const Id& visit, VisitStatus to);

// The head has answered, and the county has not refused the answer.
bool head_has_answered(OpenStore& store, const Id& visit);

// True where the step is refused without a reason.
bool step_needs_reason(VisitStatus from, VisitStatus to, bool head_answered);

// Codes of check_visit_step(); "unknown_visit"; "incomplete" for one that cannot be completed yet; "needs_agreement" and
// "not_allowed" for one that cannot begin.
Result<void> take_visit_step(OpenStore& store, DraftKeeper& keeper, const Id& visit, VisitStatus to);

// What was typed to amend a part; `field` is "text" or "reason".
FieldKey amendment_key(const Id& visit, std::string_view part, std::string_view field);

// Codes of check_amendment().
Result<void> amend(OpenStore& store, DraftKeeper& keeper, Platform& platform, const Id& visit, const std::string& part);

}  // namespace kitbag
