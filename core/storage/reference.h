#pragma once
// What the county gives every tablet to work with, taken over whole: either all of it is the new version or none.

#include <span>
#include <string_view>

#include "core/base/result.h"
#include "core/schools/school.h"
#include "core/storage/database.h"
#include "core/storage/framework_store.h"

namespace kitbag {

Result<void> replace_reference(Database& database, std::string_view version, std::span<const School> schools,
                               std::span<const StoredPack> packs);

}  // namespace kitbag
