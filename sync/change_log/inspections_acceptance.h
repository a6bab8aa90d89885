#pragma once
// Which changes about areas for improvement and about what is at risk at the next inspection the county takes. Any adviser may write
// them, and write them again; an area stays with its school.

#include "core/base/result.h"
#include "core/storage/database.h"
#include "sync/change.h"
#include "sync/change_log/writer.h"

namespace kitbag {

bool is_about_inspections(std::string_view entity);

// REQUIRES: is_about_inspections(change.entity), and its id and fields are such as check_entity_id() and check_field() pass.
// Codes: "not_allowed" for an officer, "unknown_school", "bad_field" for a record that does not begin whole (an area with its school,
// its inspection and its text; a risk with what it is, and why unless there is none), "bad_change" for an area that names another
// school than its own; or "storage_…".
Result<void> check_inspections_change(Database& database, const Change& change, const Writer& writer);

}  // namespace kitbag
