#include "core/schools/register_import.h"

#include <algorithm>
#include <map>
#include <sstream>

#include <doctest/doctest.h>

#include "core/schools/csv_table.h"
#include "tests/core/test_files.h"

using namespace kitbag;

namespace {

// A file of the invented county of Wendshire (999), whose columns are not in GIAS's order and whose heads nobody may
// read.
using Cells = std::map<std::string, std::string>;

const std::vector<std::string> columns = {"URN",
                                          "EstablishmentName",
                                          "HeadLastName",
                                          "LA (code)",
                                          "EstablishmentNumber",
                                          "TypeOfEstablishment (code)",
                                          "TypeOfEstablishment (name)",
                                          "EstablishmentTypeGroup (code)",
                                          "EstablishmentStatus (code)",
                                          "EstablishmentStatus (name)",
                                          "OpenDate",
                                          "CloseDate",
                                          "PhaseOfEducation (code)",
                                          "PhaseOfEducation (name)",
                                          "StatutoryLowAge",
                                          "StatutoryHighAge",
                                          "OfficialSixthForm (code)",
                                          "ReligiousCharacter (name)",
                                          "Diocese (name)",
                                          "NumberOfPupils",
                                          "Trusts (name)",
                                          "Town",
                                          "Postcode",
                                          "DistrictAdministrative (name)",
                                          "ParliamentaryConstituency (name)"};

Cells school_row(const std::string& urn, const Cells& changes = {}) {
    Cells cells = {{"URN", urn},
                   {"LA (code)", "999"},
                   {"EstablishmentName", "School " + urn},
                   {"EstablishmentStatus (code)", "1"},
                   {"TypeOfEstablishment (code)", "01"},
                   {"EstablishmentTypeGroup (code)", "4"},
                   {"PhaseOfEducation (code)", "2"},
                   {"HeadLastName", "\"Nobody\"\"s, business\""}};
    for (const auto& [column, text] : changes) cells[column] = text;
    return cells;
}

std::string line_of(const Cells& cells) {
    std::string line;
    for (const std::string& column : columns) {
        const auto cell = cells.find(column);
        line += (column == columns.front() ? "" : ",") + (cell == cells.end() ? "" : cell->second);
    }
    return line + "\r\n";
}

std::string header() {
    Cells cells;
    for (const std::string& column : columns) cells[column] = column;
    return line_of(cells);
}

std::string file_of(const std::vector<Cells>& rows) {
    std::string file = header();
    for (const Cells& row : rows) file += line_of(row);
    return file;
}

Result<std::vector<School>> read_extract(const std::string& bytes, std::string_view authority) {
    std::istringstream file(bytes);
    return read_gias_extract(file, authority);
}

std::vector<std::string> urns_in(const std::string& file) {
    std::vector<std::string> urns;
    const auto schools = read_extract(file, "999");
    REQUIRE_MESSAGE(schools.has_value(), (schools ? "" : schools.error().sentence));
    for (const School& school : *schools) urns.push_back(school.urn);
    return urns;
}

// Faults are compared by code and by what the sentence must say.
void refuses(const std::string& file, const std::string& code, const std::vector<std::string>& said) {
    const auto schools = read_extract(file, "999");
    REQUIRE_FALSE(schools);
    CHECK(schools.error().code == code);
    for (const std::string& words : said) {
        CAPTURE(schools.error().sentence);
        CHECK(schools.error().sentence.contains(words));
    }
}

}  // namespace

TEST_CASE("the demonstration register has the 257 state schools of Cambridgeshire") {
    const auto schools = read_extract(read_test_file("data/register/cambridgeshire-gias.csv"), "873");
    REQUIRE_MESSAGE(schools.has_value(), (schools ? "" : schools.error().sentence));
    CHECK(schools->size() == 257);

    const auto count = [&](auto member, auto value) { return std::ranges::count(*schools, value, member); };
    CHECK(count(&School::kind, SchoolKind::primary) == 210);
    CHECK(count(&School::kind, SchoolKind::secondary) == 33);
    CHECK(count(&School::kind, SchoolKind::all_through) == 1);
    CHECK(count(&School::kind, SchoolKind::special) == 10);
    CHECK(count(&School::kind, SchoolKind::alternative_provision) == 3);
    CHECK(count(&School::governance, Governance::maintained) == 127);
    CHECK(count(&School::governance, Governance::academy) == 125);
    CHECK(count(&School::governance, Governance::free_school) == 5);
    CHECK(count(&School::sixth_form, SixthForm::not_known) == 257);

    const auto ashbeach = std::ranges::find(*schools, "110685", &School::urn);
    REQUIRE(ashbeach != schools->end());
    CHECK(ashbeach->name == "The Ashbeach Primary School");
    CHECK(ashbeach->establishment_number == "2217");
    CHECK(ashbeach->type_name == "Community school");
    CHECK(ashbeach->phase_name == "Primary");
    CHECK(ashbeach->status_name == "Open");
    CHECK(ashbeach->constituency == "North West Cambridgeshire");
    CHECK(ashbeach->pupils == 131);
    CHECK_FALSE(ashbeach->low_age);
    CHECK(ashbeach->town == "");
}

TEST_CASE("every fact is taken from the column that has its name") {
    const std::string file =
        file_of({school_row("900001", {{"EstablishmentName", "\"Wend, St Mary\x92s \"\"Upper\"\"\r\nSchool\""},
                                       {"EstablishmentNumber", "4001"},
                                       {"TypeOfEstablishment (code)", "34"},
                                       {"TypeOfEstablishment (name)", "Academy converter"},
                                       {"EstablishmentTypeGroup (code)", "10"},
                                       {"EstablishmentStatus (code)", "3"},
                                       {"EstablishmentStatus (name)", "\"Open, but proposed to close\""},
                                       {"OpenDate", "01-09-2011"},
                                       {"CloseDate", " 31-08-2027 "},
                                       {"PhaseOfEducation (code)", "4"},
                                       {"PhaseOfEducation (name)", "Secondary"},
                                       {"StatutoryLowAge", "11"},
                                       {"StatutoryHighAge", "18"},
                                       {"OfficialSixthForm (code)", "1"},
                                       {"ReligiousCharacter (name)", "Church of England"},
                                       {"Diocese (name)", "Diocese of Wend"},
                                       {"NumberOfPupils", " 1204 "},
                                       {"Trusts (name)", "THE WEND TRUST"},
                                       {"Town", "Wendbridge"},
                                       {"Postcode", "WE1 1AA"},
                                       {"DistrictAdministrative (name)", "North Wend"},
                                       {"ParliamentaryConstituency (name)", "Mid Wendshire"}})});
    School expected;
    expected.urn = "900001";
    expected.establishment_number = "4001";
    expected.name = "Wend, St Mary’s \"Upper\"\r\nSchool";
    expected.kind = SchoolKind::secondary;
    expected.governance = Governance::academy;
    expected.type_name = "Academy converter";
    expected.phase_name = "Secondary";
    expected.status_name = "Open, but proposed to close";
    expected.trust = "THE WEND TRUST";
    expected.diocese = "Diocese of Wend";
    expected.religious_character = "Church of England";
    expected.district = "North Wend";
    expected.constituency = "Mid Wendshire";
    expected.town = "Wendbridge";
    expected.postcode = "WE1 1AA";
    expected.low_age = 11;
    expected.high_age = 18;
    expected.pupils = 1204;
    expected.sixth_form = SixthForm::has;
    expected.opened = Date{2011, 9, 1};
    expected.closed = Date{2027, 8, 31};
    const auto schools = read_extract(file, "999");
    REQUIRE(schools);
    CHECK(schools->front() == expected);
}

TEST_CASE("a sixth form is known only where the extract says so") {
    struct Row {
        std::string code;
        SixthForm sixth_form;
    };
    const Row rows[] = {
        {"1", SixthForm::has}, {"2", SixthForm::has_not}, {"0", SixthForm::not_known}, {"", SixthForm::not_known}};
    for (const Row& row : rows) {
        CAPTURE(row.code);
        const std::string file = file_of({school_row("900001", {{"OfficialSixthForm (code)", row.code}})});
        CHECK(read_extract(file, "999").value().front().sixth_form == row.sixth_form);
    }
}

TEST_CASE("the day a school opened is read as GIAS writes it, or is not said") {
    struct Row {
        const char* cell;
        std::optional<Date> opened;
    };
    const Row rows[] = {{"", std::nullopt},
                        {"29-02-2016", Date{2016, 2, 29}},
                        {"01-01-1900", Date{1900, 1, 1}},
                        {"31-12-1899", std::nullopt},
                        {"01-01-1566", std::nullopt}};
    for (const Row& row : rows) {
        CAPTURE(row.cell);
        const auto schools = read_extract(file_of({school_row("900001", {{"OpenDate", row.cell}})}), "999");
        REQUIRE(schools);
        CHECK(schools->front().opened == row.opened);
    }
}

TEST_CASE("a file too large to be an extract is refused") {
    refuses(std::string(table_bytes_max + 1, 'a'), "too_large", {"128 MB"});
}

TEST_CASE("rows that are not the county's open state schools are passed over") {
    const auto urns = urns_in(file_of({
        school_row("900001"),
        school_row("not looked at", {{"LA (code)", "998"}, {"NumberOfPupils", "many"}}),
        school_row("900002", {{"EstablishmentStatus (code)", "2"}, {"NumberOfPupils", "many"}}),
        school_row("900003", {{"EstablishmentTypeGroup (code)", "3"}}),
        school_row("900004", {{"EstablishmentTypeGroup (code)", "9"}}),
        school_row("900005", {{"EstablishmentStatus (code)", "4"}}),
        school_row("900006", {{"EstablishmentTypeGroup (code)", "77"}}),
    }));
    CHECK(urns == std::vector<std::string>{"900001", "900005", "900006"});
}

TEST_CASE("children's centres in an extract are no schools and do no harm, whatever their numbers") {
    const Cells in_group = {{"TypeOfEstablishment (code)", "47"}, {"EstablishmentTypeGroup (code)", "12"}};
    const Cells elsewhere = {{"TypeOfEstablishment (code)", "48"}, {"EstablishmentTypeGroup (code)", ""}};
    CHECK(urns_in(file_of({school_row("20646", in_group), school_row("900001"), school_row("20646", in_group),
                           school_row("21081", elsewhere)})) == std::vector<std::string>{"900001"});
}

TEST_CASE("a file saved again as UTF-8 is read, with or without its mark") {
    const std::string file = file_of({school_row("900001", {{"Town", "Wend’s Höhe"}})});
    for (const std::string& bytes : {file, "\xEF\xBB\xBF" + file}) {
        const auto schools = read_extract(bytes, "999");
        REQUIRE(schools);
        CHECK(schools->front().town == "Wend’s Höhe");
    }
}

TEST_CASE("a file in another encoding is refused") {
    const std::string good = file_of({school_row("900001")});
    std::string utf_16 = "\xFF\xFE";
    for (const char c : good) utf_16 += {c, '\0'};
    refuses(utf_16, "wrong_encoding", {"UTF-16", "CSV UTF-8"});
    refuses(utf_16.substr(2), "wrong_encoding", {"UTF-16"});
    refuses("\xFE\xFF", "wrong_encoding", {"UTF-16"});
    refuses("\xEF\xBB\xBF" + good + "\xE9", "wrong_encoding", {"UTF-8"});
    refuses(file_of({school_row("900001"), school_row("900002", {{"Town", "Wend\x81"}})}), "wrong_encoding",
            {"Row 3, Town:"});
}

TEST_CASE("all missing columns are named at once") {
    std::string file = file_of({school_row("900001")});
    for (const std::string column : {"Postcode", "OfficialSixthForm (code)"})
        file.replace(file.find(column), column.size(), "Other");
    refuses(file, "missing_columns", {"OfficialSixthForm (code)", "Postcode", "Establishment fields CSV"});
    refuses("<html>", "missing_columns", {"URN", "LA (code)", "NumberOfPupils"});
}

TEST_CASE("an extract with nothing to take is refused") {
    refuses("", "no_rows", {"empty"});
    refuses(header(), "no_rows", {"no schools"});
    refuses(file_of({school_row("900001", {{"LA (code)", "998"}}), school_row("900002", {{"LA (code)", "997"}})}),
            "no_rows_of_authority", {"2 rows", "999"});
    refuses(file_of({school_row("900001", {{"EstablishmentStatus (code)", "2"}})}), "no_rows_of_authority", {"open"});
}

TEST_CASE("a file cut anywhere in its last row is refused, and the row is named") {
    const std::string before = file_of({school_row("900001")});
    const std::string last = line_of(school_row("900002", {{"ParliamentaryConstituency (name)", "\"Mid, Wend\""}}));
    for (std::size_t size = 1; size < last.size(); ++size) {
        CAPTURE(last.substr(0, size));
        refuses(before + last.substr(0, size), "cut_row", {"Row 3"});
    }
    CHECK(urns_in(before + last).size() == 2);
}

TEST_CASE("a row that cannot be right is refused and named") {
    const Cells good = school_row("900001");
    const auto second = [&](const std::string& urn, const Cells& changes) {
        return file_of({good, school_row(urn, changes)});
    };
    refuses(second("900001", {}), "duplicate_urn", {"Row 3", "900001", "Row 2"});
    refuses(second("900001", {{"EstablishmentStatus (code)", "2"}}), "duplicate_urn", {"Row 3", "Row 2"});
    for (const std::string urn : {"", "90000", "9000011", "90000x", "000001"})
        refuses(second(urn, {}), "bad_urn", {"Row 3, URN", urn});
    refuses(second("900002", {{"NumberOfPupils", "12.5"}}), "bad_row", {"Row 3, NumberOfPupils", "12.5"});
    refuses(second("900002", {{"StatutoryLowAge", "-3"}}), "bad_row", {"Row 3, StatutoryLowAge"});
    for (const std::string date :
         {"2014-09-01", "1/9/2014", "31-02-2014", "00-00-1850", "soon", "01-09-14", "01-09-0000"}) {
        refuses(second("900002", {{"OpenDate", date}}), "bad_row", {"Row 3, OpenDate", date});
        refuses(second("900002", {{"CloseDate", date}}), "bad_row", {"Row 3, CloseDate", "01-09-2014"});
    }
    refuses(second("900002", {{"EstablishmentName", " "}}), "bad_row", {"Row 3, EstablishmentName"});
    refuses(second("900002", {{"PhaseOfEducation (code)", "0"}}), "bad_row", {"Row 3, PhaseOfEducation (code)"});
    refuses(second("900002", {{"Town", "Wend, Upper"}}), "bad_row", {"Row 3", "26", "25"});
    refuses(second("900002", {{"Town", "\"Wend\" Upper"}}), "bad_row", {"Row 3"});
}
