#pragma once
// The part of the county's export that is about people and places: who holds which post at each school or setting, and what
// advisers call a place whose name Ofsted withheld. county_export.h says how it is written.

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/storage/database.h"

namespace kitbag {

Result<Json> export_posts(Database& database);
Result<Json> export_local_names(Database& database);

}  // namespace kitbag
