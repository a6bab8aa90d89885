#include "sync/change_log/acceptance_checks.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "core/storage/calendar_store.h"
#include "core/storage/school_store.h"
#include "core/storage/visit_store.h"
#include "sync/change_log/county_log.h"

namespace kitbag {

std::string text_or_empty(const Change& change, std::string_view field) {
    return text_in(change, field).value_or("");
}

Result<void> need_parts(const Change& change, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) {
        if (!text_or_empty(change, name).empty()) continue;
        return fault("bad_field",
                     "This came without its “" + std::string(name) + "”, and it must be whole. Write it again.");
    }
    return {};
}

Result<School> known_school(Database& database, std::string_view urn) {
    Result<std::optional<School>> school = SchoolStore(database).school(urn);
    if (!school) return std::unexpected(school.error());
    if (*school) return **std::move(school);
    return fault("unknown_school", "The county's register has no school with URN " + std::string(urn) +
                                       ". Ask the county to load the register that has it, then try again.");
}

Result<Visit> known_visit(Database& database, std::string_view id) {
    Result<std::optional<Visit>> visit = VisitStore(database).visit_alone(id);
    if (!visit) return std::unexpected(visit.error());
    if (*visit) return **std::move(visit);
    return fault("unknown_visit",
                 "The county does not have the visit that this belongs to. Send the visit first, then try again.");
}

Result<void> check_half_term(Database& database, std::string_view id, Instant now) {
    const Result<std::vector<HalfTerm>> half_terms = CalendarStore(database).half_terms();
    if (!half_terms) return std::unexpected(half_terms.error());
    const auto found = std::ranges::find(*half_terms, id, &HalfTerm::id);
    if (found == half_terms->end()) {
        return fault("unknown_half_term", "The county's calendar has no half term “" + std::string(id) +
                                              "”. Ask the county to load the calendar that has it, then try again.");
    }
    if (found->from <= date_of(now + future_allowed_ms)) return {};
    return fault("from_the_future", found->title + " has not begun. Write about the half term that runs now.");
}

}  // namespace kitbag
