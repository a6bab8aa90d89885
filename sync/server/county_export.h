#pragma once
// Everything the county holds about its schools, in one JSON document: what shows, what conflicts, and who changed what when.
//
//   document  = {"exported_at", "county", "visits": [visit…], "ratings": [rating…], "directions": [direction…]}
//   visit     = {"id", "urn", "school", "kind", "date", "participants", "focus", "framework", "framework_version",
//                "variant", "status", "adviser": {"id", "name"}, "judgements": [{"aspect", "choice"}…],
//                "evidence_notes": [{"id", "aspect", "text"}…], "history": [change…], "conflicts": [conflict…]}
//   conflict  = {"entity", "entity_id", "field", "versions": [{"value", "author", "stamp"}…]}     the last one shows
//   rating    = {"urn", "school", "subject", "category", "to_be_told": true|false, "steps": [step…]}
//   step      = {"id", "step", "category", "suggested", "reason", "about", "framework", "framework_version", "variant",
//                "standing": [{"aspect", "choice", "visit"}…], "date", "by": {"id", "name"}, "receipt": {"number", "at"}}
//   direction = {"id", "urn", "school", "subject", "half_term", "direction", "suggested", "why", "by", "receipt"}
//
// There is a rating for each school and subject that has a step: what its category is now ("" for none), whether the
// school has yet to be told of it, and the steps in the order in which they were written, withdrawn ones among them. A
// receipt says when the county took the step; its id holds when the tablet wrote it.

#include "core/base/clock.h"
#include "core/base/json.h"
#include "core/base/result.h"
#include "core/storage/database.h"

namespace kitbag {

Result<Json> export_county(Database& database, const Clock& clock);

}  // namespace kitbag
