#include "core/visits/visit_doubts.h"

#include <algorithm>

#include "core/visits/visit_life.h"

namespace kitbag {
namespace {

bool took_place(const Visit& visit) {
    return visit.status == VisitStatus::under_way || is_done(visit.status);
}

bool is_closed(const School& school) {
    return school.closed.has_value() || school.status_name == "Closed";
}

}  // namespace

std::vector<Doubt> doubts_about(const Visit& visit, const School& school, std::span<const Visit> others,
                                const Date& today) {
    std::vector<Doubt> doubts;
    if (!visit.date) return doubts;
    const Date& day = *visit.date;
    if (took_place(visit) && day > today) doubts.push_back(Doubt::in_the_future);
    if (visit.status == VisitStatus::planned && day < today) doubts.push_back(Doubt::in_the_past);
    if (school.opened && day < *school.opened && school.formerly.empty()) doubts.push_back(Doubt::before_school_opened);
    if (is_closed(school) && (!school.closed || day > *school.closed)) doubts.push_back(Doubt::after_school_closed);
    const std::vector<std::string> urns = urns_of(school);
    const bool again = std::ranges::any_of(others, [&](const Visit& other) {
        return other.id != visit.id && std::ranges::contains(urns, other.urn) && other.kind == visit.kind &&
               other.variant == visit.variant && other.date == visit.date && other.status != VisitStatus::cancelled &&
               other.status != VisitStatus::did_not_happen;
    });
    if (again) doubts.push_back(Doubt::same_visit_again);
    return doubts;
}

}  // namespace kitbag
