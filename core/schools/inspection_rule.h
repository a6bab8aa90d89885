#pragma once
// What a county counts as requiring improvement among inspections that give no overall grade. Since November 2025 Ofsted gives a grade
// for each area and says that these cannot be compared with the old ones, so this program translates none: it is the county's rule, it
// names whose it is, and without one nothing is said.
//
//   {"format": "kitbag-inspection-rule/1", "whose": "Wendshire County Council",
//    "areas": ["Achievement", "Curriculum and teaching"], "grades": ["Needs attention", "Urgent improvement"]}
//
// It counts where any one of these areas has any one of these grades.

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/schools/inspection.h"

namespace kitbag {

inline constexpr std::size_t inspection_rule_bytes_max = 16UL * 1024;
inline constexpr std::string_view inspection_rule_format = "kitbag-inspection-rule/1";

struct InspectionRule {
    std::string whose;                // "Wendshire County Council"
    std::vector<std::string> areas;   // As grades of an inspection name them.
    std::vector<std::string> grades;  // In Ofsted's words.

    bool operator==(const InspectionRule&) const = default;
};

// Code "bad_inspection_rule", with a sentence that says where; also for an area or a grade that the framework has not.
Result<InspectionRule> read_inspection_rule(std::string_view text);

// The areas by which the inspection counts as requiring improvement; none where it does not, is of an earlier framework, or is no full
// inspection.
std::vector<InspectionGrade> requiring_improvement(const InspectionRule& rule, const Inspection& inspection);

}  // namespace kitbag
