#pragma once
// What a visit still needs before it can be completed. A Keeping in Touch visit need not judge every aspect, nor any.

#include <string>
#include <string_view>
#include <vector>

#include "core/visits/visit.h"

namespace kitbag {

struct Missing {
    std::string_view field;  // A field of the visit: "date".
    std::string sentence;    // What to do about it.

    bool operator==(const Missing&) const = default;
};

// Empty when the visit can be completed.
std::vector<Missing> missing_to_complete(const Visit& visit);

}  // namespace kitbag
