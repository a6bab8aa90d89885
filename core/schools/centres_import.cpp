#include "core/schools/centres_import.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "core/base/text.h"
#include "core/schools/csv_table.h"
#include "core/schools/inspection_columns.h"

namespace kitbag {
namespace {

constexpr std::string_view urn_column = "URN";
constexpr std::string_view name_column = "EstablishmentName";
constexpr std::string_view type_column = "TypeOfEstablishment (name)";
constexpr std::array needed = {urn_column, name_column, type_column};
constexpr std::string_view code_column = "LA (code)";  // This or the next has to be there as well.
constexpr std::string_view authority_column = "LA (name)";
constexpr std::string_view status_column = "EstablishmentStatus (name)";
constexpr std::string_view opened_column = "OpenDate";

// Where the file has them.
constexpr std::array<std::pair<std::string_view, std::string School::*>, 5> text_columns = {{
    {status_column, &School::status_name},
    {"Town", &School::town},
    {"Postcode", &School::postcode},
    {"DistrictAdministrative (name)", &School::district},
    {"ParliamentaryConstituency (name)", &School::constituency},
}};

// As GIAS writes them, and as they are kept.
constexpr std::array<std::pair<std::string_view, std::string_view>, 2> types = {{
    {"children's centre", "Children’s centre"},
    {"children's centre linked site", "Children’s centre linked site"},
}};

constexpr std::string_view download =
    "Download “Open children’s centres: Children’s centre fields CSV” from Get Information about Schools.";
constexpr std::size_t authorities_named_max = 3;

// Saved again by a program that sets apostrophes, it is the same type.
std::string with_straight_apostrophes(std::string text) {
    constexpr std::string_view set = "’";
    for (std::size_t at = text.find(set); at != std::string::npos; at = text.find(set, at))
        text.replace(at, set.size(), "'");
    return text;
}

Result<std::string> read_type(const CsvTable& row) {
    Result<std::string> text = row.text(type_column);
    if (!text) return text;
    const std::string small = with_straight_apostrophes(in_small_letters(*text));
    const auto type = std::ranges::find(types, small, &std::pair<std::string_view, std::string_view>::first);
    if (type != types.end()) return std::string(type->second);
    return fault("other_type", row.row_name() + ", " + std::string(type_column) + ": “" + *text +
                                   "” is no children’s centre. " + std::string(download));
}

Result<School> read_centre(const CsvTable& row, std::string type) {
    School centre;
    centre.urn = row.bytes(urn_column);
    centre.kind = SchoolKind::childrens_centre;
    centre.type_name = std::move(type);
    Result<std::string> name = row.text(name_column);
    if (!name) return std::unexpected(name.error());
    if (name->empty()) return row.bad(name_column, "the centre has no name.");
    centre.name = *std::move(name);
    for (const auto& [column, member] : text_columns) {
        if (!row.has(column)) continue;
        Result<std::string> text = row.text(column);
        if (!text) return std::unexpected(text.error());
        centre.*member = *std::move(text);
    }
    if (row.has(opened_column) && !row.bytes(opened_column).empty()) {
        centre.opened = read_day(row.bytes(opened_column));
        if (!centre.opened)
            return row.bad(opened_column,
                           "“" + std::string(row.bytes(opened_column)) + "” is not a date such as 01-09-2006.");
    }
    return centre;
}

// What the row says of its authority: the code, or where there is none the name.
std::string_view authority_of(const CsvTable& row) {
    if (row.has(code_column) && !row.bytes(code_column).empty()) return row.bytes(code_column);
    return row.has(authority_column) ? row.bytes(authority_column) : "";
}

bool is_of(std::string_view said, const CentresAuthority& authority) {
    return said == authority.code || in_small_letters(said) == in_small_letters(authority.name);
}

std::unexpected<Fault> none_of_authority(std::size_t rows, const CentresAuthority& authority,
                                         const std::set<std::string>& others) {
    std::string named;
    for (const std::string& other : others) named += (named.empty() ? "" : ", ") + other;
    return fault("no_rows_of_authority", "None of the file's " + std::to_string(rows) +
                                             " rows is an open children’s centre in “" + std::string(authority.name) +
                                             "”, authority " + std::string(authority.code) +
                                             (named.empty() ? "." : "; it has those of " + named + ".") +
                                             " Check the county's code and name, or choose another file.");
}

}  // namespace

Result<std::vector<School>> read_childrens_centres(std::istream& file, const CentresAuthority& authority) {
    Result<CsvTable> table = CsvTable::open(file, needed, download);
    if (!table) return std::unexpected(table.error());
    if (!table->has(code_column) && !table->has(authority_column))
        return fault("missing_columns",
                     "The file has neither a column LA (code) nor one LA (name), so it does not say which "
                     "centres are the county's. " +
                         std::string(download));
    std::vector<School> centres;
    std::map<std::string, std::string, std::less<>> row_of_urn;
    std::set<std::string> others;
    Result<bool> more = table->next();
    for (; more && *more; more = table->next()) {
        const std::string_view said = authority_of(*table);
        if (!is_of(said, authority)) {
            if (!said.empty() && others.size() < authorities_named_max) others.emplace(said);
            continue;
        }
        Result<std::string> type = read_type(*table);
        if (!type) return std::unexpected(type.error());
        const std::string urn(table->bytes(urn_column));
        if (!is_centre_urn(urn))
            return table->bad(urn_column, "“" + urn + "” is not the URN of a children’s centre, which has five digits.",
                              "bad_urn");
        const auto [first, is_new] = row_of_urn.emplace(urn, table->row_name());
        if (!is_new) return table->bad(urn_column, urn + " is also in " + first->second + ".", "duplicate_urn");
        if (table->has(status_column) && in_small_letters(table->bytes(status_column)) == "closed") continue;
        Result<School> centre = read_centre(*table, *std::move(type));
        if (!centre) return std::unexpected(centre.error());
        centres.push_back(*std::move(centre));
    }
    if (!more) return std::unexpected(more.error());
    if (table->rows() == 0) return fault("no_rows", "The file has a header and no centres. Download it again.");
    if (centres.empty()) return none_of_authority(table->rows(), authority, others);
    return centres;
}

}  // namespace kitbag
