#pragma once
// Which changes about the people of a school or setting, and about its local name, the county takes. Any adviser may write
// them, and write them again; a post stays with its school.

#include "core/base/result.h"
#include "core/storage/database.h"
#include "sync/change.h"
#include "sync/change_log/writer.h"

namespace kitbag {

bool is_about_people(std::string_view entity);

// REQUIRES: is_about_people(change.entity), and its id and fields are such as check_entity_id() and check_field() pass.
// Codes: "not_allowed" for an officer, "unknown_school", "bad_field" for a post without its school, role or name, "bad_change" where it names another
// school than its own; or "storage_…".
Result<void> check_people_change(Database& database, const Change& change, const Writer& writer);

}  // namespace kitbag
