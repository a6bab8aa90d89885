#include "sync/server/outcomes_import.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

#include "core/storage/school_store.h"

namespace kitbag {
namespace {

constexpr int schools_max = 100'000;

std::unexpected<Fault> unreadable(const std::filesystem::path& file) {
    return fault("no_file", "The file " + file.string() + " cannot be read. Check its name, and who may read it.");
}

Result<std::string> read_text(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream || std::filesystem::is_directory(file)) return unreadable(file);
    std::string text(measures_bytes_max + 1, '\0');
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(stream.gcount()));
    return text;
}

// Those that were given, or those that the county has, or else Kitbag's own.
Result<std::string> measures_text(Database& database, const OutcomesWanted& wanted) {
    if (!wanted.measures.empty()) return read_text(wanted.measures);
    Result<std::string> stored = OutcomeStore(database).measures();
    if (!stored || !stored->empty()) return stored;
    return std::string(own_measures_text());
}

Result<ReadOutcomes> read_file(const OutcomesWanted& wanted, const OutcomeReading& reading,
                               std::string_view authority) {
    std::ifstream stream(wanted.file, std::ios::binary);
    if (!stream || std::filesystem::is_directory(wanted.file)) return unreadable(wanted.file);
    Result<OutcomeSource> source = wanted.source ? *wanted.source : source_of_outcomes(stream);
    if (!source) return std::unexpected(source.error());
    if (*source == OutcomeSource::long_form) return read_long_outcomes(stream, reading);
    if (wanted.year == 0) {
        return fault("bad_year",
                     "The DfE's table does not say its year itself. Say with --year in which its academic year ends: "
                     "--year 2019 for 2018-19.");
    }
    return read_ks2_table(stream, reading, authority, wanted.year);
}

ImportedPart count(const OutcomePart& part) {
    ImportedPart counted{.place = place_of(part)};
    for (const auto& [subject, figures] : part.subjects) {
        if (!is_comparator(subject)) ++counted.schools;
        for (const auto& [measure, groups] : figures) {
            for (const auto& [group, figure] : groups) {
                if (figure.number) ++counted.figures;
                if (!figure.number && figure.why == NoNumber::small_group) ++counted.hidden;
            }
        }
    }
    return counted;
}

PartChange change_of(const std::vector<OutcomePartMark>& before, const OutcomePartMark& mark) {
    const auto had = std::ranges::find(before, mark.place, &OutcomePartMark::place);
    if (had == before.end()) return PartChange::added;
    return had->version == mark.version ? PartChange::same : PartChange::changed;
}

}  // namespace

Result<ImportedOutcomes> import_outcomes(Database& database, const OutcomesWanted& wanted, std::string_view authority,
                                         Import import) {
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction) return std::unexpected(transaction.error());
    const Result<std::string> text = measures_text(database, wanted);
    if (!text) return std::unexpected(text.error());
    const Result<MeasureList> measures = read_measures(*text);
    if (!measures) return std::unexpected(measures.error());
    const Result<std::vector<School>> schools = SchoolStore(database).search("", schools_max);
    if (!schools) return std::unexpected(schools.error());
    Result<ReadOutcomes> read = read_file(wanted, {*measures, *schools, wanted.year_max}, authority);
    if (!read) return std::unexpected(read.error());
    OutcomeStore store(database);
    const Result<std::vector<OutcomePartMark>> before = store.parts();
    if (!before) return std::unexpected(before.error());
    ImportedOutcomes imported{
        .parts = {}, .passed_over = read->passed_over, .columns_not_there = std::move(read->columns_not_there)};
    for (const OutcomePart& part : read->parts) {
        const OutcomePartMark mark{place_of(part), version_of(part)};
        imported.parts.push_back(count(part));
        imported.parts.back().change = change_of(*before, mark);
        if (imported.parts.back().change == PartChange::same) continue;
        imported.changed = true;
        if (Result<void> put = store.replace(part, mark.version); !put) return std::unexpected(put.error());
    }
    const Result<std::string> measures_before = store.measures();
    if (!measures_before) return std::unexpected(measures_before.error());
    imported.changed = imported.changed || (!wanted.measures.empty() && *measures_before != *text);
    if (import == Import::only_look || !imported.changed)
        return imported;  // What was put is undone with the transaction.
    const Result<std::vector<OutcomePartMark>> after = store.parts();
    if (!after) return std::unexpected(after.error());
    // Kitbag's own measures are not kept, so that a newer program's count.
    const std::string kept = wanted.measures.empty() ? *measures_before : *text;
    const Result<void> done =
        store.set_list(outcomes_version(*text, *after), kept).and_then([&] { return transaction->commit(); });
    if (!done) return std::unexpected(done.error());
    return imported;
}

Result<OutcomeListReply> read_outcome_list(Database& database) {
    OutcomeStore store(database);
    Result<std::vector<OutcomePartMark>> parts = store.parts();
    if (!parts) return std::unexpected(parts.error());
    Result<std::string> measures = store.measures();
    if (!measures) return std::unexpected(measures.error());
    if (measures->empty()) *measures = own_measures_text();
    std::string version = outcomes_version(*measures, *parts);
    return OutcomeListReply{std::move(version), *std::move(measures), *std::move(parts)};
}

std::string outcomes_report(const ImportedOutcomes& imported) {
    std::string report;
    for (const ImportedPart& part : imported.parts) {
        const std::string_view change = part.change == PartChange::same      ? "same    "
                                        : part.change == PartChange::changed ? "changed "
                                                                             : "new     ";
        report += std::string(change) + std::string(to_word(part.place.stage)) + " " + std::to_string(part.place.year) +
                  ": " + std::to_string(part.schools) + (part.schools == 1 ? " school, " : " schools, ") +
                  std::to_string(part.figures) + " figures, " + std::to_string(part.hidden) +
                  " hidden because of small groups\n";
    }
    if (imported.passed_over > 0) {
        report += "passed over: " + std::to_string(imported.passed_over) +
                  (imported.passed_over == 1 ? " row of a school that the register does not have\n"
                                             : " rows of schools that the register does not have\n");
    }
    if (imported.columns_not_there.empty()) return report;
    report += "not in this table:";
    for (const std::string& column : imported.columns_not_there) report += " " + column;
    return report + "\n";
}

}  // namespace kitbag
