#pragma once
// Reads from the store what schools' outcomes look like side by side. Works nothing out itself: core/outcomes does.

#include "app/models/comparison_model.h"
#include "app/session/open_store.h"

namespace kitbag {

// What is wanted and not there gives way to what would be shown without it.
ComparisonModel build_comparison(OpenStore& store, const ComparisonFilter& wanted);

// Whether there is anything to compare.
bool has_outcomes(OpenStore& store);

}  // namespace kitbag
