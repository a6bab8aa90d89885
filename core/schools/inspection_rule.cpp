#include "core/schools/inspection_rule.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <span>

#include "core/base/json_place.h"
#include "core/base/text.h"

namespace kitbag {
namespace {

constexpr std::size_t words_characters_max = 120;

// Of schools and of early years settings, in the words that the readers of Ofsted's files keep.
constexpr std::array<std::string_view, 11> areas = {
    "Safeguarding standards",
    "Inclusion",
    "Curriculum and teaching",
    "Achievement",
    "Attendance and behaviour",
    "Personal development and wellbeing",
    "Early years",
    "Post-16 provision",
    "Leadership and governance",
    "Behaviour, attitudes and establishing routines",
    "Children’s welfare and wellbeing",
};
constexpr std::array<std::string_view, 6> grades = {"Exceptional",     "Strong standard",    "Expected standard",
                                                    "Needs attention", "Urgent improvement", "Not met"};

bool is_among(std::span<const std::string_view> words, std::string_view word) {
    const std::string small = in_small_letters(word);
    return std::ranges::any_of(words, [&](std::string_view one) { return in_small_letters(one) == small; });
}

std::vector<std::string> read_words(const JsonPlace& place, std::span<const std::string_view> known) {
    std::vector<std::string> read;
    for (const JsonPlace& item : place.items(1, known.size())) {
        read.push_back(item.text(words_characters_max));
        if (!is_among(known, read.back()))
            item.complain("the framework since November 2025 has no “" + read.back() + "”.");
    }
    return read;
}

std::unexpected<Fault> bad(const std::string& sentence) {
    return fault("bad_inspection_rule", sentence);
}

}  // namespace

Result<InspectionRule> read_inspection_rule(std::string_view text) {
    if (text.size() > inspection_rule_bytes_max) return bad("The rule is far too long to be one.");
    const Result<Json> json = parse_json(text, "The rule");
    if (!json) return bad(json.error().sentence);
    if (const auto name = repeated_name(text)) return bad("The rule: “" + *name + "” comes twice in one object.");
    std::optional<std::string> complaint;
    const JsonPlace place(*json, complaint, "The rule");
    place.allow_only({"format", "whose", "areas", "grades"});
    if (place["format"].text(words_characters_max) != inspection_rule_format)
        place["format"].complain("this program reads “" + std::string(inspection_rule_format) + "”.");
    InspectionRule rule{place["whose"].text(words_characters_max), read_words(place["areas"], areas),
                        read_words(place["grades"], grades)};
    if (complaint) return bad(*complaint);
    return rule;
}

std::vector<InspectionGrade> requiring_improvement(const InspectionRule& rule, const Inspection& inspection) {
    const bool counts =
        inspection.kind == InspectionKind::full && framework_of(inspection.date) == InspectionFramework::renewed;
    std::vector<InspectionGrade> found;
    if (!counts) return found;
    const auto names = [](const std::vector<std::string>& words, std::string_view word) {
        return is_among(std::vector<std::string_view>(words.begin(), words.end()), word);
    };
    std::ranges::copy_if(inspection.grades, std::back_inserter(found), [&](const InspectionGrade& one) {
        return names(rule.areas, one.area) && names(rule.grades, one.grade);
    });
    return found;
}

}  // namespace kitbag
