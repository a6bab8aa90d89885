#pragma once
// Which changes the county takes into its record. A change that is refused stays on its tablet with the reason given
// here.

#include <string_view>

#include "core/base/result.h"
#include "core/storage/database.h"
#include "sync/change.h"

namespace kitbag {

// Codes: "not_yours", "from_the_future", "unknown_entity", "bad_field", "bad_change", "unknown_school",
// "unknown_visit"; or "storage_…" when it could not be found out.
Result<void> check_acceptable(Database& database, const Change& change, std::string_view device, Instant now);

}  // namespace kitbag
