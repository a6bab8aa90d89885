#include "core/schools/inspections_import.h"

#include "core/base/text.h"
#include "core/schools/csv_table.h"
#include "core/schools/inspection_columns.h"
#include "core/schools/school.h"

namespace kitbag {
namespace {

constexpr std::string_view urn_column = "URN";
constexpr std::string_view authority_column = "Local authority";
constexpr std::array needed = {urn_column, authority_column};

constexpr std::array<GradeColumn, 10> renewed_grades = {{
    {"Category of concern", {"Category of concern", "", ""}},
    {"Safeguarding standards", {"Safeguarding standards", "", ""}},
    {"Inclusion", {"Inclusion", "", ""}},
    {"Curriculum and teaching", {"Curriculum and teaching", "", ""}},
    {"Achievement", {"Achievement", "", ""}},
    {"Attendance and behaviour", {"Attendance and behaviour", "", ""}},
    {"Personal development and wellbeing", {"Personal development and wellbeing", "", ""}},
    {"Early years", {"Early years (where applicable)", "", ""}},
    {"Post-16 provision", {"Post-16 provision (where applicable)", "", ""}},
    {"Leadership and governance", {"Leadership and governance", "", ""}},
}};

constexpr std::array<GradeColumn, 8> latest_oeif_grades = {{
    {"Category of concern", {"Latest OEIF category of concern", "", ""}},
    {"Quality of education", {"Latest OEIF quality of education", "", ""}},
    {"Behaviour and attitudes", {"Latest OEIF behaviour and attitudes", "", ""}},
    {"Personal development", {"Latest OEIF personal development", "", ""}},
    {"Leadership and management", {"Latest OEIF effectiveness of leadership and management", "", ""}},
    {"Safeguarding is effective", {"Latest OEIF safeguarding is effective?", "", ""}},
    {"Early years", {"Latest OEIF early years provision (where applicable)", "", ""}},
    {"Sixth form", {"Latest OEIF sixth form provision (where applicable)", "", ""}},
}};
constexpr std::array<GradeColumn, 10> earlier_grades = {{
    {"Category of concern", {"Category of concern", "", ""}},
    {"Quality of education", {"Quality of education", "", ""}},
    {"Quality of teaching, learning and assessment", {"Quality of teaching, learning and assessment", "", ""}},
    {"Behaviour and attitudes", {"Behaviour and attitudes", "", ""}},
    {"Personal development", {"Personal development", "", ""}},
    {"Personal development, behaviour and welfare", {"Personal development, behaviour and welfare", "", ""}},
    {"Leadership and management", {"Effectiveness of leadership and management", "", ""}},
    {"Safeguarding is effective", {"Safeguarding is effective", "Safeguarding is effective?", ""}},
    {"Early years", {"Early years provision (where applicable)", "", ""}},
    {"Sixth form", {"Sixth form provision (where applicable)", "16 to 19 study programmes", ""}},
}};
constexpr std::array<GradeColumn, 8> previous_grades = {{
    {"Category of concern", {"Previous category of concern", "", ""}},
    {"Quality of education", {"Previous quality of education", "", ""}},
    {"Behaviour and attitudes", {"Previous behaviour and attitudes", "", ""}},
    {"Personal development", {"Previous personal development", "", ""}},
    {"Leadership and management", {"Previous effectiveness of leadership and management", "", ""}},
    {"Safeguarding is effective", {"Previous safeguarding is effective?", "Previous safeguarding is effective", ""}},
    {"Early years", {"Previous early years provision (where applicable)", "", ""}},
    {"Sixth form", {"Previous sixth form provision (where applicable)", "", ""}},
}};

constexpr std::array<InspectionColumns, 3> since_november_2025 = {{
    {InspectionKind::full,
     {"Inspection start date", "", ""},
     {"Inspection number of latest full inspection", "", ""},
     {},
     renewed_grades},
    {InspectionKind::full,
     {"Inspection start date of latest OEIF graded inspection", "", ""},
     {"Inspection number of latest OEIF graded inspection", "", ""},
     {"Latest OEIF overall effectiveness", "", ""},
     latest_oeif_grades},
    {InspectionKind::ungraded,
     {"Date of latest ungraded inspection", "", ""},
     {"Latest ungraded inspection number", "", ""},
     {"Ungraded inspection overall outcome", "", ""},
     {}},
}};
constexpr std::array<InspectionColumns, 3> until_november_2025 = {{
    {InspectionKind::full,
     {"Inspection start date", "Inspection start date of latest full inspection", ""},
     {"Inspection number of latest full inspection", "Inspection number", ""},
     {"Overall effectiveness", "", ""},
     earlier_grades},
    {InspectionKind::full,
     {"Previous inspection start date", "Previous full inspection start date", ""},
     {"Previous inspection number", "Previous full inspection number", ""},
     {"Previous full inspection overall effectiveness", "Previous inspection overall effectiveness", ""},
     previous_grades},
    {InspectionKind::ungraded,
     {"Date of latest ungraded inspection", "Date of latest section 8 inspection", ""},
     {"Latest ungraded inspection number", "Latest section 8 inspection number", ""},
     {"Ungraded inspection overall outcome", "Section 8 inspection overall outcome", ""},
     {}},
}};
constexpr std::string_view only_since_november_2025 = "Inclusion";

Result<std::vector<Inspection>> read_row(const CsvTable& row, std::span<const InspectionColumns> eras) {
    std::vector<Inspection> found;
    for (const InspectionColumns& columns : eras) {
        Result<std::optional<Inspection>> inspection = read_inspection(row, columns);
        if (!inspection) return std::unexpected(inspection.error());
        if (*inspection) found.push_back(**std::move(inspection));
    }
    return merge_inspections({}, found);
}

}  // namespace

Result<InspectionsByUrn> read_school_inspections(std::istream& file, std::string_view authority_name) {
    Result<CsvTable> table = CsvTable::open(
        file, needed, "Download “State-funded schools inspections and outcomes” from Ofsted’s statistics, as CSV.");
    if (!table) return std::unexpected(table.error());
    const std::span<const InspectionColumns> eras = table->has(only_since_november_2025)
                                                        ? std::span<const InspectionColumns>(since_november_2025)
                                                        : std::span<const InspectionColumns>(until_november_2025);
    if (!first_there(*table, eras.front().date))
        return fault(
            "missing_columns",
            "The file has no column named: Inspection start date. Download “State-funded schools inspections and "
            "outcomes” from Ofsted’s statistics, as CSV.");
    const std::string authority = in_small_letters(authority_name);
    InspectionsByUrn found;
    Result<bool> more = table->next();
    for (; more && *more; more = table->next()) {
        if (in_small_letters(table->bytes(authority_column)) != authority) continue;
        const std::string urn(table->bytes(urn_column));
        if (!is_school_urn(urn))
            return table->bad(urn_column, "“" + urn + "” is not a URN, which has six digits.", "bad_urn");
        Result<std::vector<Inspection>> inspections = read_row(*table, eras);
        if (!inspections) return std::unexpected(inspections.error());
        const bool is_new = found.emplace(urn, *std::move(inspections)).second;
        if (!is_new) return table->bad(urn_column, urn + " is also in an earlier row.", "duplicate_urn");
    }
    if (!more) return std::unexpected(more.error());
    if (!found.empty()) return found;
    return fault("no_rows_of_authority", "None of the file's " + std::to_string(table->rows()) +
                                             " rows is a school in “" + std::string(authority_name) +
                                             "”. Check the county's name, or choose another file.");
}

}  // namespace kitbag
