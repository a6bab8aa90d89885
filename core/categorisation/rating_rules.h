#pragma once
// Who may take which step of a rating, and when. The tablet asks before it offers a step and before it writes one; the
// county's server asks again before it takes one, so that a tablet which was tampered with changes nothing.
//
// Source: Appendix 4 (for the Early Years Foundation Stage its Head of Service and the senior advisers categorise). For
// schools the strategy names nobody: here a senior adviser or the head of service does.

#include <span>

#include "core/base/result.h"
#include "core/categorisation/best_fit.h"
#include "core/categorisation/rating.h"
#include "core/schools/role.h"

namespace kitbag {

bool may_propose(StaffRole role);
bool may_decide(StaffRole role, Subject subject);  // Moderating and deciding.
bool may_tell_school(StaffRole role);

// `others` are the steps that are there already, of the same school and subject. Codes: "not_allowed" for a role, or for
// moderating one's own proposal; "reason_missing"; "out_of_order" for a step that the rating is not ready for, or has
// passed; "bad_field" for a part that is missing. Each sentence can be shown as it stands.
Result<void> check_step(const RatingStep& step, std::span<const RatingStep> others, StaffRole role);

// What a proposal says that best fit suggested must follow from the judgements it keeps. Code "bad_field".
Result<void> check_suggested(const RatingStep& proposal, const Framework& framework, const SchoolFacts& facts);

// A school cannot have been told on a day that has not come. Code "from_the_future".
Result<void> check_told_by(const RatingStep& informing, const Date& today);

}  // namespace kitbag
