#include "core/categorisation/variant.h"

#include <utility>

namespace kitbag {

std::vector<std::string> variants_for(SchoolKind kind) {
    switch (kind) {
        case SchoolKind::nursery:
        case SchoolKind::primary:
            return {"primary"};
        case SchoolKind::secondary:
        case SchoolKind::post_16:
            return {"secondary"};
        case SchoolKind::special:
        case SchoolKind::alternative_provision:
            return {"special"};
        case SchoolKind::all_through:
            return {"primary", "secondary"};
    }
    std::unreachable();
}

}  // namespace kitbag
