#pragma once
// The shortest story of a fault that was found.

#include <string>
#include <vector>

#include "tests/sync/simulation/plan.h"

namespace kitbag::simulation {

// Plays the plan of a seed. "" when all is well; otherwise what is wrong, and the shortest plan found that still goes wrong.
std::string trouble_with(std::uint64_t seed);

}  // namespace kitbag::simulation
