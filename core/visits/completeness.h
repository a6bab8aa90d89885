#pragma once
// What a visit still needs before it can be completed. A Keeping in Touch visit need not judge every aspect, nor
// any; nobody takes part in looking at evidence from the desk.

#include <string>
#include <string_view>
#include <vector>

#include "core/visits/visit.h"
#include "core/visits/visit_template.h"

namespace kitbag {

struct Missing {
    std::string_view field;  // A field of the visit: "date".
    std::string sentence;    // What to do about it.

    bool operator==(const Missing&) const = default;
};

// The kind of visit that meets nobody: evidence looked at from the desk.
inline constexpr std::string_view desk_evidence = "desk_evidence";

// Empty when the visit can be completed. `kind` is null where its template is not known.
std::vector<Missing> missing_to_complete(const Visit& visit, const VisitTemplate* kind);

// Who must be there by the visit's template and was not marked as present: asked about, not forbidden.
std::vector<std::string> not_present(const Visit& visit, const VisitTemplate* kind);

}  // namespace kitbag
