#pragma once
// What the county gives every tablet to work with, taken over whole: either all of it is the new version or none. Packs
// that it gave before stay, because visits name them.

#include <span>
#include <string_view>

#include "core/base/result.h"
#include "core/schools/school.h"
#include "core/storage/database.h"
#include "core/storage/framework_store.h"

namespace kitbag {

// `half_terms` is the calendar's JSON; "" when the county has none.
Result<void> replace_reference(Database& database, std::string_view version, std::span<const School> schools,
                               std::span<const StoredPack> packs, std::string_view half_terms);

}  // namespace kitbag
