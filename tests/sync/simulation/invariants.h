#pragma once
// What must hold when a simulated county has come to rest:
//
//   - what a tablet had a receipt for, the county has; but for what was only on a tablet that was shut out, when the county was put back
//     from a copy that is older than that;
//   - what a tablet wrote is in its log, and is received, or refused and kept with its reason, and does not wait;
//   - what a tablet had that was erased, the county had at that moment, or keeps apart because it refused it; and so with its
//     pictures, but for those of photographs that were removed;
//   - but for what others wrote and an older program read without its proof: that a county put back from an older copy takes from its
//     own tablet only;
//   - what is refused is so for a reason that is not the tablet's clock, which is right again;
//   - a picture that any welcome tablet has, of a photograph that is not removed, the county has whole, and so has every other; one of a
//     photograph that was removed is at none of them;
//   - every tablet that is welcome has all of the county's changes that come to it, each once: those of the places that the county's
//     decision and the posts put in its adviser's sight, and those of no known place; what else it has of the county's stays;
//   - the county and every tablet show the same of each record of which they have the same changes;
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
