#pragma once
// What a person in the county's service is, and what that allows. The tablet asks here before it offers a thing, and the
// county's server asks here again before it takes it.

#include <array>
#include <optional>
#include <string_view>

#include "core/base/words.h"

namespace kitbag {

enum class StaffRole { adviser, senior_adviser, early_years_adviser, head_of_service, officer, head_of_early_years };

inline constexpr std::array all_roles = {
    StaffRole::adviser,         StaffRole::senior_adviser, StaffRole::early_years_adviser,
    StaffRole::head_of_service, StaffRole::officer,        StaffRole::head_of_early_years};

inline constexpr Words<6> role_words = {"adviser",         "senior_adviser", "early_years_adviser",
                                        "head_of_service", "officer",        "head_of_early_years"};

inline std::string_view to_word(StaffRole role) {
    return word_of(role_words, role);
}
inline std::optional<StaffRole> role_from(std::string_view word) {
    return value_of<StaffRole>(role_words, word);
}

// Everything the county holds, in one file.
inline bool may_export(StaffRole role) {
    return role == StaffRole::officer;
}

// Visits, proposals of a category, direction of travel: everybody who visits schools. An officer does not.
inline bool may_record(StaffRole role) {
    return role != StaffRole::officer;
}

}  // namespace kitbag
