#pragma once
// Which reading of the criteria fits which kind of school.

#include <string>
#include <vector>

#include "core/schools/school.h"

namespace kitbag {

// Variant ids, the likeliest first. More than one (an all-through school): the adviser chooses.
std::vector<std::string> variants_for(SchoolKind kind);

}  // namespace kitbag
