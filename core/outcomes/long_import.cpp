#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "core/base/text.h"
#include "core/outcomes/outcomes_import.h"
#include "core/schools/csv_table.h"

namespace kitbag {
namespace {

constexpr std::string_view subject_column = "urn";
constexpr std::string_view measure_column = "measure";
constexpr std::string_view year_column = "year";
constexpr std::string_view group_column = "group";
constexpr std::string_view pupils_column = "pupils";
constexpr std::string_view value_column = "value";
constexpr std::array needed = {subject_column, measure_column, year_column, group_column, pupils_column, value_column};
constexpr std::string_view ks2_mark = "RECTYPE";
constexpr std::string_view what_to_load =
    "A file of outcomes has the columns urn, measure, year, group, pupils and value, or is the DfE’s key stage 2 "
    "performance table.";
constexpr int pupils_max = 10'000'000;

std::optional<int> read_number(std::string_view text) {
    int number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size() || number < 0) return std::nullopt;
    return number;
}

// "Not FSM", "not-fsm" and "not_fsm" are one word.
std::string as_key(std::string_view text) {
    std::string key = in_small_letters(trim(text));
    std::ranges::replace_if(key, [](char c) { return c == ' ' || c == '-'; }, '_');
    return key;
}

std::string quoted(std::string_view text) {
    return "“" + std::string(text) + "”";
}

class LongReader {
  public:
    LongReader(const CsvTable& table, const OutcomeReading& reading) : table_(table), reading_(reading) {
        for (const School& school : reading.schools) {
            for (std::string& urn : urns_of(school)) urns_.insert(std::move(urn));
        }
    }

    Result<void> take_row(ReadOutcomes& read) {
        const Result<std::string> subject = read_subject();
        if (!subject) return std::unexpected(subject.error());
        if (!is_comparator(*subject) && !urns_.contains(*subject)) {
            ++read.passed_over;
            return {};
        }
        const Measure* measure = reading_.measures.find(table_.bytes(measure_column));
        if (!measure) return unknown_measure();
        const std::optional<int> year = read_outcome_year(table_.bytes(year_column), reading_.year_max);
        if (!year) {
            return table_.bad(year_column,
                              quoted(table_.bytes(year_column)) + " is not a year from 2000 to " +
                                  std::to_string(reading_.year_max) +
                                  ". It is the one in which the academic year ends: 2019, or 2018/19.",
                              "bad_year");
        }
        const std::optional<PupilGroup> group = pupil_group_from(as_key(table_.bytes(group_column)));
        if (!group) {
            return table_.bad(group_column,
                              quoted(table_.bytes(group_column)) +
                                  " is no group. There are all, boys, girls, fsm, not_fsm, sen, eal, lac and bme.",
                              "unknown_group");
        }
        const Result<Figure> figure = read_row_figure(measure->unit);
        if (!figure) return std::unexpected(figure.error());
        const auto [first, is_new] =
            row_of_.emplace(std::tuple(*subject, measure->id, *year, *group), table_.row_name());
        if (!is_new)
            return table_.bad(group_column, "the same figure is also in " + first->second + ".", "duplicate_row");
        if (!is_comparator(*subject)) ++of_schools_;
        parts_[{measure->stage, *year}][*subject][measure->id].emplace(*group, *figure);
        return {};
    }

    std::vector<OutcomePart> finish() {
        std::vector<OutcomePart> parts;
        for (auto& [place, subjects] : parts_) {
            for (auto& [subject, figures] : subjects) {
                for (auto& [measure, groups] : figures) hide_small_groups(groups);
            }
            parts.push_back({.source = OutcomeSource::long_form,
                             .stage = place.first,
                             .year = place.second,
                             .subjects = std::move(subjects)});
        }
        return parts;
    }

    bool has_any() const { return !row_of_.empty(); }
    bool has_schools() const { return of_schools_ > 0; }

  private:
    Result<std::string> read_subject() const {
        const std::string_view cell = table_.bytes(subject_column);
        if (is_comparator(as_key(cell))) return as_key(cell);
        if (is_school_urn(cell) || is_provider_urn(cell)) return std::string(cell);
        return table_.bad(subject_column,
                          quoted(cell) + " is neither a URN nor county, national or statistical_neighbours.",
                          "bad_urn");
    }

    Result<Figure> read_row_figure(OutcomeUnit unit) const {
        std::optional<Figure> figure = read_figure(table_.bytes(value_column), unit);
        if (!figure) {
            const std::string_view range = unit == OutcomeUnit::percent ? " from 0 to 100" : "";
            return table_.bad(value_column, quoted(table_.bytes(value_column)) + " is not a number" +
                                                std::string(range) + ", nor SUPP, NE, NA or blank for none.");
        }
        const std::string_view pupils = table_.bytes(pupils_column);
        if (pupils.empty() || in_small_letters(pupils) == "supp") return *figure;
        figure->pupils = read_number(pupils);
        if (!figure->pupils || *figure->pupils > pupils_max)
            return table_.bad(pupils_column,
                              quoted(pupils) + " is not a number of pupils. Leave it blank when it is not known.");
        if (figure->pupils == 0) *figure = {{}, NoNumber::not_applicable, {}};
        return *figure;
    }

    std::unexpected<Fault> unknown_measure() const {
        std::string known;
        for (const Measure& each : reading_.measures.measures) known += (known.empty() ? "" : ", ") + each.id;
        return table_.bad(measure_column,
                          "there is no measure " + quoted(table_.bytes(measure_column)) + ". There are " + known + ".",
                          "unknown_measure");
    }

    const CsvTable& table_;
    const OutcomeReading& reading_;
    std::set<std::string, std::less<>> urns_;
    std::map<std::tuple<std::string, std::string, int, PupilGroup>, std::string> row_of_;
    std::map<std::pair<OutcomeStage, int>, std::map<std::string, Figures, std::less<>>> parts_;
    std::size_t of_schools_ = 0;
};

}  // namespace

std::optional<int> read_outcome_year(std::string_view text, int year_max) {
    text = trim(text);
    const std::string_view first = text.substr(0, std::min<std::size_t>(4, text.size()));
    const std::optional<int> year = first.size() == 4 ? read_number(first) : std::nullopt;
    if (!year) return std::nullopt;
    int ends = *year;
    if (text.size() > 4) {
        std::string_view rest = text.substr(4);
        if (rest.starts_with('/') || rest.starts_with('-')) rest.remove_prefix(1);
        const std::optional<int> next = read_number(rest);
        ends = *year + 1;
        if (!next || rest.size() != 2 || *next != ends % 100) return std::nullopt;
    }
    if (ends < outcome_year_min || ends > year_max) return std::nullopt;
    return ends;
}

Result<OutcomeSource> source_of_outcomes(std::istream& file) {
    const std::array<std::string_view, 1> mark = {ks2_mark};
    const bool is_ks2 = CsvTable::open(file, mark, "").has_value();
    file.clear();
    file.seekg(0);
    if (is_ks2) return OutcomeSource::ks2_table;
    const Result<CsvTable> table = CsvTable::open(file, needed, what_to_load);
    if (!table) return std::unexpected(table.error());
    file.clear();
    file.seekg(0);
    return OutcomeSource::long_form;
}

Result<ReadOutcomes> read_long_outcomes(std::istream& file, const OutcomeReading& reading) {
    Result<CsvTable> table = CsvTable::open(file, needed, what_to_load);
    if (!table) return std::unexpected(table.error());
    ReadOutcomes read;
    LongReader reader(*table, reading);
    Result<bool> more = table->next();
    for (; more && *more; more = table->next()) {
        if (const Result<void> taken = reader.take_row(read); !taken) return std::unexpected(taken.error());
    }
    if (!more) return std::unexpected(more.error());
    if (table->rows() == 0) return fault("no_rows", "The file has a header and no rows. Choose another file.");
    if (!reader.has_any() || (read.passed_over > 0 && !reader.has_schools())) {
        return fault("no_rows_of_authority", "None of the file's " + std::to_string(table->rows()) +
                                                 " rows is about a school that the county's register has. Choose "
                                                 "another file, or load a newer register first.");
    }
    read.parts = reader.finish();
    return read;
}

}  // namespace kitbag
