#include "tests/core/outcomes/readings.h"

using namespace kitbag;

namespace {

constexpr const char* header = "urn,measure,year,group,pupils,value\r\n";

Result<ReadOutcomes> read(const std::string& rows, const std::string& head = header) {
    const Readings readings;
    std::istringstream file(head + rows);
    return read_long_outcomes(file, readings.reading());
}

}  // namespace

TEST_CASE("a plain file gives a part for each stage and year, with the comparators") {
    const auto found = read(
        "900001,eyfsp_good_level,2019,all,30,71\r\n900001,eyfsp_good_level,2018/19,Not FSM,24,75%\r\n"
        "900001,eyfsp_good_level,2018,All,,70\r\nCounty,eyfsp_good_level,2019,all,,72\r\n"
        "statistical neighbours,eyfsp_good_level,2019,all,,71.5\r\n900002,ks4_progress_8,2019,all,120,-0.31\r\n"
        "900555,ks4_progress_8,2019,all,120,0.5\r\n");
    REQUIRE_MESSAGE(found, found.error().sentence);
    REQUIRE(found->parts.size() == 3);
    CHECK(found->passed_over == 1);
    CHECK(found->parts[0].stage == OutcomeStage::eyfsp);
    CHECK(found->parts[0].year == 2018);
    CHECK(found->parts[1].year == 2019);
    CHECK(found->parts[1].subjects.size() == 3);
    CHECK(figure_of(found->parts[1], "900001", "eyfsp_good_level", PupilGroup::not_fsm)->number == 7500);
    CHECK(figure_of(found->parts[1], "statistical_neighbours", "eyfsp_good_level", PupilGroup::all)->number == 7150);
    CHECK(figure_of(found->parts[2], "900002", "ks4_progress_8", PupilGroup::all)->number == -31);
}

TEST_CASE("a plain file from before a school converted is taken under the URN that it had then") {
    Readings readings;
    readings.schools[0].formerly = {"900007", "900006"};
    std::istringstream file(std::string(header) +
                            "900006,eyfsp_good_level,2014,all,30,60\r\n"
                            "900007,eyfsp_good_level,2015,all,30,62\r\n"
                            "900001,eyfsp_good_level,2016,all,30,64\r\n");
    const auto found = read_long_outcomes(file, readings.reading());
    REQUIRE_MESSAGE(found, found.error().sentence);
    CHECK(found->passed_over == 0);
    REQUIRE(found->parts.size() == 3);
    CHECK(figure_of(found->parts[0], "900006", "eyfsp_good_level", PupilGroup::all)->number == 6000);
}

TEST_CASE("a small group in a plain file is hidden, with the other half of the pair") {
    const auto found = read(
        "900001,eyfsp_good_level,2019,all,30,71\r\n900001,eyfsp_good_level,2019,fsm,3,33\r\n"
        "900001,eyfsp_good_level,2019,not_fsm,27,75\r\n");
    REQUIRE(found);
    for (const PupilGroup group : {PupilGroup::fsm, PupilGroup::not_fsm}) {
        const Figure* figure = figure_of(found->parts[0], "900001", "eyfsp_good_level", group);
        REQUIRE(figure);
        CHECK(*figure == Figure{{}, NoNumber::small_group, {}});
    }
}

TEST_CASE("a year is the one in which the academic year ends, however it is written") {
    struct Row {
        const char* text;
        std::optional<int> year;
    };
    const Row rows[] = {{"2019", 2019},           {"2018/19", 2019},         {"2018-19", 2019},
                        {"201819", 2019},         {"2018/20", std::nullopt}, {"19", std::nullopt},
                        {"1999", std::nullopt},   {"2027", std::nullopt},    {"2026/27", std::nullopt},
                        {"twenty", std::nullopt}, {"2019.0", std::nullopt},  {"", std::nullopt}};
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(read_outcome_year(row.text, 2026) == row.year);
    }
}

TEST_CASE("what is wrong with a plain file is said with its row and column") {
    const std::string good = "900001,eyfsp_good_level,2019,all,30,71\r\n";
    struct Row {
        const char* code;
        std::string rows;
        const char* said;
    };
    const Row rows[] = {
        {"unknown_measure", good + "900001,eyfs_gld,2019,all,30,71\r\n",
         "Row 3, measure: there is no measure “eyfs_gld”"},
        {"bad_year", good + "900001,eyfsp_good_level,3019,all,30,71\r\n", "Row 3, year"},
        {"unknown_group", good + "900001,eyfsp_good_level,2019,twins,30,71\r\n", "Row 3, group"},
        {"bad_urn", good + "Bramble Hill,eyfsp_good_level,2019,all,30,71\r\n", "Row 3, urn"},
        {"bad_urn", good + "90001,eyfsp_good_level,2019,all,30,71\r\n", "Row 3, urn"},  // A figure is missing.
        {"bad_row", good + "900002,eyfsp_good_level,2019,all,30,171\r\n", "Row 3, value"},
        {"bad_row", good + "900002,eyfsp_good_level,2019,all,some,71\r\n", "Row 3, pupils"},
        {"duplicate_row", good + good, "also in Row 2"},
        {"no_rows", "", "no rows"},
        {"no_rows_of_authority", "900555,eyfsp_good_level,2019,all,30,71\r\n", "register"},
        {"no_rows_of_authority", "900555,eyfsp_good_level,2019,all,30,71\r\ncounty,eyfsp_good_level,2019,all,,71\r\n",
         "register"},
        {"cut_row", good + "900002,eyfsp", "cut short"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.rows);
        const auto found = read(row.rows);
        REQUIRE_FALSE(found);
        CHECK(found.error().code == row.code);
        CHECK_MESSAGE(found.error().sentence.find(row.said) != std::string::npos, found.error().sentence);
    }
    const auto missing = read(good, "urn,measure,year,pupils,value,number\r\n");
    REQUIRE_FALSE(missing);
    CHECK(missing.error().code == "missing_columns");
    CHECK(missing.error().sentence.find("group") != std::string::npos);
}

TEST_CASE("a file of comparators alone is taken") {
    CHECK(read("county,eyfsp_good_level,2019,all,,71\r\nnational,eyfsp_good_level,2019,all,,72\r\n"));
}
