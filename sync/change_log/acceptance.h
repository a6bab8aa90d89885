#pragma once
// Which changes the county takes into its record. A change that is refused stays on its tablet with the reason given
// here.

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/storage/database.h"
#include "sync/change.h"
#include "sync/change_log/writer.h"

namespace kitbag {

// Codes: "not_yours", "from_the_future", "unknown_entity", "bad_field", "bad_change", "not_allowed", and those of
// check_visit_change(), check_visit_part(), check_people_change(),
// check_inspections_change() and check_written_once(); or "storage_…" when it could not be found out.
Result<void> check_acceptable(Database& database, const Change& change, const Writer& writer, Instant now);

}  // namespace kitbag
