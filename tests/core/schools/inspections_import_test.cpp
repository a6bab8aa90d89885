#include "core/schools/inspections_import.h"

#include <sstream>

#include <doctest/doctest.h>

#include "core/schools/inspection_columns.h"

using namespace kitbag;

namespace {

Result<InspectionsByUrn> read(const std::string& bytes) {
    std::istringstream file(bytes);
    return read_school_inspections(file, "Wendshire");
}

std::vector<Inspection> of_first_school(const std::string& bytes) {
    const auto found = read(bytes);
    REQUIRE_MESSAGE(found.has_value(), (found ? "" : found.error().sentence));
    REQUIRE(found->contains("900001"));
    return found->at("900001");
}

}  // namespace

TEST_CASE("a file of each era gives the inspections that it has, and no grade becomes another") {
    const std::string before_2019 =
        "URN,Local authority,Inspection start date,Overall effectiveness,\"Quality of teaching, learning and "
        "assessment\",Previous inspection start date,Previous full inspection overall effectiveness\r\n"
        "900001,Wendshire,12/05/2016,2,3,10/10/2011,3\r\n";
    CHECK(of_first_school(before_2019) ==
          std::vector<Inspection>{
              {"", {2016, 5, 12}, InspectionKind::full, "2", {{"Quality of teaching, learning and assessment", "3"}}},
              {"", {2011, 10, 10}, InspectionKind::full, "3", {}}});

    const std::string until_2025 =
        "URN,Local authority,Inspection start date,Overall effectiveness,Category of concern,Quality of "
        "education,Early years "
        "provision (where applicable),Date of latest ungraded inspection,Ungraded inspection overall outcome\r\n"
        "900001,WENDSHIRE,2022-06-08,4,SM,4,9,01/02/2024,School remains Good\r\n"
        "900002,Elsewhere,nonsense,,,,,,\r\n";
    CHECK(of_first_school(until_2025) ==
          std::vector<Inspection>{{"", {2024, 2, 1}, InspectionKind::ungraded, "School remains Good", {}},
                                  {"",
                                   {2022, 6, 8},
                                   InspectionKind::full,
                                   "4",
                                   {{"Category of concern", "SM"}, {"Quality of education", "4"}}}});

    const std::string since =
        "URN,Local authority,Inspection start date,Inclusion,Achievement,Inspection start date of latest OEIF graded "
        "inspection,Latest OEIF overall effectiveness,Latest OEIF  safeguarding is effective?\r\n"
        "900001,Wendshire,14/01/2026,Exceptional,Urgent improvement,05/03/2020,1,Yes\r\n";
    CHECK(
        of_first_school(since) ==
        std::vector<Inspection>{{"",
                                 {2026, 1, 14},
                                 InspectionKind::full,
                                 "",
                                 {{"Inclusion", "Exceptional"}, {"Achievement", "Urgent improvement"}}},
                                {"", {2020, 3, 5}, InspectionKind::full, "1", {{"Safeguarding is effective", "Yes"}}}});
}

TEST_CASE("a bad file of inspections is refused whole") {
    const auto code = [](const std::string& bytes) {
        const auto found = read(bytes);
        return found ? std::string("taken") : found.error().code;
    };
    const std::string header = "URN,Local authority,Inspection start date,Overall effectiveness\r\n";
    CHECK(code(header + "900001,Wendshire,,\r\n") == "taken");
    CHECK(code(header + "900001,Elsewhere,12/05/2016,2\r\n") == "no_rows_of_authority");
    CHECK(code(header + "900001,Wendshire,12/05/2016,5\r\n") == "bad_row");
    CHECK(code(header + "900001,Wendshire,12 May,2\r\n") == "bad_row");
    CHECK(code(header + "12,Wendshire,12/05/2016,2\r\n") == "bad_urn");
    CHECK(code(header + "900001,Wendshire,12/05/2016,2\r\n900001,Wendshire,12/05/2016,2\r\n") == "duplicate_urn");
    CHECK(code("URN,Local authority\r\n900001,Wendshire\r\n") == "missing_columns");
}

TEST_CASE("grades are called what they were called on the day") {
    struct Row {
        std::string grade;
        Date date;
        bool is_setting;
        std::string words;
    };
    const Row rows[] = {
        {"1", {2011, 1, 1}, false, "Outstanding"},
        {"3", {2012, 8, 31}, false, "Satisfactory"},
        {"3", {2012, 9, 1}, false, "Requires improvement"},
        {"3", {2013, 11, 3}, true, "Satisfactory"},
        {"3", {2013, 11, 4}, true, "Requires improvement"},
        {"4", {2020, 1, 1}, true, "Inadequate"},
        {"Strong standard", {2026, 1, 1}, true, "Strong standard"},
        {"-", {2020, 1, 1}, true, ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.words);
        CHECK(grade_in_words(row.grade, row.date, row.is_setting) == row.words);
    }
    CHECK(framework_of({2015, 8, 31}) == InspectionFramework::before_2015);
    CHECK(framework_of({2019, 8, 31}) == InspectionFramework::common);
    CHECK(framework_of({2025, 11, 9}) == InspectionFramework::education);
    CHECK(framework_of({2025, 11, 10}) == InspectionFramework::renewed);
}

TEST_CASE("what an earlier file told of inspections stays, and the later one's word counts") {
    const Inspection old_one{"1", {2010, 5, 1}, InspectionKind::full, "3", {}};
    const Inspection was{"2", {2015, 5, 1}, InspectionKind::full, "2", {}};
    const Inspection corrected{"2", {2015, 5, 1}, InspectionKind::full, "1", {}};
    const Inspection newest{"3", {2019, 5, 1}, InspectionKind::full, "2", {}};
    CHECK(merge_inspections(std::vector{was, old_one}, std::vector{newest, corrected}) ==
          std::vector{newest, corrected, old_one});
}
