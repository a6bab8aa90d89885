#include "core/criteria/framework_json.h"

#include <algorithm>
#include <set>
#include <utility>

#include "core/base/json_place.h"
#include "core/base/text.h"
#include "core/base/time.h"

namespace kitbag {
namespace {

constexpr std::size_t source_characters_max = 200;
constexpr std::size_t version_characters_max = 40;
constexpr std::size_t date_characters_max = 10;

// Two things of one id would make it unclear which is meant.
template <typename Item>
void add_unless_known(std::vector<Item>& items, Item item, const JsonPlace& place) {
    if (std::ranges::contains(items, item.id, &Item::id)) place["id"].complain("“" + item.id + "” is used twice.");
    items.push_back(std::move(item));
}

Variant read_variant(const JsonPlace& place) {
    place.allow_only({"id", "title"});
    return {.id = place["id"].key(), .title = place["title"].text(title_characters_max)};
}

std::optional<Descriptor> read_descriptor(const JsonPlace& place, const std::vector<std::string>& applies_to) {
    if (place.has("not_described")) {
        place.allow_only({"not_described"});
        if (!place["not_described"].is_true()) place["not_described"].complain("this can only be true.");
        return std::nullopt;
    }
    place.allow_only({"text", "source"});
    Descriptor descriptor;
    descriptor.source = place["source"].text(source_characters_max);
    const JsonPlace text = place["text"];
    if (text.is_object()) text.allow_only({applies_to.begin(), applies_to.end()});
    for (const std::string& variant : applies_to) {
        descriptor.texts[variant] = (text.is_object() ? text[variant] : text).text(descriptor_characters_max);
    }
    return descriptor;
}

Aspect read_aspect(const JsonPlace& place, const Framework& framework) {
    place.allow_only({"id", "title", "applies_to", "condition", "descriptors"});
    Aspect aspect;
    aspect.id = place["id"].key();
    aspect.title = place["title"].text(title_characters_max);
    for (const JsonPlace& variant : place["applies_to"].items(1, variants_max)) {
        const std::string id = variant.key();
        if (find_variant(framework, id) == nullptr) variant.complain("“" + id + "” is not one of the pack's variants.");
        if (std::ranges::contains(aspect.applies_to, id)) variant.complain("“" + id + "” is named twice.");
        aspect.applies_to.push_back(id);
    }
    if (place.has("condition")) {
        aspect.condition = Condition::sixth_form;
        if (place["condition"].key() != "sixth_form")
            place["condition"].complain("the only condition known is “sixth_form”.");
    }
    const JsonPlace descriptors = place["descriptors"];
    descriptors.allow_only({"green", "amber", "red"});
    for (const Category category : all_categories) {
        aspect.descriptors[static_cast<std::size_t>(category)] =
            read_descriptor(descriptors[to_word(category)], aspect.applies_to);
    }
    if (std::ranges::none_of(aspect.descriptors, [](const auto& descriptor) { return descriptor.has_value(); })) {
        descriptors.complain("at least one category must be described.");
    }
    return aspect;
}

Rule read_rule(const JsonPlace& place, const Framework& framework) {
    place.allow_only({"aspect", "judged", "effect", "text", "source"});
    Rule rule;
    rule.aspect = place["aspect"].key();
    rule.text = place["text"].text(descriptor_characters_max);
    rule.source = place["source"].text(source_characters_max);
    const auto judged = category_from(place["judged"].key());
    const auto effect = effect_from(place["effect"].key());
    if (!judged) place["judged"].complain("this should be green, amber or red.");
    if (!effect) place["effect"].complain("this should be must_be_red or cannot_be_green.");
    rule.judged = judged.value_or(Category::red);
    rule.effect = effect.value_or(Rule::Effect::must_be_red);
    const Aspect* const aspect = find_aspect(framework, rule.aspect);
    if (aspect == nullptr) {
        place["aspect"].complain("“" + rule.aspect + "” is not one of the pack's aspects.");
    } else if (descriptor_of(*aspect, rule.judged) == nullptr) {
        place["judged"].complain("the pack does not describe that category of “" + rule.aspect +
                                 "”, so nobody can choose it.");
    }
    return rule;
}

Subject read_subject(const JsonPlace& pack) {
    if (!pack.has("subject")) return Subject::school;
    const auto subject = subject_from(pack["subject"].key());
    if (!subject) pack["subject"].complain("this should be school or eyfs.");
    return subject.value_or(Subject::school);
}

std::string read_in_use_from(const JsonPlace& pack) {
    if (!pack.has("in_use_from")) return "";
    const JsonPlace place = pack["in_use_from"];
    std::string date = place.text(date_characters_max);
    if (!parse_date(date)) place.complain("this should be a day of the calendar, written like 2014-09-01.");
    return date;
}

void limit_rule_aspects(const std::vector<Rule>& rules, const JsonPlace& place) {
    std::set<std::string_view> named;
    for (const Rule& rule : rules) named.insert(rule.aspect);
    if (named.size() > rule_aspects_max) {
        place.complain("they name " + std::to_string(named.size()) + " different aspects; at most " +
                       std::to_string(rule_aspects_max) + " are allowed.");
    }
}

// The number of the first line that is not UTF-8, from 1. A line feed is never part of a longer character.
std::optional<std::size_t> line_not_utf8(std::string_view text) {
    std::size_t number = 1;
    for (std::size_t begin = 0; begin <= text.size(); ++number) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        if (!count_characters(text.substr(begin, end - begin))) return number;
        begin = end + 1;
    }
    return std::nullopt;
}

}  // namespace

Result<Framework> framework_from_json(const Json& json) {
    std::optional<std::string> complaint;
    const JsonPlace pack(json, complaint, "The pack");
    pack.allow_only(
        {"format", "id", "version", "title", "source", "subject", "in_use_from", "variants", "aspects", "rules"});
    if (pack["format"].text(title_characters_max) != framework_format) {
        pack["format"].complain("this program reads “" + std::string(framework_format) + "”.");
    }
    Framework framework;
    framework.id = pack["id"].key();
    framework.version = pack["version"].text(version_characters_max);
    framework.title = pack["title"].text(title_characters_max);
    framework.source = pack["source"].text(source_characters_max);
    framework.subject = read_subject(pack);
    framework.in_use_from = read_in_use_from(pack);
    for (const JsonPlace& place : pack["variants"].items(1, variants_max)) {
        add_unless_known(framework.variants, read_variant(place), place);
    }
    for (const JsonPlace& place : pack["aspects"].items(1, aspects_max)) {
        add_unless_known(framework.aspects, read_aspect(place, framework), place);
    }
    for (const JsonPlace& place : pack["rules"].items(0, rules_max)) {
        framework.rules.push_back(read_rule(place, framework));
    }
    limit_rule_aspects(framework.rules, pack["rules"]);
    if (complaint) return fault("bad_framework", *complaint);
    return framework;
}

Result<Framework> read_framework(std::string_view text) {
    if (text.size() > framework_bytes_max) {
        return fault("bad_framework", "The pack: it has " + std::to_string(text.size()) + " bytes; at most " +
                                          std::to_string(framework_bytes_max) + " are allowed.");
    }
    if (const auto line = line_not_utf8(text)) {
        return fault("bad_framework", "Line " + std::to_string(*line) +
                                          " of the pack: this is not UTF-8. Save the file as UTF-8 and load it again.");
    }
    const Result<Json> json = parse_json(text, "The framework pack");
    if (!json) return std::unexpected(json.error());
    if (const auto name = repeated_name(text)) {
        return fault("bad_framework", "The pack: “" + *name + "” comes twice in one object.");
    }
    return framework_from_json(*json);
}

}  // namespace kitbag
