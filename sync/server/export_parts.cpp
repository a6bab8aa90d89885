#include "sync/server/export_parts.h"

#include <map>
#include <utility>
#include <vector>

#include "core/storage/school_store.h"
#include "sync/change_log/county_log.h"
#include "sync/merge.h"
#include "sync/server/enrolment.h"

namespace kitbag {
namespace {

// When the county took a record that is written once, and under which number.
Result<Json> receipt_of(Database& database, std::string_view entity, const Id& id) {
    Statement row = database.query(
        "SELECT receipt.number, receipt.at FROM change JOIN receipt ON receipt.change = change.position WHERE "
        "change.entity_id = ? AND change.entity = ? ORDER BY change.position LIMIT 1",
        id, entity);
    const Result<bool> found = row.step();
    if (!found) return std::unexpected(found.error());
    return Json{{"number", *found ? row.text(0) : ""}, {"at", *found ? row.text(1) : ""}};
}

// The fields of one record on which people wrote without seeing each other, worked out of its history.
void append_conflicts(const std::vector<Change>& history, Json& conflicts) {
    std::map<std::string, FieldState, std::less<>> fields;
    for (const Change& change : history) {
        for (const auto& [name, edit] : change.fields) {
            merge(fields[name], Version{change.stamp, to_text(edit.value), change.author}, edit.base);
        }
    }
    for (const auto& [name, state] : fields) {
        if (!in_conflict(state)) continue;
        Json versions = Json::array();
        for (const Version& leaf : state.leaves) {
            const Result<Json> value = parse_json(leaf.value, "A stored value");
            versions.push_back({{"value", value.value_or(Json())}, {"author", leaf.author}, {"stamp", leaf.stamp}});
        }
        conflicts.push_back({{"entity", history.front().entity},
                             {"entity_id", history.front().entity_id},
                             {"field", name},
                             {"versions", std::move(versions)}});
    }
}

}  // namespace

Result<void> append_history(Database& database, std::string_view entity, std::string_view entity_id, Json& json) {
    const Result<std::vector<Change>> history = history_at_county(database, entity, entity_id);
    if (!history) return std::unexpected(history.error());
    for (const char* const part : {"conflicts", "history"}) {
        if (!json.contains(part)) json[part] = Json::array();
    }
    append_conflicts(*history, json["conflicts"]);
    for (const Change& change : *history) json["history"].push_back(to_json(change));
    return {};
}

Result<void> sign_export(Database& database, std::string_view entity, const Id& id, const Id& by, Json& json) {
    Result<Json> person = person_json(database, by);
    if (!person) return std::unexpected(person.error());
    Result<Json> receipt = receipt_of(database, entity, id);
    if (!receipt) return std::unexpected(receipt.error());
    json["by"] = *std::move(person);
    json["receipt"] = *std::move(receipt);
    return {};
}

Result<std::string> school_name(Database& database, const std::string& urn) {
    return SchoolStore(database).school(urn).transform(
        [](const std::optional<School>& school) { return school ? school->name : std::string(); });
}

Result<Json> person_json(Database& database, const Id& id) {
    const Result<std::string> name = adviser_name(database, id);
    if (!name) return std::unexpected(name.error());
    return Json{{"id", id}, {"name", *name}};
}

std::string date_or_empty(const std::optional<Date>& date) {
    return date ? to_iso(*date) : "";
}

}  // namespace kitbag
