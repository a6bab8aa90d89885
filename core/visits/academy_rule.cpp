#include "core/visits/academy_rule.h"

#include <algorithm>

#include "core/base/text.h"

namespace kitbag {

bool answers_to_trust(Governance governance) {
    return governance == Governance::academy || governance == Governance::free_school;
}

const TrustAgreement* agreement_for(std::span<const TrustAgreement> agreements, std::string_view kind,
                                    const Date& day) {
    const auto covers = [&](const TrustAgreement& one) {
        return std::ranges::contains(one.kinds, kind) && one.date && *one.date <= day &&
               (!one.until || day <= *one.until);
    };
    const auto found = std::ranges::find_if(agreements, covers);
    return found == agreements.end() ? nullptr : &*found;
}

Result<void> check_direct_monitoring(const VisitTemplate& wanted, Governance governance,
                                     std::span<const TrustAgreement> agreements, const Date& day) {
    if (!wanted.direct_monitoring || !answers_to_trust(governance)) return {};
    if (agreement_for(agreements, wanted.kind, day) != nullptr) return {};
    return fault("needs_agreement",
                 "“" + wanted.title +
                     "” is direct monitoring, and in an academy or free school that is the trust’s responsibility: the "
                     "county has no power to do it there. It can be done when the trust has agreed to it, as "
                     "commissioned or traded work. Record the agreement first: who gave it, when and what for.");
}

std::vector<const VisitTemplate*> allowed_without_agreement(const VisitTemplates& templates) {
    std::vector<const VisitTemplate*> allowed;
    for (const VisitTemplate& one : templates.templates) {
        if (!one.direct_monitoring && one.at != VisitTemplate::At::settings) allowed.push_back(&one);
    }
    return allowed;
}

Result<void> check_agreement(const TrustAgreement& agreement, const Date& day, StaffRole role) {
    if (!may_record(role)) return fault("not_allowed", "An officer does not record agreements. Ask an adviser to.");
    if (trim(agreement.given_by).empty()) return fault("no_giver", "Write who agreed for the trust.");
    if (!agreement.date) return fault("no_date", "Enter the day on which the trust agreed.");
    if (*agreement.date > day) return fault("from_the_future", "That day has not come. Enter the day it was agreed.");
    if (agreement.until && *agreement.until < *agreement.date)
        return fault("bad_date", "It would end before it was given. Enter a later last day, or none.");
    if (agreement.kinds.empty()) return fault("no_kinds", "Choose what the trust agreed to.");
    if (trim(agreement.what_for).empty()) return fault("no_text", "Write what it was agreed for.");
    return {};
}

}  // namespace kitbag
