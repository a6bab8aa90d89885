#pragma once
// The county's kinds of visit as they stand at one school: by which criteria each would go, and whether this tablet's
// adviser may begin it there. Reads; writes nothing.

#include <string>
#include <string_view>
#include <vector>

#include "app/session/open_store.h"
#include "core/visits/visit_life.h"

namespace kitbag {

struct CriteriaFit {
    const Framework* framework = nullptr;
    std::string variant;
};

// The likeliest first. None when the kind judges nothing, or no criteria that have arrived fit the school and the kind.
std::vector<CriteriaFit> criteria_for(OpenStore& store, const School& school, const VisitTemplate& wanted);

Recorder recorder_here(OpenStore& store);  // Who uses this tablet.

// Of one school, in the order they were given; what the county refused is not among them and counts for nothing.
std::vector<TrustAgreement> standing_agreements(OpenStore& store, std::string_view urn);

// By what the school is today, and what its trust agreed to for that day. Codes "not_allowed" for who may hold it, and those of check_direct_monitoring().
Result<void> check_may_begin(OpenStore& store, const School& school, const VisitTemplate& wanted, const Date& day);

// What kind of visit that is, by the templates it was begun with. "Lesson observation".
std::string kind_title(OpenStore& store, const Visit& visit);

}  // namespace kitbag
