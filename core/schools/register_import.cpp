#include "core/schools/register_import.h"

#include <array>
#include <charconv>
#include <map>
#include <utility>

#include "core/schools/csv_table.h"
#include "core/schools/gias_codes.h"

namespace kitbag {
namespace {

// Every column that is read, by its header. All must be there; any may be blank unless it is asked for below.
constexpr std::array<std::pair<std::string_view, std::string School::*>, 13> text_columns = {{
    {"URN", &School::urn},
    {"EstablishmentNumber", &School::establishment_number},
    {"EstablishmentName", &School::name},
    {"TypeOfEstablishment (name)", &School::type_name},
    {"PhaseOfEducation (name)", &School::phase_name},
    {"EstablishmentStatus (name)", &School::status_name},
    {"Trusts (name)", &School::trust},
    {"Diocese (name)", &School::diocese},
    {"ReligiousCharacter (name)", &School::religious_character},
    {"DistrictAdministrative (name)", &School::district},
    {"ParliamentaryConstituency (name)", &School::constituency},
    {"Town", &School::town},
    {"Postcode", &School::postcode},
}};
constexpr std::array<std::pair<std::string_view, std::optional<int> School::*>, 3> number_columns = {{
    {"StatutoryLowAge", &School::low_age},
    {"StatutoryHighAge", &School::high_age},
    {"NumberOfPupils", &School::pupils},
}};
constexpr std::array<std::pair<std::string_view, std::optional<Date> School::*>, 2> date_columns = {{
    {"OpenDate", &School::opened},
    {"CloseDate", &School::closed},
}};
constexpr std::string_view authority_column = "LA (code)";
constexpr std::string_view type_column = "TypeOfEstablishment (code)";
constexpr std::string_view group_column = "EstablishmentTypeGroup (code)";
constexpr std::string_view status_column = "EstablishmentStatus (code)";
constexpr std::string_view phase_column = "PhaseOfEducation (code)";
constexpr std::string_view sixth_form_column = "OfficialSixthForm (code)";
constexpr std::array code_columns = {authority_column, type_column,  group_column,
                                     status_column,    phase_column, sixth_form_column};

constexpr int closed = 2;
constexpr int number_max = 100'000;

std::optional<int> read_number(std::string_view text) {
    int number = 0;
    const char* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    if (read.ec != std::errc() || read.ptr != end || number < 0 || number > number_max) return std::nullopt;
    return number;
}

// "01-09-2014" as GIAS writes it, so that nothing else is taken for one. A day before 1900 is real, but says nothing that
// could matter to a visit, and reads as blank.
struct ReadDate {
    bool is_date = false;
    std::optional<Date> date;
};

ReadDate read_date(std::string_view text) {
    if (text.size() != 10 || text[2] != '-' || text[5] != '-') return {};
    const std::string year(text.substr(6));
    const std::string month_and_day = "-" + std::string(text.substr(3, 2)) + "-" + std::string(text.substr(0, 2));
    const bool is_long_ago = year >= "1000" && year < "1900" && read_number(year);
    const Result<Date> date = parse_date((is_long_ago ? "2000" : year) + month_and_day);
    if (!date) return {};
    return {true, is_long_ago ? std::nullopt : std::optional(*date)};
}

// The number whatever zeros it is written with ("01" and "1" are both found); -1 for none.
int code(const CsvTable& row, std::string_view column) {
    return read_number(row.bytes(column)).value_or(-1);
}

SixthForm sixth_form_of(int code) {
    switch (code) {
        case 1:
            return SixthForm::has;
        case 2:
            return SixthForm::has_not;
        default:
            return SixthForm::not_known;  // 0 is "not applicable", which GIAS gives to 16 to 19 academies too.
    }
}

Result<School> read_school(const CsvTable& row) {
    School school;
    for (const auto& [column, member] : text_columns) {
        Result<std::string> text = row.text(column);
        if (!text) return std::unexpected(text.error());
        school.*member = *std::move(text);
    }
    for (const auto& [column, member] : number_columns) {
        if (row.bytes(column).empty()) continue;
        school.*member = read_number(row.bytes(column));
        if (!(school.*member)) return row.bad(column, "“" + std::string(row.bytes(column)) + "” is not a number.");
    }
    for (const auto& [column, member] : date_columns) {
        if (row.bytes(column).empty()) continue;
        const ReadDate read = read_date(row.bytes(column));
        if (!read.is_date)
            return row.bad(column, "“" + std::string(row.bytes(column)) + "” is not a date such as 01-09-2014.");
        school.*member = read.date;
    }
    if (school.name.empty()) return row.bad("EstablishmentName", "the school has no name.");
    const auto kind = kind_of(code(row, type_column), code(row, phase_column));
    if (!kind)
        return row.bad(phase_column, "neither this nor the type says what kind of school “" + school.name + "” is.");
    school.kind = *kind;
    school.governance = governance_of(code(row, type_column), code(row, group_column));
    school.sixth_form = sixth_form_of(code(row, sixth_form_column));
    return school;
}

std::vector<std::string_view> all_columns() {
    std::vector<std::string_view> all;
    for (const auto& column : text_columns) all.push_back(column.first);
    for (const auto& column : number_columns) all.push_back(column.first);
    for (const auto& column : date_columns) all.push_back(column.first);
    all.insert(all.end(), code_columns.begin(), code_columns.end());
    return all;
}

}  // namespace

Result<std::vector<School>> read_gias_extract(std::istream& file, std::string_view authority_code) {
    Result<CsvTable> table =
        CsvTable::open(file, all_columns(),
                       "Download “Establishment fields CSV” from Get Information about Schools, with all its columns.");
    if (!table) return std::unexpected(table.error());
    std::vector<School> schools;
    std::map<std::string, std::string, std::less<>> row_of_urn;
    Result<bool> more = table->next();
    for (; more && *more; more = table->next()) {
        if (table->bytes(authority_column) != authority_code) continue;
        if (!is_state_school(code(*table, type_column), code(*table, group_column))) continue;
        const std::string urn(table->bytes("URN"));
        if (!is_school_urn(urn))
            return table->bad("URN", "“" + urn + "” is not a URN, which has six digits.", "bad_urn");
        const auto [first, is_new] = row_of_urn.emplace(urn, table->row_name());
        if (!is_new) return table->bad("URN", urn + " is also in " + first->second + ".", "duplicate_urn");
        if (code(*table, status_column) == closed) continue;
        Result<School> school = read_school(*table);
        if (!school) return std::unexpected(school.error());
        schools.push_back(std::move(*school));
    }
    if (!more) return std::unexpected(more.error());
    if (table->rows() == 0) return fault("no_rows", "The file has a header and no schools. Download it again.");
    if (schools.empty()) {
        return fault("no_rows_of_authority", "None of the file's " + std::to_string(table->rows()) +
                                                 " rows is an open state school of authority " +
                                                 std::string(authority_code) +
                                                 ". Check the authority's code, or choose another file.");
    }
    return schools;
}

}  // namespace kitbag
