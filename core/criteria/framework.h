#pragma once
// A framework: the criteria by which schools are placed in a category, as data. A county can load its own, and a visit
// keeps for ever the id and version of the one it was made with. See framework_json.h for how a pack is written.

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/criteria/category.h"

namespace kitbag {

// What an aspect, in one category, looks like in a school.
struct Descriptor {
    // By variant id; one for each variant its aspect applies to.
    std::map<std::string, std::string, std::less<>> texts;
    std::string source;  // "Appendix 4, GREEN, bullet 1".

    bool operator==(const Descriptor&) const = default;
};

enum class Condition { always, sixth_form };

struct Aspect {
    std::string id;  // "parent_view"; see is_key.
    std::string title;
    std::vector<std::string> applies_to;  // Variant ids.
    Condition condition = Condition::always;
    std::array<std::optional<Descriptor>, 3> descriptors;  // By Category; nothing where the framework describes none.

    bool operator==(const Aspect&) const = default;
};

// One way of reading the criteria: for primary, secondary or special schools. A school is matched to a framework by the
// variant's id (core/categorisation/variant.h), so frameworks of different subjects have none in common.
struct Variant {
    std::string id;
    std::string title;

    bool operator==(const Variant&) const = default;
};

// Something that follows from what a category means, whatever the other judgements are: "when `aspect` is judged
// `judged`".
struct Rule {
    enum class Effect { must_be_red, cannot_be_green };

    std::string aspect;
    Category judged = Category::red;
    Effect effect = Effect::must_be_red;
    std::string text;
    std::string source;

    bool operator==(const Rule&) const = default;
};

// What a category by these criteria is a category of: the school, or its Early Years Foundation Stage (EYFS). They are
// two ratings of one school, and may differ.
enum class Subject { school, eyfs };

inline constexpr std::array all_subjects = {Subject::school, Subject::eyfs};

struct Framework {
    std::string id;
    std::string version;
    std::string title;
    std::string source;  // The document that the references are to.
    Subject subject = Subject::school;
    std::string in_use_from;  // "2014-09-01", the first day it is used; "" where the county always used it.
    std::vector<Variant> variants;
    std::vector<Aspect> aspects;
    std::vector<Rule> rules;

    bool operator==(const Framework&) const = default;
};

const Aspect* find_aspect(const Framework& framework, std::string_view id);  // Null when there is none.
const Variant* find_variant(const Framework& framework, std::string_view id);

// The aspects to be judged in one school, in the framework's order.
std::vector<const Aspect*> applicable_aspects(const Framework& framework, std::string_view variant,
                                              bool has_sixth_form);

std::string_view to_word(Subject subject);  // "eyfs": for JSON, not for people.
std::optional<Subject> subject_from(std::string_view word);

std::string_view to_word(Rule::Effect effect);
std::optional<Rule::Effect> effect_from(std::string_view word);

// Null where the framework does not describe the aspect in this category: then it cannot be judged so.
const Descriptor* descriptor_of(const Aspect& aspect, Category category);

// "" when the aspect does not apply to the variant or the category is not described.
std::string_view descriptor_text(const Aspect& aspect, Category category, std::string_view variant);

// The categories of the aspect that this variant describes in one and the same text, from the least serious; none where
// all the texts differ. The person who chooses must then be told that the words do not tell these apart.
std::vector<Category> worded_alike(const Aspect& aspect, std::string_view variant);

}  // namespace kitbag
