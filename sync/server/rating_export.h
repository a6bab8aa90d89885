#pragma once
// The part of the county's export that is about categories: every step of every rating, and every judgement of direction
// of travel. county_export.h says how they are written. Each is one change that nobody altered, so its history is itself.

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/storage/database.h"

namespace kitbag {

Result<Json> export_ratings(Database& database);
Result<Json> export_directions(Database& database);

}  // namespace kitbag
