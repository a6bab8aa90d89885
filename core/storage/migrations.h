#pragma once
// Brings a store's tables up to what this program knows, one numbered step in one transaction each. Steps only ever
// add; a store written by a newer program is refused and left as it was.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/storage/database.h"

namespace kitbag {

// The steps of migrations/NNNN_*.sql, in order.
std::vector<std::string_view> store_migrations();

// Tables that a tablet and the county server share, and in them what an older program kept without knowing it. All or
// nothing. Gives the version reached. Codes: "newer_store", "storage_…".
Result<int> migrate(Database& database);

// The same for the first `steps` only; tests make the stores of the past with it.
Result<int> migrate_to(Database& database, std::span<const std::string_view> steps);

// Tables that one program adds for itself, numbered apart under `part`: the county server's accounts. After migrate().
Result<int> migrate_part(Database& database, std::string_view part, std::span<const std::string_view> steps);

}  // namespace kitbag
