#include "sync/change_log/inspections_acceptance.h"

#include <optional>
#include <string>

#include "core/storage/area_store.h"
#include "sync/change_log/acceptance_checks.h"

namespace kitbag {
namespace {

Result<void> check_school(Database& database, std::string_view urn) {
    return known_school(database, urn).transform([](const School&) {});
}

Result<void> check_area(Database& database, const Change& change) {
    const Result<std::optional<AreaForImprovement>> found = AreaStore(database).area(change.entity_id);
    if (!found) return std::unexpected(found.error());
    if (!*found) {
        if (Result<void> whole = need_parts(change, {"urn", "inspected", "text"}); !whole) return whole;
        return check_school(database, text_or_empty(change, "urn"));
    }
    const std::string& own = (*found)->urn;
    if (text_in(change, "urn").value_or(own) == own) return {};
    return fault("bad_change", "This names another school than its own. Write the area down again where it belongs.");
}

// Later changes may name either part: each merges on its own.
Result<void> check_risk(Database& database, const Change& change) {
    if (Result<void> school = check_school(database, change.entity_id); !school) return school;
    const Result<InspectionRisk> before = AreaStore(database).risk(change.entity_id);
    if (!before) return std::unexpected(before.error());
    if (before->risk) return {};
    const InspectionRisk begun{change.entity_id, inspection_risk_from(text_or_empty(change, "risk")),
                               text_or_empty(change, "reason")};
    const Result<void> checked = check_inspection_risk(begun);
    if (checked) return {};
    return fault("bad_field", checked.error().sentence);
}

}  // namespace

bool is_about_inspections(std::string_view entity) {
    return entity == "area_for_improvement" || entity == "inspection_risk";
}

Result<void> check_inspections_change(Database& database, const Change& change, const Writer& writer) {
    if (!may_record(writer.role))
        return fault("not_allowed", "An officer does not write about inspections. Ask an adviser to.");
    return change.entity == "inspection_risk" ? check_risk(database, change) : check_area(database, change);
}

}  // namespace kitbag
