#pragma once
// What the county asks of changes of more than one kind: whether they are whole, and whether it has what they refer to.
// Asked inside the transaction that would store the change.

#include <initializer_list>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/schools/school.h"
#include "core/storage/database.h"
#include "core/visits/visit.h"
#include "sync/change.h"

namespace kitbag {

std::string text_or_empty(const Change& change, std::string_view field);

// Code "bad_field" for the first of these fields that the change gives no text. A tablet leaves out of a change what was
// left empty, so only what is never empty may be asked for.
Result<void> need_parts(const Change& change, std::initializer_list<std::string_view> names);

Result<School> known_school(Database& database, std::string_view urn);  // Code "unknown_school".
Result<Visit> known_visit(Database& database, std::string_view id);     // Code "unknown_visit".

// Codes "unknown_half_term", "from_the_future". A half term counts as begun a little early: a tablet's clock may be
// ahead, and its day begins before the day of UTC.
Result<void> check_half_term(Database& database, std::string_view id, Instant now);

}  // namespace kitbag
