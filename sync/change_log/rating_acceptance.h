#pragma once
// Which steps of a rating and which judgements of direction of travel the county takes: by a role that may, in their
// order, and under criteria and a calendar that it has. The rules of who and when are in core/categorisation; here they are
// asked about what the county has.

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/storage/database.h"
#include "sync/change.h"
#include "sync/change_log/writer.h"

namespace kitbag {

// REQUIRES of both: check_written_once() found that the change is new and signed.
// Codes: "bad_field", "unknown_school", "unknown_framework", and those of check_step().
Result<void> check_rating_step(Database& database, const Change& change, const Writer& writer, Instant now);
// Codes: "bad_field", "unknown_school", and those of check_half_term() and check_direction().
Result<void> check_direction_judgement(Database& database, const Change& change, const Writer& writer, Instant now);

}  // namespace kitbag
