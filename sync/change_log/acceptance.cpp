#include "sync/change_log/acceptance.h"

#include <algorithm>
#include <optional>
#include <string>

#include "core/base/json.h"
#include "core/visits/record_fields.h"
#include "core/visits/visit.h"
#include "sync/change_log/county_log.h"
#include "sync/change_log/written_once.h"

namespace kitbag {
namespace {

Result<bool> has_row(Database& database, std::string_view sql, std::string_view key) {
    return database.query(sql, key).step();
}

Result<void> check_fields(const Change& change) {
    if (Result<void> checked = check_entity_id(change.entity, change.entity_id); !checked) return checked;
    for (const auto& [field, edit] : change.fields) {
        const Result<void> checked = check_field(change.entity, field, edit.value);
        // A newer program's field is kept, unread, for programs that know it.
        if (!checked && checked.error().code != "unknown_field") return checked;
    }
    return {};
}

Result<void> check_visit_is_known(Database& database, std::string_view visit) {
    const Result<bool> known = has_row(database, "SELECT 1 FROM visit WHERE id = ?", visit);
    if (!known) return std::unexpected(known.error());
    if (*known) return {};
    return fault("unknown_visit",
                 "The county does not have the visit that this belongs to. Send the visit first, then try again.");
}

Result<void> check_judgement(Database& database, const Change& change) {
    const std::string visit = change.entity_id.substr(0, change.entity_id.find('.'));
    const std::string aspect = change.entity_id.substr(std::min(visit.size() + 1, change.entity_id.size()));
    if (text_in(change, "visit").value_or(visit) != visit || text_in(change, "aspect").value_or(aspect) != aspect) {
        return fault("bad_change", "This judgement names another visit or aspect than its id does. Record it again.");
    }
    return check_visit_is_known(database, visit);
}

Result<void> check_note(Database& database, const Change& change) {
    if (const std::optional<std::string> visit = text_in(change, "visit"))
        return check_visit_is_known(database, *visit);
    Statement statement = database.query("SELECT visit FROM evidence_note WHERE id = ?", change.entity_id);
    const Result<bool> row = statement.step();
    if (!row) return std::unexpected(row.error());
    return check_visit_is_known(database, *row ? statement.text(0) : "");
}

// A later edit of a visit must find it; its first change is the one that says which school.
Result<void> check_visit(Database& database, const Change& change) {
    const std::optional<std::string> urn = text_in(change, "urn");
    return urn ? check_school_is_known(database, *urn) : check_visit_is_known(database, change.entity_id);
}

Result<void> check_place(Database& database, const Change& change) {
    if (change.entity == "visit") return check_visit(database, change);
    if (change.entity == "judgement") return check_judgement(database, change);
    if (change.entity == "evidence_note") return check_note(database, change);
    return {};
}

Result<void> check_record(Database& database, const Change& change, const Writer& writer, Instant now) {
    if (find_entity(change.entity)->writing == Writing::once) return check_written_once(database, change, writer, now);
    if (!may_record(writer.role)) return fault("not_allowed", "An officer does not record visits. Ask an adviser to.");
    return check_place(database, change);
}

}  // namespace

Result<void> check_acceptable(Database& database, const Change& change, const Writer& writer, Instant now) {
    if (change.device != writer.device) {
        return fault("not_yours", "This was written on another tablet, and only that one may send it.");
    }
    if (change.author != writer.adviser) {
        return fault("not_yours",
                     "This was written in another person's name. Ask your county officer to look at this tablet.");
    }
    if (instant_of(change.stamp) > now + future_allowed_ms) {
        return fault("from_the_future",
                     "This was written when the tablet's clock was more than a day ahead of the county's. Set the "
                     "tablet's date and "
                     "time, then try again after that date.");
    }
    if (Result<void> checked = check_fields(change); !checked) return checked;
    return check_record(database, change, writer, now);
}

}  // namespace kitbag
