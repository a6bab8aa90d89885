#pragma once
// The one way by which a change enters a store, whoever wrote it and wherever the store is: into the log, merged, and
// projected. ChangeLog and CountyLog are its only users, each inside a transaction of its own.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/storage/database.h"
#include "sync/change.h"
#include "sync/merge.h"

namespace kitbag {

struct LoggedChange {
    std::int64_t position = 0;
    Change change;
    std::string proof;  // Of the county that took it; "" where there is none.
};

// Columns for read_logged, and where they come from.
inline constexpr std::string_view select_changes =
    "SELECT change.position, change.id, change.device, change.author, change.stamp, change.entity, change.entity_id, "
    "change.fields, change.proof FROM change ";
Result<LoggedChange> read_logged(const Statement& row);
Result<std::vector<LoggedChange>> read_all_logged(Statement statement);

Result<std::optional<LoggedChange>> find_change(Database& database, std::string_view id);

// Gives the position. REQUIRES: a transaction is open, and no change with this id is in the log.
Result<std::int64_t> append(Database& database, const Change& change, std::string_view proof = {});

// Merges the fields that this change writes once more, from all changes of its record but those withdrawn. REQUIRES: a transaction.
Result<void> merge_anew(Database& database, const Change& withdrawn);

// Nothing for a field that no change has written.
Result<std::optional<FieldState>> field_state(Database& database, std::string_view entity, std::string_view entity_id,
                                              std::string_view field);

}  // namespace kitbag
