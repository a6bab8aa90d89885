#pragma once
// What the county gives every tablet to work with, taken over whole: either all of it is the new version or none. Packs
// and visit templates that it gave before stay, because visits name them.

#include <span>
#include <string_view>

#include "core/base/result.h"
#include "core/schools/school.h"
#include "core/storage/county_settings.h"
#include "core/storage/database.h"
#include "core/storage/framework_store.h"
#include "core/storage/visit_templates_store.h"

namespace kitbag {

// `half_terms` is the calendar's JSON; "" when the county has none. `visit_templates` are in the county's order: the last of
// them is in use from now on.
Result<void> replace_reference(Database& database, std::string_view version, std::span<const School> schools,
                               std::span<const StoredPack> packs, std::string_view half_terms,
                               std::span<const StoredTemplates> visit_templates, const CountySettings& settings);

}  // namespace kitbag
