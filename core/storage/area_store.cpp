#include "core/storage/area_store.h"

#include <string>

#include "core/storage/read_rows.h"
#include "core/visits/visit.h"

namespace kitbag {
namespace {

std::string select_areas(std::string_view rest) {
    return std::string("SELECT id, urn, inspected, subject, text, state, evidence, notes FROM area_for_improvement ")
        .append(rest);
}

AreaForImprovement read_area(const Statement& row) {
    AreaForImprovement area;
    area.id = row.text(0);
    area.urn = row.text(1);
    area.inspected = date_in(row, 2);
    area.subject = subject_from(row.text(3)).value_or(area.subject);
    area.text = row.text(4);
    area.state = area_state_from(row.text(5));
    area.evidence = row.text(6);
    area.notes = split_keys(row.text(7));
    return area;
}

InspectionRisk read_risk(const Statement& row) {
    return {row.text(0), inspection_risk_from(row.text(1)), row.text(2)};
}

}  // namespace

Result<std::optional<AreaForImprovement>> AreaStore::area(std::string_view id) const {
    Statement statement = database_.query(select_areas("WHERE id = ?"), id);
    const Result<bool> row = statement.step();
    if (!row) return std::unexpected(row.error());
    if (!*row) return std::nullopt;
    return read_area(statement);
}

Result<std::vector<AreaForImprovement>> AreaStore::areas_of_school(std::string_view urn) const {
    return read_all(database_.query(select_areas("WHERE urn = ? ORDER BY inspected DESC, id"), urn), read_area);
}

Result<std::vector<AreaForImprovement>> AreaStore::all_areas() const {
    return read_all(database_.query(select_areas("ORDER BY urn, inspected DESC, id")), read_area);
}

Result<InspectionRisk> AreaStore::risk(std::string_view urn) const {
    Statement statement = database_.query("SELECT id, risk, reason FROM inspection_risk WHERE id = ?", urn);
    const Result<bool> row = statement.step();
    if (!row) return std::unexpected(row.error());
    return *row ? read_risk(statement) : InspectionRisk{std::string(urn), std::nullopt, ""};
}

Result<std::vector<InspectionRisk>> AreaStore::all_risks() const {
    return read_all(database_.query("SELECT id, risk, reason FROM inspection_risk ORDER BY id"), read_risk);
}

}  // namespace kitbag
