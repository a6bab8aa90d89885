#pragma once
// What the county asks of what is said once about a visit or a school (core/visits/visit_words.h): a trust's agreement, a
// note of the School Performance Forum, a head's answer and an amendment. The rules are those of core/visits, asked about
// what the county has.

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/storage/database.h"
#include "sync/change.h"
#include "sync/change_log/writer.h"

namespace kitbag {

// REQUIRES: check_written_once() found that the change is new, signed and not from the future.
// Codes: "bad_field" for a part that is missing, "unknown_school", "unknown_visit", "unknown_kind", "no_trust" for an
// agreement about a school that answers to none, and those of check_half_term(), check_agreement(), check_forum_note(),
// check_head_answer(), read_disputes() and check_amendment().
Result<void> check_visit_words(Database& database, const Change& change, const Writer& writer, Instant now);

}  // namespace kitbag
