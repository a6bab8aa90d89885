#include "core/criteria/framework.h"

#include <algorithm>

#include "core/base/words.h"

namespace kitbag {
namespace {

constexpr Words<2> subject_words = {"school", "eyfs"};
constexpr Words<2> effect_words = {"must_be_red", "cannot_be_green"};

template <typename Item>
const Item* find_by_id(const std::vector<Item>& items, std::string_view id) {
    const auto found = std::ranges::find(items, id, &Item::id);
    return found == items.end() ? nullptr : &*found;
}

}  // namespace

const Aspect* find_aspect(const Framework& framework, std::string_view id) {
    return find_by_id(framework.aspects, id);
}

const Variant* find_variant(const Framework& framework, std::string_view id) {
    return find_by_id(framework.variants, id);
}

std::vector<const Aspect*> applicable_aspects(const Framework& framework, std::string_view variant,
                                              bool has_sixth_form) {
    std::vector<const Aspect*> applicable;
    for (const Aspect& aspect : framework.aspects) {
        const bool fits = aspect.condition == Condition::always || has_sixth_form;
        if (fits && std::ranges::contains(aspect.applies_to, variant)) applicable.push_back(&aspect);
    }
    return applicable;
}

std::string_view to_word(Subject subject) {
    return word_of(subject_words, subject);
}

std::optional<Subject> subject_from(std::string_view word) {
    return value_of<Subject>(subject_words, word);
}

std::string_view to_word(Rule::Effect effect) {
    return word_of(effect_words, effect);
}

std::optional<Rule::Effect> effect_from(std::string_view word) {
    return value_of<Rule::Effect>(effect_words, word);
}

const Descriptor* descriptor_of(const Aspect& aspect, Category category) {
    const auto& descriptor = aspect.descriptors[static_cast<std::size_t>(category)];
    return descriptor ? &*descriptor : nullptr;
}

std::string_view descriptor_text(const Aspect& aspect, Category category, std::string_view variant) {
    const Descriptor* const descriptor = descriptor_of(aspect, category);
    if (descriptor == nullptr) return {};
    const auto found = descriptor->texts.find(variant);
    return found == descriptor->texts.end() ? std::string_view() : found->second;
}

std::vector<Category> worded_alike(const Aspect& aspect, std::string_view variant) {
    std::vector<Category> alike;
    for (const Category category : all_categories) {
        const std::string_view text = descriptor_text(aspect, category, variant);
        const auto is_shared = [&](Category other) {
            return other != category && descriptor_text(aspect, other, variant) == text;
        };
        if (!text.empty() && std::ranges::any_of(all_categories, is_shared)) alike.push_back(category);
    }
    return alike;
}

}  // namespace kitbag
