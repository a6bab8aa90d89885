#pragma once
// The part of the county's export that is said once: the trusts' agreements, the notes of the School Performance Forum, and
// of one visit the head's answers and the amendments. county_export.h says how they are written. Each is one change that
// nobody altered, so its history is itself.

#include "core/base/id.h"
#include "core/base/json.h"
#include "core/base/result.h"
#include "core/storage/database.h"

namespace kitbag {

Result<Json> export_agreements(Database& database);
Result<Json> export_forum_notes(Database& database);
Result<Json> export_head_answers(Database& database, const Id& visit);
Result<Json> export_amendments(Database& database, const Id& visit);

}  // namespace kitbag
