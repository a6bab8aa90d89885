#include "core/outcomes/part.h"

#include <charconv>

#include "core/base/hash.h"
#include "core/base/text.h"
#include "core/schools/school.h"

namespace kitbag {
namespace {

constexpr std::size_t version_length = 32;

std::unexpected<Fault> bad_part(std::string why) {
    return fault("bad_figures", std::move(why));
}

}  // namespace

std::string to_word(const OutcomePlace& place) {
    return std::string(to_word(place.stage)) + "-" + std::to_string(place.year) + "-" +
           std::string(to_word(place.source));
}

std::optional<OutcomePlace> outcome_place_from(std::string_view word) {
    const std::size_t first = word.find('-');
    const std::size_t second = first == std::string_view::npos ? first : word.find('-', first + 1);
    if (second == std::string_view::npos) return std::nullopt;
    const auto stage = outcome_stage_from(word.substr(0, first));
    const auto source = outcome_source_from(word.substr(second + 1));
    const std::string_view digits = word.substr(first + 1, second - first - 1);
    int year = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), year);
    const bool is_year = read.ec == std::errc() && read.ptr == digits.data() + digits.size() &&
                         year >= outcome_year_min && year <= outcome_year_max;
    if (!stage || !source || !is_year) return std::nullopt;
    return OutcomePlace{*stage, year, *source};
}

Json to_json(const OutcomePart& part) {
    Json subjects = Json::object();
    for (const auto& [subject, figures] : part.subjects) subjects[subject] = to_json(figures);
    return {{"part", to_word(place_of(part))}, {"subjects", std::move(subjects)}};
}

Result<OutcomePart> outcome_part_from_json(const Json& json) {
    const auto place = outcome_place_from(text_or(json, "part"));
    if (!place) return bad_part("a part of no stage and year");
    OutcomePart part{.source = place->source, .stage = place->stage, .year = place->year, .subjects = {}};
    const auto subjects = json.find("subjects");
    if (subjects == json.end() || !subjects->is_object() || subjects->size() > outcome_subjects_max)
        return bad_part("a part without its schools");
    for (const auto& [subject, value] : subjects->items()) {
        if (!is_urn(subject) && !is_comparator(subject)) return bad_part("figures of “" + subject + "”");
        Result<Figures> figures = figures_from_json(value);
        if (!figures) return std::unexpected(figures.error());
        part.subjects.emplace(subject, *std::move(figures));
    }
    return part;
}

std::string version_of(const OutcomePart& part) {
    return content_hash(to_text(to_json(part))).substr(0, version_length);
}

}  // namespace kitbag
