#pragma once
// Of which schools and settings the records come to a tablet. The county decides it for each role: of all (until it decides), of the
// adviser's caseload, or also of those at which somebody of her team has a post. It says what is brought, so that a tablet holds no more
// than its adviser works with; it is no wall: she may put any place into her caseload, and write about every one.

#include <optional>

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/base/words.h"
#include "core/schools/role.h"
#include "core/storage/database.h"
#include "sync/exchange.h"

namespace kitbag {

enum class Reach { all, team, caseload };

inline constexpr Words<3> reach_words = {"all", "team", "caseload"};

Result<Reach> reach_of(Database& database, StaffRole role);
Result<void> set_reach(Database& database, StaffRole role, Reach reach);

// As things are on that day. The URNs that a school had before it converted are among its places.
Result<Scope> scope_for(Database& database, StaffRole role, const Id& adviser, const Date& today);

}  // namespace kitbag
