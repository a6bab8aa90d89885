#pragma once
// Which readings of the criteria fit a school. docs/criteria.md says why. It knows nothing of the frameworks that a county
// has loaded: the caller looks for one that has the variant.

#include <string>
#include <vector>

#include "core/schools/school.h"

namespace kitbag {

// The oldest that the youngest pupils of a school with an Early Years Foundation Stage can be: it ends with the school
// year in which a child turns five.
inline constexpr int eyfs_age_max = 5;

// Variant ids, the likeliest first. More than one (a primary school and its EYFS, an all-through school): the adviser
// chooses.
std::vector<std::string> variants_for(const School& school);

}  // namespace kitbag
