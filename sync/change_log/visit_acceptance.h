#pragma once
// Which changes of a visit the county takes: the kind, the person and the step must be such as core/visits allows, with the
// school, the agreements and the visit as the county has them.
//
// Its school never changes: a visit to another school is another visit. A senior colleague may plan one for somebody else,
// and hand one on; nobody else may name another adviser than themselves.

#include "core/base/result.h"
#include "core/storage/database.h"
#include "core/visits/visit.h"
#include "sync/change.h"
#include "sync/change_log/writer.h"

namespace kitbag {

// REQUIRES: the change is of a visit, its fields are such as check_field() passes, and may_record(writer.role).
// Codes: "unknown_school", "unknown_visit" for a later change of one that is not there, "unknown_kind", "bad_field" for a
// part that is missing, "bad_change" for another school, "locked", and those of check_visit_step(), check_leader() and
// check_direct_monitoring(); or "storage_…".
Result<void> check_visit_change(Database& database, const Change& change, const Writer& writer);

// Code "locked".
Result<void> check_not_locked(const Visit& visit);

// Code "unknown_kind" unless some version of the county's templates has the kind, or it has loaded none.
Result<void> check_kind_is_known(Database& database, std::string_view kind);

}  // namespace kitbag
