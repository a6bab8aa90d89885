#include "core/schools/register_import.h"

#include <array>
#include <charconv>
#include <map>
#include <utility>

#include "core/base/check.h"
#include "core/base/text.h"
#include "core/schools/csv.h"
#include "core/schools/gias_codes.h"
#include "core/schools/windows_1252.h"

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
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

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

using Places = std::map<std::string, std::size_t, std::less<>>;  // Where each column of the file stands.

Result<Places> find_columns(const CsvRow& header) {
    Places places;
    for (std::size_t i = 0; i < header.fields.size(); ++i) places.emplace(trim(header.fields[i]), i);
    std::string missing;
    const auto need = [&](std::string_view column) {
        if (!places.contains(column)) missing += (missing.empty() ? "" : ", ") + std::string(column);
    };
    for (const auto& column : text_columns) need(column.first);
    for (const auto& column : number_columns) need(column.first);
    for (const auto& column : date_columns) need(column.first);
    for (const std::string_view column : code_columns) need(column);
    if (missing.empty()) return places;
    return fault("missing_columns",
                 "The file has no column named: " + missing +
                     ". Download “Establishment fields CSV” from Get Information about Schools, with all its columns.");
}

// The fields of one row by the names of their columns.
class Row {
  public:
    Row(const CsvRow& csv, const Places& places) : csv_(csv), places_(places) {}

    std::string_view operator[](std::string_view column) const {
        const auto place = places_.find(column);
        CHECK(place != places_.end() && place->second < csv_.fields.size());
        return trim(csv_.fields[place->second]);
    }

    // The number whatever zeros it is written with ("01" and "1" are both found); -1 for none.
    int code(std::string_view column) const { return read_number((*this)[column]).value_or(-1); }

    std::string name() const { return "Row " + std::to_string(csv_.number); }

    std::unexpected<Fault> bad(std::string_view column, const std::string& complaint,
                               std::string code = "bad_row") const {
        return fault(std::move(code), name() + ", " + std::string(column) + ": " + complaint +
                                          " Correct the row, or leave it out, and load the file again.");
    }

  private:
    const CsvRow& csv_;
    const Places& places_;
};

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

Result<School> read_school(const Row& row, bool is_utf8) {
    School school;
    for (const auto& [column, member] : text_columns) {
        std::optional<std::string> text = is_utf8 ? std::string(row[column]) : utf8_from_windows_1252(row[column]);
        if (!text)
            return row.bad(column, "a byte stands for no character in Windows-1252, the encoding of these files.",
                           "wrong_encoding");
        school.*member = std::move(*text);
    }
    for (const auto& [column, member] : number_columns) {
        if (row[column].empty()) continue;
        school.*member = read_number(row[column]);
        if (!(school.*member)) return row.bad(column, "“" + std::string(row[column]) + "” is not a number.");
    }
    for (const auto& [column, member] : date_columns) {
        if (row[column].empty()) continue;
        const ReadDate read = read_date(row[column]);
        if (!read.is_date)
            return row.bad(column, "“" + std::string(row[column]) + "” is not a date such as 01-09-2014.");
        school.*member = read.date;
    }
    if (school.name.empty()) return row.bad("EstablishmentName", "the school has no name.");
    const auto kind = kind_of(row.code(type_column), row.code(phase_column));
    if (!kind)
        return row.bad(phase_column, "neither this nor the type says what kind of school “" + school.name + "” is.");
    school.kind = *kind;
    school.governance = governance_of(row.code(type_column), row.code(group_column));
    school.sixth_form = sixth_form_of(row.code(sixth_form_column));
    return school;
}

// Nothing good can be read from UTF-16, which spreadsheets call "Unicode text".
Result<void> check_bytes(std::string_view bytes) {
    if (bytes.size() > register_bytes_max) {
        return fault("too_large",
                     "The file is larger than 128 MB, so it is not an extract of schools. Choose another file.");
    }
    const bool utf_16 = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
    if (utf_16 || bytes.contains('\0')) {
        return fault("wrong_encoding",
                     "The file is not a plain CSV file; it looks like UTF-16. Load the file as it was downloaded, or "
                     "save it as “CSV UTF-8”.");
    }
    if (bytes.starts_with(byte_order_mark) && !count_characters(bytes)) {
        return fault("wrong_encoding",
                     "The file says that it is UTF-8, but it has bytes that are not. Download it again.");
    }
    return {};
}

Result<void> check_length(const CsvRow& row, std::size_t expected) {
    if (row.fields.size() == expected) return {};
    const std::string counts = "Row " + std::to_string(row.number) + " has " + std::to_string(row.fields.size()) +
                               " fields where the header has " + std::to_string(expected);
    if (row.fields.size() < expected) {
        return fault("cut_row", counts + ", so the file was probably cut short. Download it again.");
    }
    return fault(
        "bad_row",
        counts + ", so a comma is probably missing its quotation marks. Correct the row, or download the file again.");
}

}  // namespace

Result<std::vector<School>> read_gias_extract(std::string_view bytes, std::string_view authority_code) {
    if (const auto checked = check_bytes(bytes); !checked) return std::unexpected(checked.error());
    const bool is_utf8 = count_characters(bytes).has_value();
    if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());

    CsvReader reader(bytes);
    CsvRow csv;
    Result<bool> more = reader.next(csv);
    if (!more) return std::unexpected(more.error());
    if (!*more) return fault("no_rows", "The file is empty. Download it again.");
    const Result<Places> places = find_columns(csv);
    if (!places) return std::unexpected(places.error());
    const std::size_t width = csv.fields.size();

    std::vector<School> schools;
    std::map<std::string, std::string, std::less<>> row_of_urn;
    std::size_t rows = 0;
    for (more = reader.next(csv); more && *more; more = reader.next(csv), ++rows) {
        if (const auto checked = check_length(csv, width); !checked) return std::unexpected(checked.error());
        const Row row(csv, *places);
        if (row[authority_column] != authority_code) continue;
        const std::string urn(row["URN"]);
        if (!is_urn(urn)) return row.bad("URN", "“" + urn + "” is not a URN, which has six digits.", "bad_urn");
        const auto [first, is_new] = row_of_urn.emplace(urn, row.name());
        if (!is_new) return row.bad("URN", urn + " is also in " + first->second + ".", "duplicate_urn");
        if (row.code(status_column) == closed || !is_state_school(row.code(group_column))) continue;
        Result<School> school = read_school(row, is_utf8);
        if (!school) return std::unexpected(school.error());
        schools.push_back(std::move(*school));
    }
    if (!more) return std::unexpected(more.error());
    if (!bytes.ends_with('\n')) {
        return fault("cut_row", "Row " + std::to_string(csv.number) +
                                    " does not end with a line end, as the last row of an extract does, " +
                                    "so the file was probably cut short. Download it again.");
    }
    if (rows == 0) return fault("no_rows", "The file has a header and no schools. Download it again.");
    if (schools.empty()) {
        return fault("no_rows_of_authority",
                     "None of the file's " + std::to_string(rows) + " rows is an open state school of authority " +
                         std::string(authority_code) + ". Check the authority's code, or choose another file.");
    }
    return schools;
}

}  // namespace kitbag
