#pragma once
// Planning, agreements and the Forum as sentences. Pure.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/time.h"
#include "core/schools/role.h"
#include "core/visits/visit.h"
#include "core/visits/visit_doubts.h"
#include "core/visits/visit_words.h"

namespace kitbag::phrases {

std::string_view name_of(StaffRole role);               // "senior adviser"
std::string_view name_of(TrustAgreement::Terms terms);  // "Commissioned"

// "This is led by the head of service or a senior adviser. Ask one of them." Empty `roles`: everybody who records.
std::string led_by(std::span<const StaffRole> roles);

std::string doubt(Doubt doubt, std::string_view kind);  // "There is a Lesson observation of today already. …"
std::string planned_for(const Date& day);               // "Planned for 12 November, not begun"

// "Agreed by Ms Vane, chief executive, 2 November 2026, until 31 July 2027"
std::string agreed_by(const TrustAgreement& agreement);
std::string agreed_to(const std::vector<std::string>& kinds, TrustAgreement::Terms terms);

std::string_view weekday_name(const Date& day);  // "Wednesday"
std::string day_title(const Date& day);          // "Wednesday 25 November 2026"
std::string month_title(int year, int month);    // "November 2026"
std::string visits_on(std::string_view day, const std::vector<std::string>& visits);
std::string more_visits(std::size_t visits);  // "2 visits more are not shown. …"

std::string forum_source(std::string_view service,
                         std::string_view half_term);  // "Forum: Virtual School, Autumn 2, 2026"
std::string discussed(std::size_t schools, std::size_t all, std::string_view half_term);

}  // namespace kitbag::phrases
