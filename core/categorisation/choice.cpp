#include "core/categorisation/choice.h"

#include "core/base/words.h"

namespace kitbag {
namespace {

constexpr Words<4> choice_words = {"green", "amber", "red", "not_applicable"};

}  // namespace

std::string_view to_word(Choice choice) {
    return word_of(choice_words, choice);
}

std::optional<Choice> choice_from(std::string_view word) {
    return value_of<Choice>(choice_words, word);
}

std::optional<Category> category_of(Choice choice) {
    if (choice == Choice::not_applicable) return std::nullopt;
    return static_cast<Category>(choice);
}

bool can_choose(const Aspect& aspect, Choice choice) {
    const std::optional<Category> category = category_of(choice);
    return !category || descriptor_of(aspect, *category) != nullptr;
}

}  // namespace kitbag
