#pragma once
// Which steps of a rating and which judgements of direction of travel the county takes into its record: whole, signed by
// who sends them, by a role that may, in their order, and never twice. The rules of who and when are in
// core/categorisation; here they are asked about what the county has, inside the transaction that would store the change.

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/storage/database.h"
#include "sync/change.h"
#include "sync/change_log/writer.h"

namespace kitbag {

// REQUIRES: the change is of an entity with Writing::once, and its fields are such as check_field() passes.
// Codes: "already_written", "bad_field" for a part that is missing, "not_yours", "from_the_future", "unknown_school",
// "unknown_framework", "unknown_half_term", and those of check_step() and check_direction(); or "storage_…".
Result<void> check_written_once(Database& database, const Change& change, const Writer& writer, Instant now);

// Code "unknown_school".
Result<void> check_school_is_known(Database& database, std::string_view urn);

}  // namespace kitbag
