#pragma once
// The part of the county's export that is about inspections: the areas for improvement that they named and how each stands, and what
// is at risk at the next one. county_export.h says how it is written.

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/storage/database.h"

namespace kitbag {

Result<Json> export_areas_for_improvement(Database& database);
Result<Json> export_inspection_risks(Database& database);

}  // namespace kitbag
