#pragma once
// Reads from the store what is shown of a school's outcomes, and writes what is attached to a visit from there. Works nothing out
// itself: core/outcomes does.

#include <string>
#include <string_view>

#include "app/models/outcomes_model.h"
#include "app/session/open_store.h"

namespace kitbag {

// It opens at the measure in which schools were compared last.
OutcomesModel build_outcomes(OpenStore& store, std::string_view urn, const ComparisonFilter& compared);

struct AttachAsEvidence;

// A note of the aspect, whose source is data. Codes: "not_allowed" for a visit that this adviser may not write in now, "storage_…".
Result<void> attach_as_evidence(OpenStore& store, const Clock& clock, Random& random, const AttachAsEvidence& wanted);

}  // namespace kitbag
