#include "core/outcomes/measure.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <type_traits>
#include <utility>

#include "core/base/json_place.h"

namespace kitbag {
namespace {

constexpr std::size_t name_characters_max = 120;
constexpr std::size_t note_characters_max = 400;
constexpr std::size_t column_characters_max = 60;
constexpr std::size_t floors_max = 20;
constexpr std::int64_t hundredths_max = 100'000;  // A value of 1,000.

constexpr std::array<std::pair<std::string_view, OutcomeStage>, 5> stages = {{
    {"eyfsp", OutcomeStage::eyfsp},
    {"ks1", OutcomeStage::ks1},
    {"ks2", OutcomeStage::ks2},
    {"ks4", OutcomeStage::ks4},
    {"post_16", OutcomeStage::post_16},
}};
constexpr std::array<std::pair<std::string_view, OutcomeUnit>, 3> units = {{
    {"percent", OutcomeUnit::percent},
    {"score", OutcomeUnit::score},
    {"points", OutcomeUnit::points},
}};
constexpr std::array<std::pair<std::string_view, PupilGroup>, 9> groups = {{
    {"all", PupilGroup::all},
    {"boys", PupilGroup::boys},
    {"girls", PupilGroup::girls},
    {"fsm", PupilGroup::fsm},
    {"not_fsm", PupilGroup::not_fsm},
    {"sen", PupilGroup::sen},
    {"eal", PupilGroup::eal},
    {"lac", PupilGroup::lac},
    {"bme", PupilGroup::bme},
}};

template <typename Words, typename Value>
std::string_view word_of(const Words& words, Value value) {
    const auto found = std::ranges::find(words, value, [](const auto& pair) { return pair.second; });
    return found == words.end() ? std::string_view() : found->first;
}

template <typename Words>
auto value_of(const Words& words, std::string_view word) -> std::optional<decltype(words.front().second)> {
    const auto found = std::ranges::find(words, word, [](const auto& pair) { return pair.first; });
    if (found == words.end()) return std::nullopt;
    return found->second;
}

template <typename Words>
auto one_of(const JsonPlace& place, const Words& words) {
    using Value = std::remove_const_t<decltype(words.front().second)>;
    const auto value = value_of(words, place.key());
    if (!value) {
        std::string known;
        for (const auto& pair : words) known += (known.empty() ? "" : ", ") + std::string(pair.first);
        place.complain("must be one of " + known);
    }
    return value ? Value(*value) : words.front().second;
}

int read_year(const JsonPlace& place) {
    const std::string text = place.text(4);
    int year = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), year);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size() || year < outcome_year_min ||
        year > outcome_year_max)
        place.complain("must be a year in quotation marks, such as \"2019\"");
    return year;
}

Floor read_floor(const JsonPlace& place) {
    place.allow_only({"value", "from", "to"});
    Floor floor;
    const std::optional<Hundredths> value = read_hundredths(place["value"].text(10));
    if (!value) place["value"].complain("must be a number in quotation marks, such as \"65\"");
    floor.value = value.value_or(0);
    floor.from = read_year(place["from"]);
    floor.to = read_year(place["to"]);
    if (floor.to < floor.from) place["to"].complain("must not be before \"from\"");
    return floor;
}

std::map<PupilGroup, std::string> read_columns(const JsonPlace& place) {
    std::map<PupilGroup, std::string> columns;
    std::vector<std::string_view> known;
    for (const auto& [word, group] : groups) known.push_back(word);
    place.allow_only(known);
    for (const auto& [word, group] : groups) {
        if (place.has(word)) columns.emplace(group, place[word].text(column_characters_max));
    }
    return columns;
}

Measure read_measure(const JsonPlace& place) {
    place.allow_only({"id", "name", "note", "stage", "unit", "higher_is_better", "decimals", "floors", "ks2_columns"});
    Measure measure;
    measure.id = place["id"].key();
    measure.name = place["name"].text(name_characters_max);
    if (place.has("note")) measure.note = place["note"].text(note_characters_max);
    measure.stage = one_of(place["stage"], stages);
    measure.unit = one_of(place["unit"], units);
    measure.higher_is_better = place["higher_is_better"].truth();
    if (place.has("decimals")) {
        const std::string decimals = place["decimals"].text(1);
        if (decimals < "0" || decimals > "2") place["decimals"].complain("must be \"0\", \"1\" or \"2\"");
        measure.decimals = decimals.empty() ? 0 : decimals.front() - '0';
    }
    if (place.has("floors")) {
        for (const JsonPlace& floor : place["floors"].items(1, floors_max)) measure.floors.push_back(read_floor(floor));
    }
    if (place.has("ks2_columns")) measure.ks2_columns = read_columns(place["ks2_columns"]);
    return measure;
}

std::unexpected<Fault> bad_measures(const std::string& why) {
    return fault("bad_measures", why + " Correct the file of measures and load it again.");
}

}  // namespace

const Measure* MeasureList::find(std::string_view id) const {
    const auto found = std::ranges::find(measures, id, &Measure::id);
    return found == measures.end() ? nullptr : &*found;
}

Result<MeasureList> read_measures(std::string_view text) {
    if (text.size() > measures_bytes_max) return bad_measures("The measures are longer than 256 kB.");
    const Result<Json> json = parse_json(text, "The file of measures");
    if (!json) return bad_measures(json.error().sentence);
    std::optional<std::string> complaint;
    const JsonPlace whole(*json, complaint, "The file of measures");
    whole.allow_only({"ks2_pupils", "measures"});
    MeasureList list;
    if (whole.has("ks2_pupils")) list.ks2_pupils = read_columns(whole["ks2_pupils"]);
    for (const JsonPlace& place : whole["measures"].items(1, measures_max)) {
        Measure measure = read_measure(place);
        if (list.find(measure.id)) place["id"].complain("is the id of an earlier measure too");
        list.measures.push_back(std::move(measure));
    }
    if (complaint) return bad_measures(*complaint);
    return list;
}

std::optional<Hundredths> floor_in(const Measure& measure, int year) {
    const auto found = std::ranges::find_if(measure.floors,
                                            [&](const Floor& floor) { return floor.from <= year && year <= floor.to; });
    return found == measure.floors.end() ? std::nullopt : std::optional(found->value);
}

std::optional<Hundredths> read_hundredths(std::string_view text) {
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+')) text.remove_prefix(1);
    std::int64_t whole = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), whole);
    if (read.ec != std::errc() || whole < 0 || whole * 100 > hundredths_max ||
        !(text.front() >= '0' && text.front() <= '9'))
        return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(read.ptr - text.data()));
    std::int64_t sum = whole * 100;
    if (!text.empty()) {
        if (!text.starts_with('.') || text.size() < 2) return std::nullopt;
        text.remove_prefix(1);
        if (!std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; })) return std::nullopt;
        sum += (text[0] - '0') * 10;
        if (text.size() > 1) sum += text[1] - '0';
        if (text.size() > 2 && text[2] >= '5') ++sum;
    }
    return static_cast<Hundredths>(negative ? -sum : sum);
}

std::string_view to_word(OutcomeStage stage) {
    return word_of(stages, stage);
}
std::string_view to_word(OutcomeUnit unit) {
    return word_of(units, unit);
}
std::string_view to_word(PupilGroup group) {
    return word_of(groups, group);
}
std::optional<OutcomeStage> outcome_stage_from(std::string_view word) {
    return value_of(stages, word);
}
std::optional<OutcomeUnit> outcome_unit_from(std::string_view word) {
    return value_of(units, word);
}
std::optional<PupilGroup> pupil_group_from(std::string_view word) {
    return value_of(groups, word);
}

}  // namespace kitbag
