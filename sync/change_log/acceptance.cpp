#include "sync/change_log/acceptance.h"

#include "core/base/check.h"
#include "core/visits/record_fields.h"
#include "sync/change_log/county_log.h"
#include "sync/change_log/inspections_acceptance.h"
#include "sync/change_log/people_acceptance.h"
#include "sync/change_log/visit_acceptance.h"
#include "sync/change_log/visit_parts.h"
#include "sync/change_log/written_once.h"

namespace kitbag {
namespace {

Result<void> check_fields(const Change& change) {
    if (Result<void> checked = check_entity_id(change.entity, change.entity_id); !checked) return checked;
    for (const auto& [field, edit] : change.fields) {
        const Result<void> checked = check_field(change.entity, field, edit.value);
        // A newer program's field is kept, unread, for programs that know it.
        if (!checked && checked.error().code != "unknown_field") return checked;
    }
    return {};
}

Result<void> check_record(Database& database, const Change& change, const Writer& writer, Instant now) {
    if (find_entity(change.entity)->writing == Writing::once) return check_written_once(database, change, writer, now);
    if (is_about_people(change.entity)) return check_people_change(database, change, writer);
    if (is_about_inspections(change.entity)) return check_inspections_change(database, change, writer);
    if (!may_record(writer.role)) return fault("not_allowed", "An officer does not record visits. Ask an adviser to.");
    if (change.entity == "visit") return check_visit_change(database, change, writer);
    CHECK(is_visit_part(change.entity));
    return check_visit_part(database, change, writer);
}

}  // namespace

Result<void> check_acceptable(Database& database, const Change& change, const Writer& writer, Instant now) {
    if (!writer.is_own(change.device)) {
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
