#pragma once
// What one aspect of one school is judged: a category, or not applicable there. It says nothing about what follows from
// that for the school; see best_fit.h.

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "core/criteria/framework.h"

namespace kitbag {

enum class Choice { green, amber, red, not_applicable };

inline constexpr std::array all_choices = {Choice::green, Choice::amber, Choice::red, Choice::not_applicable};

std::string_view to_word(Choice choice);  // "not_applicable"
std::optional<Choice> choice_from(std::string_view word);
std::optional<Category> category_of(Choice choice);  // Nothing for not_applicable.

// False for a category that the framework does not describe for this aspect. Not applicable can always be chosen.
bool can_choose(const Aspect& aspect, Choice choice);

struct Judged {
    std::string aspect;  // Aspect id.
    Choice choice = Choice::not_applicable;

    bool operator==(const Judged&) const = default;
};

}  // namespace kitbag
