#pragma once
// What follows from an inspection and no file of Ofsted's holds: the areas for improvement that its report names, how each of them
// stands, and what is at risk at the next one (criteria of 2014: Appendix 4, AMBER and RED, bullets 8 and 9). People write all of
// it. Who judged last, and when, is what the change of a field says, and is not kept a second time.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/base/time.h"
#include "core/base/words.h"
#include "core/criteria/framework.h"

namespace kitbag {

enum class AreaState { not_addressed, being_addressed, addressed };  // The last: successfully.

inline constexpr Words<3> area_state_words = {"not_addressed", "being_addressed", "addressed"};

struct AreaForImprovement {
    Id id;
    std::string urn;                    // Of the school or setting that was inspected,
    std::optional<Date> inspected;      // and the first day of that inspection.
    Subject subject = Subject::school;  // eyfs: it concerns the Early Years Foundation Stage.
    std::string text;                   // What the report says. Emptied, it was a mistake and is not shown.
    std::optional<AreaState> state;     // Nothing while nobody has judged it.
    std::string evidence;               // What shows that it stands so.
    std::vector<std::string> notes;     // Evidence notes of visits that show it: their ids.

    bool operator==(const AreaForImprovement&) const = default;
};

// What is at risk at the next inspection.
enum class InspectionRiskKind { none, requires_improvement, inadequate };

inline constexpr Words<3> inspection_risk_words = {"none", "requires_improvement", "inadequate"};

// One for each establishment, so its URN is its id.
struct InspectionRisk {
    std::string urn;
    std::optional<InspectionRiskKind> risk;  // Nothing while nobody has judged it.
    std::string reason;

    bool operator==(const InspectionRisk&) const = default;
};

inline std::string_view to_word(AreaState state) {
    return word_of(area_state_words, state);
}
inline std::string_view to_word(InspectionRiskKind risk) {
    return word_of(inspection_risk_words, risk);
}
inline std::optional<AreaState> area_state_from(std::string_view word) {
    return value_of<AreaState>(area_state_words, word);
}
inline std::optional<InspectionRiskKind> inspection_risk_from(std::string_view word) {
    return value_of<InspectionRiskKind>(inspection_risk_words, word);
}

// Codes: "no_risk" where nothing was chosen, "no_reason" for a risk without one.
Result<void> check_inspection_risk(const InspectionRisk& risk);

}  // namespace kitbag
