#pragma once
// The three categories in which the county places a school.

#include <array>
#include <optional>
#include <string_view>

namespace kitbag {

// In order of seriousness: comparing two says which is the more serious.
enum class Category { green, amber, red };

inline constexpr std::array all_categories = {Category::green, Category::amber, Category::red};

std::string_view to_word(Category category);  // "green": for JSON, not for people.
std::optional<Category> category_from(std::string_view word);

}  // namespace kitbag
