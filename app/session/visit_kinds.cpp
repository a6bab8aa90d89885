#include "app/session/visit_kinds.h"

#include "app/session/rating_reading.h"
#include "app/text/planning_phrases.h"
#include "app/text/planning_words.h"
#include "core/categorisation/variant.h"
#include "core/visits/academy_rule.h"

namespace kitbag {

std::vector<CriteriaFit> criteria_for(OpenStore& store, const School& school, const VisitTemplate& wanted) {
    std::vector<CriteriaFit> found;
    for (const std::string& variant : variants_for(school)) {
        const Framework* framework = store.framework_for(variant);
        if (!framework || (wanted.subject && framework->subject != *wanted.subject)) continue;
        if (aspects_of(wanted, *framework, variant, may_have_sixth_form(school)).empty()) continue;
        found.push_back({framework, variant});
    }
    return found;
}

Recorder recorder_here(OpenStore& store) {
    return {store.enrolment().adviser.id, own_role(store)};
}

// Of the school as it is now: under another URN it has another trust, or its first.
std::vector<TrustAgreement> standing_agreements(OpenStore& store, std::string_view urn) {
    auto agreements = store.visit_words().agreements_of_school(urn).value_or(std::vector<TrustAgreement>{});
    drop_refused(agreements, refused_records(store));
    return agreements;
}

Result<void> check_may_begin(OpenStore& store, const School& school, const VisitTemplate& wanted, const Date& day) {
    if (!may_lead(wanted, own_role(store))) return fault("not_allowed", phrases::led_by(wanted.led_by));
    return check_direct_monitoring(wanted, school.governance, standing_agreements(store, school.urn), day);
}

std::string kind_title(OpenStore& store, const Visit& visit) {
    const VisitTemplate* found = find_template(store.templates(visit.templates_version), visit.kind);
    if (!found) found = find_template(store.templates(), visit.kind);
    return found ? found->title : std::string(words::planning::some_visit);
}

}  // namespace kitbag
