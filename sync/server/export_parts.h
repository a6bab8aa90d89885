#pragma once
// What several parts of the county's export say of a record: its school's name, who wrote it, and when the county took it.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/id.h"
#include "core/base/json.h"
#include "core/base/result.h"
#include "core/base/time.h"
#include "core/storage/database.h"

namespace kitbag {

Result<std::string> school_name(Database& database, const std::string& urn);  // "" for one that is not in the register.
Result<Json> person_json(Database& database, const Id& id);                   // {"id", "name"}
std::string date_or_empty(const std::optional<Date>& date);

// Adds what the record was, change by change, to "history", and where people wrote without seeing each other to "conflicts".
Result<void> append_history(Database& database, std::string_view entity, std::string_view entity_id, Json& json);

// A list of what `make` makes of each.
template <typename Record>
Result<Json> export_all(Database& database, const Result<std::vector<Record>>& records,
                        Result<Json> (*make)(Database&, const Record&)) {
    if (!records) return std::unexpected(records.error());
    Json exported = Json::array();
    for (const Record& record : *records) {
        Result<Json> json = make(database, record);
        if (!json) return json;
        exported.push_back(*std::move(json));
    }
    return exported;
}

// Adds "by" and "receipt" to a record that is written once.
Result<void> sign_export(Database& database, std::string_view entity, const Id& id, const Id& by, Json& json);

}  // namespace kitbag
