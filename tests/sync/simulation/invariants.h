#pragma once
// What must hold when a simulated county has come to rest:
//
//   - what a tablet had a receipt for, the county has; but for what was only on a tablet that was shut out, when the county was put back
//     from a copy that is older than that;
//   - what a tablet wrote is in its log, and is received, or refused and kept with its reason, and does not wait;
//   - what a tablet had that was erased, the county had at that moment, or keeps apart because it refused it; and so with its pictures;
//   - what is refused is so for a reason that is not the tablet's clock, which is right again;
//   - a picture that any welcome tablet has, of a photograph that is not removed, the county has whole, and so has every other; one of a
//     photograph that was removed is at none of them;
//   - the county and every tablet that is welcome have the same changes, each once, and show the same record;
//   - the record that shows is the one that a merge written down plainly gives, and every field of which two versions were written
//     without seeing each other is in conflict.

#include <string>
#include <vector>

#include "core/storage/database.h"
#include "tests/sync/simulation/sim_tablet.h"

namespace kitbag::simulation {

// What does not hold, a sentence each.
std::vector<std::string> broken_invariants(Database& county, const std::vector<SimTablet*>& tablets, bool restored);

// What only this tablet has, a sentence each, when it is about to be erased.
std::vector<std::string> only_on(SimTablet& tablet, Database& county);

}  // namespace kitbag::simulation
