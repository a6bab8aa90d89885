#include "sync/server/inspections_export.h"

#include <utility>

#include "core/storage/area_store.h"
#include "sync/server/export_parts.h"
#include "sync/stamp.h"

namespace kitbag {
namespace {

// Adds the history, and out of it who wrote `field` last and when.
Result<void> append_judged(Database& database, std::string_view entity, std::string_view id, const char* field,
                           Json& json) {
    if (Result<void> done = append_history(database, entity, id, json); !done) return done;
    json["judged"] = nullptr;
    const Json& history = json["history"];
    for (std::size_t left = history.size(); left > 0; --left) {
        const Json& change = history[left - 1];
        if (!change["fields"].contains(field)) continue;
        Result<Json> by = person_json(database, text_or(change, "author"));
        if (!by) return std::unexpected(by.error());
        json["judged"] = {{"at", to_iso(instant_of(text_or(change, "stamp")))}, {"by", *std::move(by)}};
        break;
    }
    return {};
}

Result<Json> export_area(Database& database, const AreaForImprovement& area) {
    const Result<std::string> school = school_name(database, area.urn);
    if (!school) return std::unexpected(school.error());
    Json json = {{"id", area.id},
                 {"urn", area.urn},
                 {"school", *school},
                 {"inspected", date_or_empty(area.inspected)},
                 {"subject", to_word(area.subject)},
                 {"text", area.text},
                 {"state", area.state ? to_word(*area.state) : ""},
                 {"evidence", area.evidence},
                 {"notes", area.notes}};
    if (Result<void> done = append_judged(database, "area_for_improvement", area.id, "state", json); !done)
        return std::unexpected(done.error());
    return json;
}

Result<Json> export_risk(Database& database, const InspectionRisk& risk) {
    const Result<std::string> school = school_name(database, risk.urn);
    if (!school) return std::unexpected(school.error());
    Json json = {{"urn", risk.urn},
                 {"school", *school},
                 {"risk", risk.risk ? to_word(*risk.risk) : ""},
                 {"reason", risk.reason}};
    if (Result<void> done = append_judged(database, "inspection_risk", risk.urn, "risk", json); !done)
        return std::unexpected(done.error());
    return json;
}

}  // namespace

Result<Json> export_areas_for_improvement(Database& database) {
    return export_all(database, AreaStore(database).all_areas(), export_area);
}

Result<Json> export_inspection_risks(Database& database) {
    return export_all(database, AreaStore(database).all_risks(), export_risk);
}

}  // namespace kitbag
