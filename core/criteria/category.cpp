#include "core/criteria/category.h"

#include "core/base/words.h"

namespace kitbag {
namespace {

constexpr Words<3> category_words = {"green", "amber", "red"};

}  // namespace

std::string_view to_word(Category category) {
    return word_of(category_words, category);
}

std::optional<Category> category_from(std::string_view word) {
    return value_of<Category>(category_words, word);
}

}  // namespace kitbag
