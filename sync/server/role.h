#pragma once
// What a tablet's owner may do. Today only the export asks; issue by issue more will.

#include <array>
#include <optional>
#include <string_view>

#include "core/base/words.h"

namespace kitbag {

enum class Role { adviser, senior_adviser, early_years_adviser, head_of_service, officer };

inline constexpr Words<5> role_words = {"adviser", "senior_adviser", "early_years_adviser", "head_of_service",
                                        "officer"};

inline std::string_view to_word(Role role) {
    return word_of(role_words, role);
}
inline std::optional<Role> role_from(std::string_view word) {
    return value_of<Role>(role_words, word);
}

// Everything the county holds, in one file.
inline bool may_export(Role role) {
    return role == Role::officer;
}

}  // namespace kitbag
