#pragma once
// What the county asks of everything that is written once, whatever it says: that it is the first of its id, signed by who
// sends it, and not from the future. What its kind asks beyond that: rating_acceptance.h and visit_words_acceptance.h.

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/storage/database.h"
#include "sync/change.h"
#include "sync/change_log/writer.h"

namespace kitbag {

// REQUIRES: the change is of an entity with Writing::once, and its fields are such as check_field() passes.
// Codes: "already_written", "bad_field" for a part that is missing, "not_yours", "from_the_future", and those of its kind;
// or "storage_…".
Result<void> check_written_once(Database& database, const Change& change, const Writer& writer, Instant now);

}  // namespace kitbag
