#pragma once
// What a note of the School Performance Forum must say before it is taken. The Forum meets in each half term and hears what
// the county's services know of a school; it decides nothing here.

#include <span>

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/schools/half_terms.h"
#include "core/schools/role.h"
#include "core/visits/visit_words.h"

namespace kitbag {

// Codes "not_allowed", "unknown_half_term", "from_the_future" for a half term that has not begun, "no_service", "no_text".
// `day` is today.
Result<void> check_forum_note(const ForumNote& note, std::span<const HalfTerm> half_terms, const Date& day,
                              StaffRole role);

}  // namespace kitbag
