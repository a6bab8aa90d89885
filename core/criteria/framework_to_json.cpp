#include <algorithm>
#include <utility>

#include "core/criteria/framework_json.h"

namespace kitbag {
namespace {

Json descriptor_json(const std::optional<Descriptor>& descriptor) {
    if (!descriptor) return {{"not_described", true}};
    const auto& first = descriptor->texts.begin()->second;
    const bool one_text =
        std::ranges::all_of(descriptor->texts, [&](const auto& text) { return text.second == first; });
    Json text = one_text ? Json(first) : Json(descriptor->texts);
    return {{"text", std::move(text)}, {"source", descriptor->source}};
}

Json aspect_json(const Aspect& aspect) {
    Json json = {{"id", aspect.id}, {"title", aspect.title}, {"applies_to", aspect.applies_to}};
    if (aspect.condition == Condition::sixth_form) json["condition"] = "sixth_form";
    for (const Category category : all_categories) {
        json["descriptors"][to_word(category)] =
            descriptor_json(aspect.descriptors[static_cast<std::size_t>(category)]);
    }
    return json;
}

Json rule_json(const Rule& rule) {
    return {{"aspect", rule.aspect},
            {"judged", to_word(rule.judged)},
            {"effect", to_word(rule.effect)},
            {"text", rule.text},
            {"source", rule.source}};
}

}  // namespace

Json to_json(const Framework& framework) {
    Json json = {{"format", framework_format}, {"id", framework.id},         {"version", framework.version},
                 {"title", framework.title},   {"source", framework.source}, {"subject", to_word(framework.subject)},
                 {"variants", Json::array()},  {"aspects", Json::array()},   {"rules", Json::array()}};
    if (!framework.in_use_from.empty()) json["in_use_from"] = framework.in_use_from;
    for (const Variant& variant : framework.variants)
        json["variants"].push_back({{"id", variant.id}, {"title", variant.title}});
    for (const Aspect& aspect : framework.aspects) json["aspects"].push_back(aspect_json(aspect));
    for (const Rule& rule : framework.rules) json["rules"].push_back(rule_json(rule));
    return json;
}

}  // namespace kitbag
