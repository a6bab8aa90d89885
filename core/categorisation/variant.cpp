#include "core/categorisation/variant.h"

#include <utility>

namespace kitbag {
namespace {

// The variants, and the EYFS after them unless it is known that the school has none.
std::vector<std::string> with_eyfs(const School& school, std::vector<std::string> variants) {
    if (!school.low_age || *school.low_age <= eyfs_age_max) variants.emplace_back("eyfs_primary");
    return variants;
}

}  // namespace

std::vector<std::string> variants_for(const School& school) {
    switch (school.kind) {
        case SchoolKind::nursery:
            return {"eyfs_nursery"};
        case SchoolKind::primary:
            return with_eyfs(school, {"primary"});
        case SchoolKind::secondary:
        case SchoolKind::post_16:
            return {"secondary"};
        case SchoolKind::special:
        case SchoolKind::alternative_provision:
            return {"special"};
        case SchoolKind::all_through:
            return with_eyfs(school, {"primary", "secondary"});
        case SchoolKind::group_setting:
        case SchoolKind::home_setting:
        case SchoolKind::childminder:
        case SchoolKind::home_childcarer:
        case SchoolKind::childrens_centre:
            return {"eyfs_setting"};
    }
    std::unreachable();
}

}  // namespace kitbag
