#include "core/visits/completeness.h"

#include "core/base/text.h"

namespace kitbag {

std::vector<Missing> missing_to_complete(const Visit& visit) {
    std::vector<Missing> missing;
    if (!visit.date) missing.push_back({"date", "Enter the date of the visit."});
    if (trim(visit.participants).empty())
        missing.push_back({"participants", "Name at least one person who took part."});
    if (trim(visit.focus).empty()) missing.push_back({"focus", "Say what the visit looked at."});
    return missing;
}

}  // namespace kitbag
