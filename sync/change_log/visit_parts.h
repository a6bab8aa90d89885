#pragma once
// Which changes of what was recorded in a visit the county takes: judgements, notes, answers, actions and photographs. Each
// stays with its visit, and with who first wrote it; nothing is written into a locked visit, but a photograph may still be
// removed there, and an action closed. A visit that was cancelled or did not happen keeps what was written in it.

#include "core/base/result.h"
#include "core/storage/database.h"
#include "sync/change.h"
#include "sync/change_log/writer.h"

namespace kitbag {

bool is_visit_part(std::string_view entity);

// REQUIRES: is_visit_part(change.entity), and its id and fields are such as check_entity_id() and check_field() pass.
// Codes: "unknown_visit", "locked", "bad_change" where it names another visit, aspect, question or school than its own,
// "not_yours" where its field `by` is not who first wrote it; or "storage_…".
Result<void> check_visit_part(Database& database, const Change& change, const Writer& writer);

}  // namespace kitbag
