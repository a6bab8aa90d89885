#include "core/storage/outcome_store.h"

#include <algorithm>
#include <utility>

#include "core/base/hash.h"
#include "core/storage/read_rows.h"

namespace kitbag {
namespace {

constexpr std::size_t version_length = 32;

std::optional<OutcomePlace> place_in(const Statement& row, int first) {
    const auto stage = outcome_stage_from(row.text(first));
    const auto source = outcome_source_from(row.text(first + 2));
    if (!stage || !source) return std::nullopt;
    return OutcomePlace{*stage, static_cast<int>(row.integer(first + 1)), *source};
}

struct SubjectRow {
    std::string subject;
    int year = 0;
    Figures figures;
};

// A row that cannot be read says nothing.
std::optional<SubjectRow> read_subject_row(const Statement& row) {
    const Result<Json> json = parse_json(row.text(2), "The figures");
    if (!json) return std::nullopt;
    Result<Figures> figures = figures_from_json(*json);
    if (!figures) return std::nullopt;
    return SubjectRow{row.text(0), static_cast<int>(row.integer(1)), *std::move(figures)};
}

}  // namespace

Result<std::string> OutcomeStore::version() const {
    Statement statement = database_.query("SELECT version FROM outcome_list");
    const Result<bool> row = statement.step();
    if (!row) return std::unexpected(row.error());
    return *row ? statement.text(0) : std::string();
}

Result<std::string> OutcomeStore::measures() const {
    Statement statement = database_.query("SELECT measures FROM outcome_list");
    const Result<bool> row = statement.step();
    if (!row) return std::unexpected(row.error());
    return *row ? statement.text(0) : std::string();
}

Result<void> OutcomeStore::set_list(std::string_view version, std::string_view measures) {
    return database_.run(
        "INSERT INTO outcome_list (only_row, version, measures) VALUES (1, ?, ?) ON CONFLICT (only_row) DO UPDATE SET "
        "version = excluded.version, measures = excluded.measures",
        version, measures);
}

Result<std::vector<OutcomePartMark>> OutcomeStore::parts() const {
    auto parts = read_known(database_.query("SELECT stage, year, source, version FROM outcome_part"),
                            [](const Statement& row) -> std::optional<OutcomePartMark> {
                                const std::optional<OutcomePlace> place = place_in(row, 0);
                                if (!place) return std::nullopt;
                                return OutcomePartMark{*place, row.text(3)};
                            });
    if (parts) std::ranges::sort(*parts);
    return parts;
}

Result<void> OutcomeStore::replace(const OutcomePart& part, std::string_view version) {
    Result<Transaction> transaction = Transaction::begin(database_);
    if (!transaction) return std::unexpected(transaction.error());
    if (Result<void> removed = remove(place_of(part)); !removed) return removed;
    const std::string_view stage = to_word(part.stage), source = to_word(part.source);
    Result<void> put = database_.run("INSERT INTO outcome_part (stage, year, source, version) VALUES (?, ?, ?, ?)",
                                     stage, part.year, source, version);
    for (auto subject = part.subjects.begin(); put && subject != part.subjects.end(); ++subject) {
        put = database_.run("INSERT INTO outcome (subject, stage, year, source, figures) VALUES (?, ?, ?, ?, ?)",
                            subject->first, stage, part.year, source, to_text(to_json(subject->second)));
    }
    return put ? transaction->commit() : put;
}

Result<void> OutcomeStore::remove(const OutcomePlace& place) {
    const std::string_view stage = to_word(place.stage), source = to_word(place.source);
    return database_.run("DELETE FROM outcome WHERE stage = ? AND year = ? AND source = ?", stage, place.year, source)
        .and_then([&] {
            return database_.run("DELETE FROM outcome_part WHERE stage = ? AND year = ? AND source = ?", stage,
                                 place.year, source);
        });
}

Result<std::optional<OutcomePart>> OutcomeStore::part(const OutcomePlace& place) const {
    const Result<std::vector<OutcomePartMark>> all = parts();
    if (!all) return std::unexpected(all.error());
    if (!std::ranges::contains(*all, place, &OutcomePartMark::place)) return std::optional<OutcomePart>();
    auto rows = read_known(
        database_.query("SELECT subject, year, figures FROM outcome WHERE stage = ? AND year = ? AND source = ?",
                        to_word(place.stage), place.year, to_word(place.source)),
        read_subject_row);
    if (!rows) return std::unexpected(rows.error());
    OutcomePart part{.source = place.source, .stage = place.stage, .year = place.year, .subjects = {}};
    for (SubjectRow& row : *rows) part.subjects.emplace(std::move(row.subject), std::move(row.figures));
    return std::optional(std::move(part));
}

Result<std::map<std::string, FiguresByYear, std::less<>>> OutcomeStore::beside_comparators(std::string_view urn) const {
    std::map<std::string, FiguresByYear, std::less<>> found;
    // The long form comes first and stands: merge() below leaves the measures that are there.
    for (const OutcomeSource source : {OutcomeSource::long_form, OutcomeSource::ks2_table}) {
        auto rows = read_known(
            database_.query("SELECT subject, year, figures FROM outcome WHERE subject IN (?, ?, ?, ?) AND source = ?",
                            urn, county_subject, national_subject, neighbours_subject, to_word(source)),
            read_subject_row);
        if (!rows) return std::unexpected(rows.error());
        for (SubjectRow& row : *rows) found[row.subject][row.year].merge(row.figures);
    }
    return found;
}

std::string outcomes_version(std::string_view measures, const std::vector<OutcomePartMark>& parts) {
    if (parts.empty()) return "";
    std::string all = content_hash(measures) + "\n";
    for (const OutcomePartMark& part : parts) all += to_word(part.place) + " " + part.version + "\n";
    return content_hash(all).substr(0, version_length);
}

}  // namespace kitbag
