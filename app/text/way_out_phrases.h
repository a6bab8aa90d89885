#pragma once
// What would alter the suggested category, in sentences short enough to be read out to a headteacher: it names the
// aspects while they are few and counts them when they are many. Pure.

#include <map>
#include <string>
#include <vector>

#include "core/categorisation/best_fit.h"

namespace kitbag::phrases {

using Titles = std::map<std::string, std::string, std::less<>>;  // By aspect id; of every aspect that a way names.

// "It is 3 changes away from a less serious category and 1 change away from a more serious one."
std::string margin(const Suggestion& suggestion);

// For a way out of two changes or more: "Green, if any 3 of the 10 aspects judged Amber or Red were judged Green." What
// is said is enough for the change. Where there are many manners of it, the plainest is said.
std::vector<std::string> way_out(const WayOut& way_out, const Titles& titles);

}  // namespace kitbag::phrases
