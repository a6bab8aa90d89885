#include "core/visits/completeness.h"

#include <algorithm>

#include "core/base/text.h"

namespace kitbag {

std::vector<Missing> missing_to_complete(const Visit& visit, const VisitTemplate* kind) {
    std::vector<Missing> missing;
    if (!visit.date) missing.push_back({"date", "Enter the date of the visit."});
    const bool meets_nobody = kind && kind->kind == desk_evidence;
    if (!meets_nobody && trim(visit.participants).empty() && visit.present.empty())
        missing.push_back({"participants", "Name at least one person who took part."});
    if (trim(visit.focus).empty()) missing.push_back({"focus", "Say what the visit looked at."});
    return missing;
}

std::vector<std::string> not_present(const Visit& visit, const VisitTemplate* kind) {
    std::vector<std::string> titles;
    if (!kind) return titles;
    for (const Named& one : kind->present) {
        if (!std::ranges::contains(visit.present, one.id)) titles.push_back(one.title);
    }
    return titles;
}

}  // namespace kitbag
