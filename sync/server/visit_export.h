#pragma once
// The part of the county's export that is about visits: each with everything recorded in it, the head's answers and the
// amendments, its whole history, and what conflicts. county_export.h says how they are written.

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/storage/database.h"

namespace kitbag {

Result<Json> export_visits(Database& database);

}  // namespace kitbag
