#include "core/schools/settings_import.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <utility>

#include "core/base/text.h"
#include "core/schools/csv_table.h"
#include "core/schools/inspection_columns.h"

namespace kitbag {
namespace {

constexpr std::string_view urn_column = "Provider URN";
constexpr std::string_view type_column = "Provider type";
constexpr std::string_view name_column = "Provider name";
constexpr std::string_view authority_column = "Local authority";
constexpr std::array needed = {urn_column, type_column, name_column, authority_column};

constexpr std::string_view withheld = "REDACTED";
constexpr int places_max = 10'000;
constexpr std::size_t authorities_named_max = 3;

constexpr ColumnNames status_names = {"Provider status", "Registration status", ""};
constexpr ColumnNames registered_names = {"Registration date", "", ""};
constexpr ColumnNames places_names = {"Places", "Registered places", ""};
constexpr ColumnNames early_years_names = {"Provider Early Years Register Flag", "Early Years Register", ""};
constexpr ColumnNames compulsory_names = {"Provider Compulsory Childcare Register Flag",
                                          "Compulsory Childcare Register", ""};
constexpr ColumnNames voluntary_names = {"Provider Voluntary Childcare Register Flag", "Voluntary Childcare Register",
                                         ""};
constexpr ColumnNames person_names = {"Registered person URN", "", ""};
constexpr ColumnNames deprivation_names = {"Deprivation Band", "", ""};

constexpr std::array<std::pair<ColumnNames, std::string School::*>, 4> text_columns = {{
    {{"Provider subtype", "", ""}, &School::phase_name},
    {{"Parliamentary constituency", "", ""}, &School::constituency},
    {{"Provider town", "Town", ""}, &School::town},
    {{"Postcode", "Provider postcode", ""}, &School::postcode},
}};

constexpr std::array<std::pair<std::string_view, SchoolKind>, 4> types = {{
    {"childcare on non-domestic premises", SchoolKind::group_setting},
    {"childcare on domestic premises", SchoolKind::home_setting},
    {"childminder", SchoolKind::childminder},
    {"home childcarer", SchoolKind::home_childcarer},
}};

constexpr std::array<GradeColumn, 7> full_grades = {{
    {"Quality of education", {"Quality of education", "EYR OEIF: Most recent: Quality of education", ""}},
    {"Behaviour and attitudes", {"Behaviour and attitudes", "EYR OEIF: Most recent: Behaviour and attitudes", ""}},
    {"Personal development", {"Personal development", "EYR OEIF: Most recent: Personal development", ""}},
    {"Leadership and management",
     {"Effectiveness of leadership and management", "EYR OEIF: Most recent: Effectiveness of leadership and management",
      ""}},
    {"Safeguarding is effective", {"Safeguarding is effective?", "", ""}},
    {"Childcare Register, compulsory part", {"CCR requirements suitability", "", ""}},
    {"Childcare Register, voluntary part", {"VCR requirements suitability", "", ""}},
}};
constexpr std::array<GradeColumn, 7> renewed_grades = {{
    {"Safeguarding standards", {"EYR REIF: Most recent: Safeguarding standards met?", "", ""}},
    {"Inclusion", {"EYR REIF: Most recent: Inclusion", "", ""}},
    {"Curriculum and teaching", {"EYR REIF: Most recent: Curriculum and teaching", "", ""}},
    {"Achievement", {"EYR REIF: Most recent: Achievement", "", ""}},
    {"Behaviour, attitudes and establishing routines",
     {"EYR REIF: Most recent: Behaviour, attitudes and establishing routines", "", ""}},
    {"Children’s welfare and wellbeing",
     {"EYR REIF: Most recent: Children's welfare and wellbeing",
      "EYR REIF: Most recent: Children’s welfare and wellbeing", ""}},
    {"Leadership and governance", {"EYR REIF: Most recent: Leadership and governance", "", ""}},
}};

constexpr std::array<InspectionColumns, 6> inspections = {{
    {InspectionKind::full, {"EYR REIF: Most recent: Inspection date", "", ""}, {}, {}, renewed_grades},
    {InspectionKind::full,
     {"Most recent full: Inspection date", "EYR OEIF: Most recent: Full inspection date", ""},
     {"Most recent full: Inspection number", "", ""},
     {"Most recent full: Overall effectiveness", "EYR OEIF/CIF: Most recent: Overall effectiveness", ""},
     full_grades},
    {InspectionKind::full,
     {"Second most recent full: Inspection date", "", ""},
     {"Second most recent full: Inspection number", "", ""},
     {"Second most recent full: Overall effectiveness", "", ""},
     {}},
    {InspectionKind::full,
     {"Third most recent full: Inspection date", "", ""},
     {"Third most recent full: Inspection number", "", ""},
     {"Third most recent full: Overall effectiveness", "", ""},
     {}},
    {InspectionKind::no_children,
     {"NCOR: Inspection date", "", ""},
     {"NCOR: Inspection number", "", ""},
     {"NCOR: Overall effectiveness", "", ""},
     {}},
    {InspectionKind::childcare_register,
     {"CR: Inspection date", "", ""},
     {"CR: Inspection number", "", ""},
     {"CR: Overall effectiveness", "CR: Compliance", ""},
     {}},
}};

// "" where the file has no such column, or withholds what stands in it.
Result<std::string> text_of(const CsvTable& row, const ColumnNames& names) {
    const auto column = first_there(row, names);
    if (!column || row.bytes(*column) == withheld) return std::string();
    return row.text(*column);
}

Result<bool> flag_of(const CsvTable& row, const ColumnNames& names) {
    const auto column = first_there(row, names);
    if (!column) return false;
    const std::string small = in_small_letters(row.bytes(*column));
    if (small == "y" || small == "yes") return true;
    if (small.empty() || small == "n" || small == "no") return false;
    return row.bad(*column, "“" + std::string(row.bytes(*column)) + "” is neither Y nor N.");
}

Result<std::optional<int>> places_of(const CsvTable& row) {
    const auto column = first_there(row, places_names);
    if (!column || row.bytes(*column).empty()) return std::nullopt;
    const std::string_view text = row.bytes(*column);
    int places = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), places);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size() || places < 0 || places > places_max)
        return row.bad(*column, "“" + std::string(text) + "” is not a number of places.");
    return places == 0 ? std::nullopt : std::optional(places);  // As the file has it for nannies.
}

Result<Childcare> read_childcare(const CsvTable& row) {
    Childcare childcare;
    for (const auto& [names, member] : {std::pair(&early_years_names, &Childcare::on_early_years_register),
                                        std::pair(&compulsory_names, &Childcare::on_compulsory_register),
                                        std::pair(&voluntary_names, &Childcare::on_voluntary_register)}) {
        const Result<bool> flag = flag_of(row, *names);
        if (!flag) return std::unexpected(flag.error());
        childcare.*member = *flag;
    }
    for (const auto& [names, member] : {std::pair(&person_names, &Childcare::registered_person),
                                        std::pair(&deprivation_names, &Childcare::deprivation)}) {
        Result<std::string> text = text_of(row, *names);
        if (!text) return std::unexpected(text.error());
        childcare.*member = *std::move(text);
    }
    const Result<std::optional<int>> places = places_of(row);
    if (!places) return std::unexpected(places.error());
    childcare.places = *places;
    return childcare;
}

Result<void> read_name(const CsvTable& row, School& setting) {
    Result<std::string> name = text_of(row, {name_column, "", ""});
    if (!name) return std::unexpected(name.error());
    setting.childcare->name_is_withheld = name->empty();
    setting.name = name->empty() ? setting.type_name + " " + setting.urn : *std::move(name);
    return {};
}

Result<void> read_inspections(const CsvTable& row, School& setting) {
    std::vector<Inspection> found;
    for (const InspectionColumns& columns : inspections) {
        Result<std::optional<Inspection>> inspection = read_inspection(row, columns);
        if (!inspection) return std::unexpected(inspection.error());
        if (*inspection) found.push_back(**std::move(inspection));
    }
    setting.inspections = merge_inspections({}, found);
    return {};
}

Result<School> read_setting(const CsvTable& row) {
    School setting;
    setting.urn = row.bytes(urn_column);
    Result<std::string> type = row.text(type_column);
    if (!type) return std::unexpected(type.error());
    const auto kind =
        std::ranges::find(types, in_small_letters(*type), &std::pair<std::string_view, SchoolKind>::first);
    if (kind == types.end())
        return row.bad(type_column, "“" + *type + "” is no type of provider that this program knows.");
    setting.kind = kind->second;
    setting.type_name = *std::move(type);
    for (const auto& [names, member] : text_columns) {
        Result<std::string> text = text_of(row, names);
        if (!text) return std::unexpected(text.error());
        setting.*member = *std::move(text);
    }
    Result<std::string> status = text_of(row, status_names);
    if (!status) return std::unexpected(status.error());
    setting.status_name = *std::move(status);
    if (const auto column = first_there(row, registered_names); column && !row.bytes(*column).empty()) {
        setting.opened = read_day(row.bytes(*column));
        if (!setting.opened)
            return row.bad(*column, "“" + std::string(row.bytes(*column)) + "” is not a date such as 20/07/2005.");
    }
    Result<Childcare> childcare = read_childcare(row);
    if (!childcare) return std::unexpected(childcare.error());
    setting.childcare = *std::move(childcare);
    if (const auto read = read_name(row, setting); !read) return std::unexpected(read.error());
    if (const auto read = read_inspections(row, setting); !read) return std::unexpected(read.error());
    return setting;
}

bool has_ended(const CsvTable& row) {
    const auto column = first_there(row, status_names);
    if (!column) return false;
    const std::string status = in_small_letters(row.bytes(*column));
    return status == "resigned" || status == "cancelled" || status == "closed";
}

std::unexpected<Fault> none_of_authority(std::size_t rows, std::string_view authority,
                                         const std::set<std::string>& others) {
    std::string named;
    for (const std::string& other : others) named += (named.empty() ? "" : ", ") + other;
    return fault("no_rows_of_authority", "None of the file's " + std::to_string(rows) +
                                             " rows is an active provider in “" + std::string(authority) +
                                             "”; it has those of " + named +
                                             ". Check the county's name, or choose another file.");
}

}  // namespace

Result<std::vector<School>> read_childcare_providers(std::istream& file, std::string_view authority_name) {
    Result<CsvTable> table = CsvTable::open(
        file, needed, "Download “Childcare providers and inspections” from Ofsted’s statistics, as CSV.");
    if (!table) return std::unexpected(table.error());
    const std::string authority = in_small_letters(authority_name);
    std::vector<School> settings;
    std::map<std::string, std::string, std::less<>> row_of_urn;
    std::set<std::string> others;
    Result<bool> more = table->next();
    for (; more && *more; more = table->next()) {
        if (in_small_letters(table->bytes(authority_column)) != authority) {
            if (others.size() < authorities_named_max) others.emplace(table->bytes(authority_column));
            continue;
        }
        const std::string urn(table->bytes(urn_column));
        if (!is_provider_urn(urn))
            return table->bad(urn_column, "“" + urn + "” is not a provider’s number, such as EY309451.", "bad_urn");
        const auto [first, is_new] = row_of_urn.emplace(urn, table->row_name());
        if (!is_new) return table->bad(urn_column, urn + " is also in " + first->second + ".", "duplicate_urn");
        if (has_ended(*table)) continue;
        Result<School> setting = read_setting(*table);
        if (!setting) return std::unexpected(setting.error());
        settings.push_back(*std::move(setting));
    }
    if (!more) return std::unexpected(more.error());
    if (table->rows() == 0) return fault("no_rows", "The file has a header and no providers. Download it again.");
    if (settings.empty()) return none_of_authority(table->rows(), authority_name, others);
    return settings;
}

}  // namespace kitbag
