#include <array>
#include <map>

#include "tests/core/outcomes/readings.h"

using namespace kitbag;

namespace {

using Cells = std::map<std::string, std::string>;

const std::vector<std::string> columns = {"RECTYPE",     "LEA",      "ESTAB",       "URN",       "SCHNAME",
                                          "TELIG",       "BELIG",    "GELIG",       "PTRWM_EXP", "PTRWM_EXP_B",
                                          "PTRWM_EXP_G", "READPROG", "READ_AVERAGE"};

Cells school_row(const Cells& changes = {}) {
    Cells cells = {{"RECTYPE", "1"},       {"LEA", "999"},         {"ESTAB", "2001"},    {"URN", "900001"},
                   {"TELIG", "30"},        {"BELIG", "14"},        {"GELIG", "16"},      {"PTRWM_EXP", "63%"},
                   {"PTRWM_EXP_B", "50%"}, {"PTRWM_EXP_G", "75%"}, {"READPROG", "-1.2"}, {"READ_AVERAGE", "103"}};
    for (const auto& [name, value] : changes) cells[name] = value;
    return cells;
}

const Cells county = {{"RECTYPE", "3"}, {"LEA", "999"}, {"TELIG", "5120"}, {"PTRWM_EXP", "61%"}};
const Cells england = {{"RECTYPE", "4"}, {"PTRWM_EXP", "60%"}};
const Cells state_funded = {{"RECTYPE", "5"}, {"PTRWM_EXP", "65%"}};

std::string table(const std::vector<Cells>& rows, const std::vector<std::string>& names = columns) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : ",") + name;
    for (const Cells& row : rows) {
        text += "\r\n";
        for (std::size_t i = 0; i < names.size(); ++i) {
            const auto cell = row.find(names[i]);
            text += (i ? "," : "") + (cell == row.end() ? "" : cell->second);
        }
    }
    return text + "\r\n";
}

Result<ReadOutcomes> read(const std::string& text, int year = 2019, const char* authority = "999") {
    const Readings readings;
    std::istringstream file(text);
    return read_ks2_table(file, readings.reading(), authority, year);
}

}  // namespace

TEST_CASE("the DfE's table gives the county's schools, the county and England, each by its measures and groups") {
    const auto found = read(table({school_row(), county, england, state_funded}));
    REQUIRE_MESSAGE(found, found.error().sentence);
    REQUIRE(found->parts.size() == 1);
    const OutcomePart& part = found->parts.front();
    CHECK(part.stage == OutcomeStage::ks2);
    CHECK(part.year == 2019);
    CHECK(part.source == OutcomeSource::ks2_table);
    CHECK(part.subjects.size() == 3);
    const Figure* all = figure_of(part, "900001", "ks2_rwm_expected", PupilGroup::all);
    REQUIRE(all);
    CHECK(all->number == 6300);
    CHECK(all->pupils == 30);
    CHECK(figure_of(part, "900001", "ks2_rwm_expected", PupilGroup::boys)->number == 5000);
    CHECK(figure_of(part, "900001", "ks2_reading_progress", PupilGroup::all)->number == -120);
    CHECK(figure_of(part, "900001", "ks2_reading_score", PupilGroup::all)->number == 10300);
    CHECK(figure_of(part, "county", "ks2_rwm_expected", PupilGroup::all)->number == 6100);
    CHECK(figure_of(part, "national", "ks2_rwm_expected", PupilGroup::all)->number == 6500);
    CHECK_FALSE(found->columns_not_there.empty());
}

TEST_CASE("a table from before a school converted is taken under the URN that it had then") {
    Readings readings;
    readings.schools[0].formerly = {"900006"};
    std::istringstream file(table({school_row({{"URN", "900006"}}), england}));
    const auto found = read_ks2_table(file, readings.reading(), "999", 2019);
    REQUIRE_MESSAGE(found, found.error().sentence);
    CHECK(found->passed_over == 0);
    CHECK(figure_of(found->parts.front(), "900006", "ks2_rwm_expected", PupilGroup::all)->number == 6300);
}

TEST_CASE("without a row of state-funded schools all schools stand for England") {
    const auto found = read(table({school_row(), england}));
    REQUIRE(found);
    CHECK(figure_of(found->parts.front(), "national", "ks2_rwm_expected", PupilGroup::all)->number == 6000);
}

TEST_CASE("a small cohort is hidden when the table is read, and the words for no number are told apart") {
    const auto found = read(table({school_row({{"BELIG", "4"}, {"GELIG", "26"}, {"READPROG", "LOWCOV"}}),
                                   school_row({{"URN", "900002"}, {"PTRWM_EXP", "SUPP"}, {"READ_AVERAGE", "NE"}})}));
    REQUIRE_MESSAGE(found, found.error().sentence);
    const OutcomePart& part = found->parts.front();
    const auto why = [&](const char* urn, const char* measure, PupilGroup group) {
        const Figure* figure = figure_of(part, urn, measure, group);
        REQUIRE(figure);
        CHECK_FALSE(figure->number);
        return figure->why;
    };
    CHECK(why("900001", "ks2_rwm_expected", PupilGroup::boys) == NoNumber::small_group);
    CHECK(why("900001", "ks2_rwm_expected", PupilGroup::girls) == NoNumber::small_group);
    CHECK(why("900001", "ks2_reading_progress", PupilGroup::all) == NoNumber::not_published);
    CHECK(why("900002", "ks2_rwm_expected", PupilGroup::all) == NoNumber::suppressed);
    CHECK(why("900002", "ks2_reading_score", PupilGroup::all) == NoNumber::not_applicable);
    CHECK(figure_of(part, "900001", "ks2_rwm_expected", PupilGroup::all)->number == 6300);
}

TEST_CASE("columns may stand in any order, in any case, and with rows before the header") {
    std::vector<std::string> turned(columns.rbegin(), columns.rend());
    std::string text = table({school_row()}, turned);
    text.replace(text.find("PTRWM_EXP,"), 9, "ptrwm  exp");
    const auto found = read("Performance tables\r\n" + text);
    REQUIRE_MESSAGE(found, found.error().sentence);
    CHECK(figure_of(found->parts.front(), "900001", "ks2_rwm_expected", PupilGroup::all)->number == 6300);
}

TEST_CASE("a table without URNs finds its schools by their establishment numbers") {
    std::vector<std::string> names = columns;
    std::erase(names, "URN");
    const auto found = read(table({school_row(), school_row({{"ESTAB", "7777"}})}, names));
    REQUIRE_MESSAGE(found, found.error().sentence);
    CHECK(figure_of(found->parts.front(), "900001", "ks2_rwm_expected", PupilGroup::all));
    CHECK(found->passed_over == 1);
}

TEST_CASE("what is wrong with the table is said with its row and column") {
    struct Row {
        const char* code;
        std::string text;
        const char* said;
    };
    std::string no_measure = table({school_row()}, {"RECTYPE", "LEA", "URN"});
    const Row rows[] = {
        {"missing_columns", table({school_row()}, {"RECTYPE", "URN", "PTRWM_EXP"}), "LEA"},
        {"missing_columns", table({school_row()}, {"RECTYPE", "LEA", "PTRWM_EXP"}), "URN or ESTAB"},
        {"missing_columns", no_measure, "PTRWM_EXP"},
        {"no_rows_of_authority", table({school_row({{"LEA", "888"}})}), "888"},
        {"no_rows", table({}), "no rows"},
        {"duplicate_urn", table({school_row(), school_row()}), "Row 3"},
        {"duplicate_urn", table({school_row(), county, county}), "Row 3"},
        {"bad_urn", table({school_row({{"URN", "9"}})}), "Row 2, URN"},
        {"bad_row", table({school_row({{"RECTYPE", "9"}})}), "Row 2, RECTYPE"},
        {"bad_row", table({school_row({{"PTRWM_EXP", "many"}})}), "Row 2, PTRWM_EXP"},
        {"bad_row", table({school_row({{"PTRWM_EXP", "163%"}})}), "163%"},
        {"cut_row", table({school_row()}).substr(0, 120), "cut short"},
        {"wrong_encoding", "\xFF\xFE" + table({school_row()}), "UTF-16"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const auto found = read(row.text);
        REQUIRE_FALSE(found);
        CHECK(found.error().code == row.code);
        CHECK_MESSAGE(found.error().sentence.find(row.said) != std::string::npos, found.error().sentence);
    }
    CHECK(read(table({school_row()}), 1819).error().code == "bad_year");
    CHECK(read(table({school_row()}), 2027).error().code == "bad_year");
}

TEST_CASE("the two kinds of file are told apart by their columns") {
    const auto kind = [](const std::string& text) {
        std::istringstream file(text);
        return source_of_outcomes(file);
    };
    CHECK(kind(table({school_row()})) == OutcomeSource::ks2_table);
    CHECK(kind("Value,pupils,group,year,measure,URN\r\n1,2,3,4,5,6\r\n") == OutcomeSource::long_form);
    const auto neither = kind("Name,Town\r\nA,B\r\n");
    REQUIRE_FALSE(neither);
    CHECK(neither.error().code == "missing_columns");
    CHECK(neither.error().sentence.find("key stage 2 performance table") != std::string::npos);
}
