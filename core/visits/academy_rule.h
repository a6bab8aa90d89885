#pragma once
// The authority has no power of direct monitoring in academies and free schools: the trust answers for them (strategy,
// "Monitoring", for academies). What would be direct monitoring needs the trust's agreement, recorded first. What is
// always allowed there: Keeping in Touch, discussion, critical-incident support, and evidence seen from the desk. The rule
// is asked when a visit is planned or begun, by what the school is then; visits from before it converted stay as they were.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/schools/school.h"
#include "core/visits/visit_template.h"
#include "core/visits/visit_words.h"

namespace kitbag {

bool answers_to_trust(Governance governance);  // Academy or free school.

// The agreement that covers this kind on this day; null when none does.
const TrustAgreement* agreement_for(std::span<const TrustAgreement> agreements, std::string_view kind, const Date& day);

// Code "needs_agreement": why not, and what is allowed.
Result<void> check_direct_monitoring(const VisitTemplate& wanted, Governance governance,
                                     std::span<const TrustAgreement> agreements, const Date& day);

// Templates for schools that need no agreement.
std::vector<const VisitTemplate*> allowed_without_agreement(const VisitTemplates& templates);

// Codes "no_giver", "no_date", "from_the_future", "bad_date" where it ends before it begins, "no_kinds", "no_text" for what it
// is for, "not_allowed". `day` is today.
Result<void> check_agreement(const TrustAgreement& agreement, const Date& day, StaffRole role);

}  // namespace kitbag
