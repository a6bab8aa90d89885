#include "core/outcomes/figure.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "core/base/text.h"

namespace kitbag {
namespace {

constexpr std::array<std::pair<std::string_view, NoNumber>, 4> reasons = {{
    {"suppressed", NoNumber::suppressed},
    {"not_applicable", NoNumber::not_applicable},
    {"small_group", NoNumber::small_group},
    {"not_published", NoNumber::not_published},
}};

constexpr std::string_view ks2_table_word = "ks2_table", long_form_word = "long_form";

// As the DfE's tables and counties' own write them, in small letters.
constexpr std::array<std::pair<std::string_view, NoNumber>, 16> words = {{
    {"", NoNumber::not_published},
    {"-", NoNumber::not_published},
    {":", NoNumber::not_published},
    {"np", NoNumber::not_published},
    {"lowcov", NoNumber::not_published},
    {"not published", NoNumber::not_published},
    {"supp", NoNumber::suppressed},
    {"suppressed", NoNumber::suppressed},
    {"c", NoNumber::suppressed},
    {"x", NoNumber::suppressed},
    {"ne", NoNumber::not_applicable},
    {"na", NoNumber::not_applicable},
    {"n/a", NoNumber::not_applicable},
    {"z", NoNumber::not_applicable},
    {"new", NoNumber::not_applicable},
    {"not applicable", NoNumber::not_applicable},
}};

constexpr std::array<std::pair<PupilGroup, PupilGroup>, 2> pairs = {
    {{PupilGroup::boys, PupilGroup::girls}, {PupilGroup::fsm, PupilGroup::not_fsm}}};

constexpr Hundredths whole_percent = 100 * 100;
constexpr std::int64_t number_max = 100'000;
constexpr std::int64_t pupils_max = 10'000'000;

bool is_small(int pupils) {
    return pupils > 0 && pupils < small_group_below;
}

void hide(Figure& figure) {
    figure = {.number = std::nullopt, .why = NoNumber::small_group, .pupils = std::nullopt};
}

bool is_withheld(const GroupFigures& figures, PupilGroup group) {
    const auto found = figures.find(group);
    if (found == figures.end() || found->second.number) return false;
    return found->second.why == NoNumber::small_group || found->second.why == NoNumber::suppressed;
}

bool has_something(const GroupFigures& figures, PupilGroup group) {
    const auto found = figures.find(group);
    return found != figures.end() && (found->second.number || found->second.pupils);
}

Json to_json(const Figure& figure) {
    Json json = Json::array();
    if (figure.number)
        json.push_back(*figure.number);
    else
        json.push_back(to_word(figure.why));
    if (figure.pupils) json.push_back(*figure.pupils);
    return json;
}

std::optional<Figure> figure_from(const Json& json) {
    if (!json.is_array() || json.empty() || json.size() > 2) return std::nullopt;
    Figure figure;
    if (json[0].is_number_integer()) {
        const auto number = json[0].get<std::int64_t>();
        if (number < -number_max || number > number_max) return std::nullopt;
        figure.number = static_cast<Hundredths>(number);
    } else if (const auto* word = json[0].get_ptr<const std::string*>()) {
        figure.why = no_number_from(*word).value_or(NoNumber::not_published);  // A newer county's reason.
    } else {
        return std::nullopt;
    }
    if (json.size() == 1) return figure;
    if (!json[1].is_number_integer()) return std::nullopt;
    const auto pupils = json[1].get<std::int64_t>();
    if (pupils < 0 || pupils > pupils_max) return std::nullopt;
    figure.pupils = static_cast<int>(pupils);
    return figure;
}

}  // namespace

bool is_comparator(std::string_view subject) {
    return subject == county_subject || subject == national_subject || subject == neighbours_subject;
}

void hide_small_groups(GroupFigures& figures) {
    const auto all = figures.find(PupilGroup::all);
    const std::optional<int> everybody = all == figures.end() ? std::nullopt : all->second.pupils;
    const bool all_small = everybody && is_small(*everybody);
    for (auto& [group, figure] : figures) {
        if (all_small || (figure.pupils && is_small(*figure.pupils))) {
            hide(figure);
        } else if (group != PupilGroup::all && everybody && figure.pupils && is_small(*everybody - *figure.pupils)) {
            hide(figure);
        }
    }
    for (const auto& [one, other] : pairs) {
        if (is_withheld(figures, one) && has_something(figures, other)) hide(figures[other]);
        if (is_withheld(figures, other) && has_something(figures, one)) hide(figures[one]);
    }
}

std::optional<Figure> read_figure(std::string_view cell, OutcomeUnit unit) {
    cell = trim(cell);
    const std::string small = in_small_letters(cell);
    const auto word = std::ranges::find(words, small, [](const auto& pair) { return pair.first; });
    if (word != words.end()) return Figure{.number = std::nullopt, .why = word->second, .pupils = std::nullopt};
    if (cell.ends_with('%')) {
        if (unit != OutcomeUnit::percent) return std::nullopt;
        cell = trim(cell.substr(0, cell.size() - 1));
    }
    const std::optional<Hundredths> number = cell.empty() ? std::nullopt : read_hundredths(cell);
    if (!number) return std::nullopt;
    if (unit == OutcomeUnit::percent && (*number < 0 || *number > whole_percent)) return std::nullopt;
    return Figure{.number = number, .why = NoNumber::not_published, .pupils = std::nullopt};
}

Json to_json(const Figures& figures) {
    Json json = Json::object();
    for (const auto& [measure, groups] : figures) {
        Json& place = json[measure] = Json::object();
        for (const auto& [group, figure] : groups) place[std::string(to_word(group))] = to_json(figure);
    }
    return json;
}

Result<Figures> figures_from_json(const Json& json) {
    const auto bad = [] { return fault("bad_figures", "figures that cannot be read"); };
    if (!json.is_object()) return bad();
    Figures figures;
    for (const auto& [measure, groups] : json.items()) {
        if (!is_key(measure) || !groups.is_object()) return bad();
        GroupFigures& place = figures[measure];
        for (const auto& [word, value] : groups.items()) {
            const std::optional<PupilGroup> group = pupil_group_from(word);
            if (!group) continue;  // One that only a newer program knows.
            const std::optional<Figure> figure = figure_from(value);
            if (!figure) return bad();
            place.emplace(*group, *figure);
        }
    }
    return figures;
}

std::string_view to_word(NoNumber why) {
    const auto found = std::ranges::find(reasons, why, [](const auto& pair) { return pair.second; });
    return found == reasons.end() ? std::string_view() : found->first;
}

std::string_view to_word(OutcomeSource source) {
    return source == OutcomeSource::ks2_table ? ks2_table_word : long_form_word;
}

std::optional<OutcomeSource> outcome_source_from(std::string_view word) {
    if (word == ks2_table_word) return OutcomeSource::ks2_table;
    if (word == long_form_word) return OutcomeSource::long_form;
    return std::nullopt;
}

std::optional<NoNumber> no_number_from(std::string_view word) {
    const auto found = std::ranges::find(reasons, word, [](const auto& pair) { return pair.first; });
    if (found == reasons.end()) return std::nullopt;
    return found->second;
}

}  // namespace kitbag
