#pragma once
// What may be a slip when a visit is planned or dated: asked about, never forbidden.

#include <span>
#include <string>
#include <vector>

#include "core/base/time.h"
#include "core/schools/school.h"
#include "core/visits/visit.h"

namespace kitbag {

enum class Doubt {
    in_the_future,  // The visit is under way or done, and its day has not come.
    in_the_past,    // It is only planned, and its day is over.
    before_school_opened,
    after_school_closed,  // Also for a school that is closed and nobody says since when.
    same_visit_again,     // The same school, kind, criteria and day as another that was not called off.
};

// `visit.id` may be "" for one that is not there yet; `others` are any visits, itself or not. Those under a URN that the school had before
// it converted are to the same school, which was open then.
std::vector<Doubt> doubts_about(const Visit& visit, const School& school, std::span<const Visit> others,
                                const Date& today);

}  // namespace kitbag
