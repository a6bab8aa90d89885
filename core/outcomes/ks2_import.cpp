#include <array>
#include <charconv>
#include <map>
#include <set>
#include <utility>

#include "core/base/text.h"
#include "core/outcomes/outcomes_import.h"
#include "core/schools/csv_table.h"

namespace kitbag {
namespace {

constexpr std::string_view kind_column = "RECTYPE";
constexpr std::string_view authority_column = "LEA";
constexpr std::string_view urn_column = "URN";
constexpr std::string_view establishment_column = "ESTAB";
constexpr std::array needed = {kind_column, authority_column};
constexpr std::string_view download =
    "Download the key stage 2 performance table (england_ks2final.csv) from the DfE’s school performance tables.";
constexpr std::size_t authorities_named_max = 3;

// The values of RECTYPE.
constexpr std::string_view mainstream = "1", special = "2", authority_row = "3", all_of_england = "4",
                           state_funded = "5";

struct Column {
    const Measure* measure;
    PupilGroup group;
    std::string_view name;
};

std::optional<int> read_count(std::string_view text) {
    int count = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), count);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size() || count < 0) return std::nullopt;
    return count;
}

class Ks2Reader {
  public:
    Ks2Reader(CsvTable& table, const OutcomeReading& reading, std::string_view authority)
        : table_(table), authority_(authority), measures_(reading.measures) {
        for (const School& school : reading.schools) {
            for (std::string& urn : urns_of(school)) urns_.insert(std::move(urn));
            if (!school.establishment_number.empty()) urn_of_number_.emplace(school.establishment_number, school.urn);
        }
    }

    Result<void> find_columns(ReadOutcomes& read) {
        for (const Measure& measure : measures_.measures) {
            for (const auto& [group, name] : measure.ks2_columns) {
                if (table_.has(name))
                    columns_.push_back({&measure, group, name});
                else
                    read.columns_not_there.push_back(name);
            }
        }
        if (!table_.has(urn_column) && !table_.has(establishment_column))
            return fault("missing_columns", "The file has no column named: URN or ESTAB. " + std::string(download));
        if (!columns_.empty()) return {};
        std::string missing;
        for (const std::string& name : read.columns_not_there) missing += (missing.empty() ? "" : ", ") + name;
        return fault("missing_columns",
                     "The file has no column of any measure; it could have: " + missing + ". " + std::string(download));
    }

    // Whose figures the row has, if they are wanted.
    Result<std::optional<std::string>> subject(ReadOutcomes& read) {
        const std::string_view kind = table_.bytes(kind_column);
        if (kind == all_of_england) return std::optional<std::string>(all_of_england);
        if (kind == state_funded) return std::optional<std::string>(state_funded);
        if (kind != mainstream && kind != special && kind != authority_row)
            return table_.bad(kind_column, "“" + std::string(kind) + "” is no kind of row; 1 to 5 are.");
        if (table_.bytes(authority_column) != authority_) {
            if (others_.size() < authorities_named_max) others_.emplace(table_.bytes(authority_column));
            return std::optional<std::string>();
        }
        if (kind == authority_row) return std::optional<std::string>(county_subject);
        ++schools_;
        Result<std::string> urn = urn_of_row();
        if (!urn) return std::unexpected(urn.error());
        if (urns_.contains(*urn)) return std::optional(*std::move(urn));
        ++read.passed_over;
        return std::optional<std::string>();
    }

    Result<Figures> figures() const {
        Figures figures;
        for (const Column& column : columns_) {
            const std::string_view cell = table_.bytes(column.name);
            std::optional<Figure> figure = read_figure(cell, column.measure->unit);
            if (!figure) {
                return table_.bad(column.name, "“" + std::string(cell) +
                                                   "” is neither a figure nor one of the table's own words for none.");
            }
            figure->pupils = pupils_of(column.group);
            if (figure->pupils == 0) *figure = {{}, NoNumber::not_applicable, {}};
            figures[column.measure->id].emplace(column.group, *figure);
        }
        for (auto& [measure, groups] : figures) hide_small_groups(groups);
        return figures;
    }

    std::unexpected<Fault> none_of_authority() const {
        std::string named;
        for (const std::string& other : others_) named += (named.empty() ? "" : ", ") + other;
        return fault("no_rows_of_authority", "None of the file's " + std::to_string(table_.rows()) +
                                                 " rows is a school of authority " + std::string(authority_) +
                                                 "; it has those of " + (named.empty() ? "none" : named) +
                                                 ". Check the county's code, or choose another file.");
    }

    bool has_schools() const { return schools_ > 0; }

  private:
    Result<std::string> urn_of_row() const {
        if (table_.has(urn_column) && !table_.bytes(urn_column).empty()) {
            const std::string urn(table_.bytes(urn_column));
            if (!is_school_urn(urn))
                return table_.bad(urn_column, "“" + urn + "” is not a URN, which has six digits.", "bad_urn");
            return urn;
        }
        if (!table_.has(establishment_column))
            return table_.bad(urn_column, "it is blank, so nobody can say which school this is.", "bad_urn");
        const auto found = urn_of_number_.find(table_.bytes(establishment_column));
        return found == urn_of_number_.end() ? std::string() : found->second;
    }

    std::optional<int> pupils_of(PupilGroup group) const {
        const auto column = measures_.ks2_pupils.find(group);
        if (column == measures_.ks2_pupils.end() || !table_.has(column->second)) return std::nullopt;
        return read_count(table_.bytes(column->second));
    }

    CsvTable& table_;
    std::string_view authority_;
    const MeasureList& measures_;
    std::set<std::string, std::less<>> urns_;
    std::map<std::string, std::string, std::less<>> urn_of_number_;
    std::vector<Column> columns_;
    std::set<std::string> others_;
    std::size_t schools_ = 0;
};

// Of the two rows about England one becomes the comparator.
void choose_national(OutcomePart& part) {
    auto chosen = part.subjects.extract(part.subjects.contains(state_funded) ? std::string(state_funded)
                                                                             : std::string(all_of_england));
    part.subjects.erase(std::string(all_of_england));
    if (chosen.empty()) return;
    chosen.key() = std::string(national_subject);
    part.subjects.insert(std::move(chosen));
}

}  // namespace

Result<ReadOutcomes> read_ks2_table(std::istream& file, const OutcomeReading& reading, std::string_view authority,
                                    int year) {
    if (year < outcome_year_min || year > reading.year_max) {
        return fault("bad_year",
                     "The table does not say its year itself. Say in which its academic year ends, such as "
                     "2019; “" +
                         std::to_string(year) + "” cannot be it.");
    }
    Result<CsvTable> table = CsvTable::open(file, needed, download);
    if (!table) return std::unexpected(table.error());
    ReadOutcomes read;
    Ks2Reader reader(*table, reading, authority);
    if (const Result<void> found = reader.find_columns(read); !found) return std::unexpected(found.error());
    OutcomePart part{.source = OutcomeSource::ks2_table, .stage = OutcomeStage::ks2, .year = year, .subjects = {}};
    std::map<std::string, std::string> row_of;
    Result<bool> more = table->next();
    for (; more && *more; more = table->next()) {
        const Result<std::optional<std::string>> subject = reader.subject(read);
        if (!subject) return std::unexpected(subject.error());
        if (!*subject) continue;
        const auto [first, is_new] = row_of.emplace(**subject, table->row_name());
        if (!is_new) {
            return table->bad(table->has(urn_column) ? urn_column : establishment_column,
                              "what this row is about is also in " + first->second + ".", "duplicate_urn");
        }
        Result<Figures> figures = reader.figures();
        if (!figures) return std::unexpected(figures.error());
        part.subjects.emplace(**subject, *std::move(figures));
    }
    if (!more) return std::unexpected(more.error());
    if (table->rows() == 0) return fault("no_rows", "The file has a header and no rows. Download it again.");
    if (!reader.has_schools()) return reader.none_of_authority();
    choose_national(part);
    read.parts.push_back(std::move(part));
    return read;
}

}  // namespace kitbag
