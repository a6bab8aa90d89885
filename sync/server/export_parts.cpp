#include "sync/server/export_parts.h"

#include <utility>

#include "core/storage/school_store.h"
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

}  // namespace

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
