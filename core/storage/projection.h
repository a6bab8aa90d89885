#pragma once
// From the change log to the tables of current state: the value that shows of each field is written to its column.
// Called by the change log inside its transaction; nothing else writes these tables.

#include <span>
#include <string_view>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/storage/database.h"

namespace kitbag {

struct ShownField {
    std::string_view name;
    Json value;
};

// All of them in one step. A field that this program does not know, or a value it cannot hold, is left alone: the change log has
// it, and a program that knows it projects it when it migrates the store.
Result<void> project(Database& database, std::string_view entity, std::string_view entity_id,
                     std::span<const ShownField> fields);
Result<void> project(Database& database, std::string_view entity, std::string_view entity_id, std::string_view field,
                     const Json& value);

// Empties the derived tables and fills them again from the merged fields, in one transaction.
Result<void> rebuild_tables(Database& database);

}  // namespace kitbag
