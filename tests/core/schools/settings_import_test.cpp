#include "core/schools/settings_import.h"

#include <algorithm>
#include <map>
#include <sstream>

#include <doctest/doctest.h>

#include "core/base/json.h"
#include "core/schools/school_json.h"
#include "tests/core/test_files.h"

using namespace kitbag;

namespace {

using Cells = std::map<std::string, std::string>;

const std::vector<std::string> columns = {"Web link",
                                          "Provider URN",
                                          "Registration date",
                                          "Provider type",
                                          "Provider subtype",
                                          "Provider status",
                                          "Provider Early Years Register Flag",
                                          "Provider Compulsory Childcare Register Flag",
                                          "Provider Voluntary Childcare Register Flag",
                                          "Registered person URN",
                                          "Registered_Person_Name",
                                          "Provider name",
                                          "Provider town",
                                          "Postcode",
                                          "Parliamentary constituency",
                                          "Local authority",
                                          "Deprivation Band",
                                          "Places",
                                          "Most recent full: Inspection number",
                                          "Most recent full: Inspection date",
                                          "Most recent full: Overall effectiveness",
                                          "Quality of education",
                                          "Safeguarding is effective?",
                                          "Second most recent full: Overall effectiveness",
                                          "Second most recent full: Inspection number",
                                          "Second most recent full: Inspection date",
                                          "CR: Inspection number",
                                          "CR: Inspection date",
                                          "CR: Overall effectiveness"};

Cells nursery(const std::string& urn, const Cells& changes = {}) {
    Cells cells = {{"Provider URN", urn},
                   {"Registration date", "04/01/2010"},
                   {"Provider type", "Childcare on non-domestic premises"},
                   {"Provider subtype", "Full day care"},
                   {"Provider status", "Active"},
                   {"Provider Early Years Register Flag", "Y"},
                   {"Provider Compulsory Childcare Register Flag", "Y"},
                   {"Provider Voluntary Childcare Register Flag", "N"},
                   {"Registered person URN", "RP900001"},
                   {"Registered_Person_Name", "Nobody's business"},
                   {"Provider name", "Little Wend Nursery"},
                   {"Provider town", "Wendham"},
                   {"Postcode", "WD1 1AA"},
                   {"Parliamentary constituency", "North Wendshire"},
                   {"Local authority", "Wendshire"},
                   {"Deprivation Band", "Average"},
                   {"Places", "25"}};
    for (const auto& [column, text] : changes) cells[column] = text;
    return cells;
}

std::string line_of(const Cells& cells, const std::vector<std::string>& order = columns) {
    std::string line;
    for (const std::string& column : order) {
        const auto cell = cells.find(column);
        line += (column == order.front() ? "" : ",") + (cell == cells.end() ? "" : cell->second);
    }
    return line + "\r\n";
}

std::string file_of(const std::vector<Cells>& rows, const std::vector<std::string>& order = columns) {
    Cells header;
    for (const std::string& column : columns) header[column] = column;
    std::string file = line_of(header, order);
    for (const Cells& row : rows) file += line_of(row, order);
    return file;
}

Result<std::vector<School>> read(const std::string& bytes, std::string_view authority = "Wendshire") {
    std::istringstream file(bytes);
    return read_childcare_providers(file, authority);
}

School only_setting(const std::string& bytes) {
    const auto settings = read(bytes);
    REQUIRE_MESSAGE(settings.has_value(), (settings ? "" : settings.error().sentence));
    REQUIRE(settings->size() == 1);
    return settings->front();
}

void refuses(const std::string& file, const std::string& code, const std::vector<std::string>& said) {
    const auto settings = read(file);
    REQUIRE_FALSE(settings);
    CHECK(settings.error().code == code);
    for (const std::string& words : said) {
        CAPTURE(settings.error().sentence);
        CHECK(settings.error().sentence.contains(words));
    }
}

}  // namespace

TEST_CASE("Ofsted's list of 2021 has the county's 1,059 settings, childminders by their number") {
    std::istringstream file(read_test_file("data/register/cambridgeshire-ofsted-childcare-2021.csv"));
    const auto settings = read_childcare_providers(file, "cambridgeshire");
    REQUIRE_MESSAGE(settings.has_value(), (settings ? "" : settings.error().sentence));
    CHECK(settings->size() == 1059);
    const auto count = [&](SchoolKind kind) { return std::ranges::count(*settings, kind, &School::kind); };
    CHECK(count(SchoolKind::group_setting) == 383);
    CHECK(count(SchoolKind::home_setting) == 3);
    CHECK(count(SchoolKind::childminder) == 528);
    CHECK(count(SchoolKind::home_childcarer) == 145);
    CHECK(std::ranges::count_if(*settings, [](const School& one) { return one.childcare->name_is_withheld; }) == 676);
    CHECK(std::ranges::count_if(*settings, [](const School& one) { return one.childcare->on_early_years_register; }) ==
          864);

    const auto first = std::ranges::find(*settings, "EY309451", &School::urn);
    REQUIRE(first != settings->end());
    CHECK(first->name == "Childminder EY309451");
    CHECK(first->town == "");
    CHECK(first->constituency == "North East Cambridgeshire");
    CHECK(first->inspections.size() == 3);
}

TEST_CASE("every fact of a setting is taken from the column that has its name, in any order, case and spacing") {
    const Cells row = nursery("EY900001", {{"Most recent full: Inspection number", "10000001"},
                                           {"Most recent full: Inspection date", "12/09/2019"},
                                           {"Most recent full: Overall effectiveness", "2"},
                                           {"Quality of education", "1"},
                                           {"Safeguarding is effective?", "Yes"},
                                           {"Second most recent full: Overall effectiveness", "3"},
                                           {"Second most recent full: Inspection date", "2012-07-20"},
                                           {"CR: Inspection date", "01/02/2020"},
                                           {"CR: Overall effectiveness", "Met"}});
    const School setting = only_setting(file_of({row}));
    CHECK(setting.urn == "EY900001");
    CHECK(setting.name == "Little Wend Nursery");
    CHECK(setting.kind == SchoolKind::group_setting);
    CHECK(setting.governance == Governance::other);
    CHECK(setting.type_name == "Childcare on non-domestic premises");
    CHECK(setting.phase_name == "Full day care");
    CHECK(setting.status_name == "Active");
    CHECK(setting.opened == Date{2010, 1, 4});
    CHECK(setting.town == "Wendham");
    CHECK(setting.postcode == "WD1 1AA");
    CHECK(setting.constituency == "North Wendshire");
    CHECK(setting.childcare == Childcare{true, true, false, "RP900001", "Average", 25, false});
    CHECK(setting.inspections ==
          std::vector<Inspection>{{"", {2020, 2, 1}, InspectionKind::childcare_register, "Met", {}},
                                  {"10000001",
                                   {2019, 9, 12},
                                   InspectionKind::full,
                                   "2",
                                   {{"Quality of education", "1"}, {"Safeguarding is effective", "Yes"}}},
                                  {"", {2012, 7, 20}, InspectionKind::full, "3", {}}});

    std::vector<std::string> other_order(columns.rbegin(), columns.rend());
    CHECK(only_setting(file_of({row}, other_order)) == setting);
    std::string renamed = file_of({row});
    renamed.replace(renamed.find("Provider name"), 13, "provider  NAME");
    renamed.replace(renamed.find("Places"), 6, "places");
    CHECK(only_setting(renamed) == setting);
    CHECK(only_setting("Childcare providers\r\nAs at 31 August 2021,,\r\n\r\nNotes\r\n" + file_of({row})) == setting);

    const auto again = school_from_json(to_json(setting));
    REQUIRE(again);
    CHECK(*again == setting);
}

TEST_CASE("an inspection since November 2025 keeps its grades by area and has none overall") {
    const std::string file =
        "Provider URN,Provider type,Provider name,Local authority,Provider postcode,EYR REIF: Most recent: Inspection "
        "date,EYR REIF: Most recent: Safeguarding standards met?,EYR REIF: Most recent: Inclusion,EYR REIF: Most "
        "recent: "
        "Achievement,EYR OEIF: Most recent: Full inspection date,EYR OEIF/CIF: Most recent: Overall effectiveness\r\n"
        "EY900001,Childminder,REDACTED,Wendshire,REDACTED,14/01/2026,Met,Strong standard,Needs "
        "attention,03/03/2020,2\r\n";
    const School setting = only_setting(file);
    CHECK(setting.name == "Childminder EY900001");
    CHECK(setting.postcode == "");
    REQUIRE(setting.inspections.size() == 2);
    CHECK(setting.inspections[0] == Inspection{"",
                                               {2026, 1, 14},
                                               InspectionKind::full,
                                               "",
                                               {{"Safeguarding standards", "Met"},
                                                {"Inclusion", "Strong standard"},
                                                {"Achievement", "Needs attention"}}});
    CHECK(setting.inspections[1] == Inspection{"", {2020, 3, 3}, InspectionKind::full, "2", {}});
}

TEST_CASE("other counties' providers and those that have ended are passed over") {
    const auto settings = read(file_of({nursery("EY900001"), nursery("EY900002", {{"Local authority", "Elsewhere"}}),
                                        nursery("900003", {{"Provider status", "Resigned"}}), nursery("2900004")}));
    REQUIRE(settings);
    REQUIRE(settings->size() == 2);
    CHECK((*settings)[1].urn == "2900004");
}

TEST_CASE("a bad list of providers is refused whole, and the sentence says where") {
    const auto with = [](const std::string& column, const std::string& cell) {
        return file_of({nursery("EY900001"), nursery("EY900002", {{column, cell}})});
    };
    refuses("", "no_rows", {"empty"});
    refuses(file_of({}), "no_rows", {"no providers"});
    refuses("a,b\r\n1,2\r\n", "missing_columns", {"Provider URN", "Provider type", "Ofsted"});
    refuses(file_of({nursery("EY900001", {{"Local authority", "Elsewhere"}})}), "no_rows_of_authority",
            {"Wendshire", "Elsewhere"});
    refuses(file_of({nursery("EY900001"), nursery("EY900001")}), "duplicate_urn", {"Row 3", "Row 2"});
    for (const char* const urn : {"EY12", "20646"}) refuses(file_of({nursery(urn)}), "bad_urn", {"Row 2", urn});
    refuses(with("Provider type", "Castle"), "bad_row", {"Row 3", "Provider type", "Castle"});
    refuses(with("Registration date", "31/02/2010"), "bad_row", {"Row 3", "Registration date", "31/02/2010"});
    refuses(with("Registration date", "soon"), "bad_row", {"Row 3", "soon"});
    refuses(with("Places", "many"), "bad_row", {"Row 3", "Places", "many"});
    refuses(with("Places", "-4"), "bad_row", {"Row 3", "-4"});
    refuses(with("Provider Early Years Register Flag", "perhaps"), "bad_row", {"Row 3", "perhaps"});
    refuses(file_of({nursery("EY900001", {{"CR: Inspection date", "01/02/2020"}, {"CR: Overall effectiveness", "7"}})}),
            "bad_row", {"Row 2", "CR: Overall effectiveness", "7"});
    refuses(file_of({nursery("EY900001", {{"CR: Inspection date", "20th May"}})}), "bad_row", {"Row 2", "20th May"});
    std::string cut = file_of({nursery("EY900001")});
    cut.resize(cut.size() - 12);
    refuses(cut, "cut_row", {"Row 2"});
    refuses("\xFF\xFEP\0r\0o\0", "wrong_encoding", {"UTF-16"});
}
