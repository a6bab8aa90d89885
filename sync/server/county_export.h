#pragma once
// Everything the county holds about its visits, in one JSON document: what shows, what conflicts, and who changed what when.
//
//   {"exported_at", "county", "visits": [{"id", "urn", "school", "kind", "date", "participants", "focus", "framework",
//     "framework_version", "variant", "status", "adviser": {"id", "name"},
//     "judgements": [{"aspect", "choice"}…], "evidence_notes": [{"id", "aspect", "text"}…],
//     "conflicts": [{"entity", "entity_id", "field", "versions": [{"value", "author", "stamp"}…]}…],   the last one shows
//     "history": [change…]}…]}

#include "core/base/clock.h"
#include "core/base/json.h"
#include "core/base/result.h"
#include "core/storage/database.h"

namespace kitbag {

Result<Json> export_county(Database& database, const Clock& clock);

}  // namespace kitbag
