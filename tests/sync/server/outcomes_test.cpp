// Outcomes: loaded from files, given to tablets part by part.

#include <doctest/doctest.h>

#include "tests/sync/server/county_under_test.h"
#include "tests/sync/server/wendshire.h"

namespace kitbag::test {
namespace {

constexpr const char* table_header = "RECTYPE,LEA,ESTAB,URN,TELIG,BELIG,GELIG,PTRWM_EXP,PTRWM_EXP_B,PTRWM_EXP_G\r\n";
constexpr const char* table_rows =
    "1,999,2001,900001,30,14,16,63%,50%,75%\r\n1,999,2002,900002,27,4,23,SUPP,100%,65%\r\n"
    "1,888,2001,900777,30,14,16,63%,50%,75%\r\n3,999,,,5120,,,61%,,\r\n5,,,,,,,65%,,\r\n";
constexpr const char* plain_header = "urn,measure,year,group,pupils,value\r\n";

struct Loaded {
    County county;
    RunningServer server{county.serve_arguments(), county.folder()};
    std::filesystem::path file = county.folder() / "outcomes.csv";

    ProgramResult import(const std::string& content, std::vector<std::string> more = {}) const {
        write_file(file, content);
        std::vector<std::string> words = {"import-outcomes", "--outcomes", file.string()};
        words.insert(words.end(), more.begin(), more.end());
        return county.run(words);
    }
};

}  // namespace

TEST_CASE("a table of outcomes is looked at, taken over once, and given to tablets by its parts") {
    const Loaded wendshire;
    REQUIRE(wendshire.server.is_ready());
    const Tablet ada(wendshire.server.client(), "Ada Marsh", wendshire.county.new_code());
    const auto reference = [&] { return ada.get("/api/reference?known=").json(); };
    const std::string table = std::string(table_header) + table_rows;
    CHECK_FALSE(reference().contains("outcomes"));

    const ProgramResult told = wendshire.import(table, {"--year", "2019", "--preview"});
    CHECK_MESSAGE(told.exit_code == 0, told.err);
    CHECK_MESSAGE(told.out.contains("new     ks2 2019: 2 schools, 5 figures, 2 hidden"), told.out);
    CHECK(told.out.contains("Without --preview it would be."));
    CHECK_FALSE(reference().contains("outcomes"));
    CHECK(wendshire.import(table, {"--year", "2019"}).out.contains("Each tablet takes them over"));
    const ProgramResult again = wendshire.import(table, {"--year", "2019"});
    CHECK(again.out.contains("same    ks2 2019"));
    CHECK(again.out.contains("Nothing in the outcomes has changed."));

    const Json first = reference();
    const std::string version = text_or(first, "outcomes");
    const Json same = ada.get("/api/reference?known=" + text_or(first, "version")).json();
    CHECK(same["unchanged"] == true);
    CHECK(same["outcomes"] == version);
    const Json list = ada.get("/api/outcomes").json();
    CHECK(list["version"] == version);
    CHECK(list["measures"]["measures"].size() > 10);
    REQUIRE(list["parts"].size() == 1);
    CHECK(list["parts"][0]["part"] == "ks2-2019-ks2_table");
    const Json part = ada.get("/api/outcomes?part=ks2-2019-ks2_table").json();
    CHECK(part["version"] == list["parts"][0]["version"]);
    CHECK(part["subjects"]["900001"]["ks2_rwm_expected"]["all"] == Json{6300, 30});
    CHECK(part["subjects"]["900002"]["ks2_rwm_expected"]["girls"] == Json{"small_group"});
    CHECK(part["subjects"]["county"]["ks2_rwm_expected"]["all"] == Json{6100, 5120});
    CHECK(part["subjects"]["national"]["ks2_rwm_expected"]["all"] == Json{6500});
    CHECK_FALSE(part["subjects"].contains("900777"));
    CHECK(ada.get("/api/outcomes?part=ks2-2018-ks2_table").status == 400);
    CHECK(ada.get("/api/outcomes?part=nonsense").status == 400);

    // A plain file of the same stage and year stands beside the table, and a corrected table replaces only the table's.
    CHECK(wendshire
              .import(std::string(plain_header) + "statistical_neighbours,ks2_rwm_expected,2019,all,,62\r\n"
                                                  "900003,ks4_progress_8,2019,all,120,-0.31\r\n")
              .exit_code == 0);
    std::string corrected = table;
    corrected.replace(corrected.find("63%"), 3, "64%");
    CHECK(wendshire.import(corrected, {"--year", "2019"}).out.contains("changed ks2 2019"));
    const Json after = ada.get("/api/outcomes").json();
    CHECK(after["parts"].size() == 3);
    CHECK(after["version"] != version);
    CHECK(text_or(reference(), "outcomes") == text_or(after, "version"));
    CHECK(ada.get("/api/outcomes?part=ks2-2019-ks2_table").json()["subjects"]["900001"]["ks2_rwm_expected"]["all"] ==
          Json{6400, 30});
}

TEST_CASE("a file of outcomes that cannot be read is named with its row and changes nothing") {
    const Loaded wendshire;
    REQUIRE(wendshire.server.is_ready());
    const Tablet ada(wendshire.server.client(), "Ada Marsh", wendshire.county.new_code());
    const std::string good = std::string(plain_header) + "900001,eyfsp_good_level,2019,all,30,71\r\n";
    REQUIRE(wendshire.import(good).exit_code == 0);
    const Json before = ada.get("/api/outcomes").json();
    struct Row {
        std::string content;
        std::vector<std::string> more;
        const char* said;
    };
    const std::vector<Row> rows = {
        {std::string(table_header) + table_rows, {}, "--year 2019"},
        {std::string(table_header) + table_rows, {"--year", "3019"}, "--year"},
        {std::string(table_header) + table_rows, {"--year", "2019", "--kind", "wide"}, "wide"},
        {std::string(table_header) + "1,888,2001,900777,30,14,16,63%,50%,75%\r\n", {"--year", "2019"}, "888"},
        {good + "900001,eyfs_gld,2019,all,30,71\r\n", {}, "Row 3, measure: there is no measure “eyfs_gld”"},
        {good + "900001,eyfsp_good_level,2019,all,30,71\r\n", {}, "Row 2"},
        {good + "900001,eyfsp_good_level,2091,all,30,71\r\n", {}, "Row 3, year"},
        {good.substr(0, good.size() - 4), {}, "cut short"},
        {"Name\r\nBramble Hill\r\n", {}, "no column named"},
        {good, {"--measures", "/nowhere.json"}, "/nowhere.json"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.said);
        const ProgramResult refused = wendshire.import(row.content, row.more);
        CHECK(refused.exit_code == 1);
        CHECK_MESSAGE(refused.err.contains(row.said), refused.err);
    }
    CHECK(ada.get("/api/outcomes").json() == before);
}

TEST_CASE("a county's own measures are told with its outcomes and kept for later files") {
    const Loaded wendshire;
    REQUIRE(wendshire.server.is_ready());
    const Tablet ada(wendshire.server.client(), "Ada Marsh", wendshire.county.new_code());
    const auto measures = wendshire.county.folder() / "measures.json";
    write_file(
        measures,
        R"({"measures":[{"id":"swim","name":"Swims a length","stage":"ks2","unit":"percent","higher_is_better":true}]})");
    const std::string file = std::string(plain_header) + "900001,swim,2019,all,30,90\r\n";
    CHECK(wendshire.import(file).err.contains("“swim”"));
    CHECK(wendshire.import(file, {"--measures", measures.string()}).exit_code == 0);
    CHECK(ada.get("/api/outcomes").json()["measures"]["measures"][0]["id"] == "swim");
    CHECK(wendshire.import(file).out.contains("Nothing in the outcomes has changed."));
}

TEST_CASE("a server that is started with outcomes has them, and keeps them when a later file is bad") {
    const County county;
    const auto file = county.folder() / "outcomes.csv";
    std::vector<std::string> arguments = county.serve_arguments();
    for (const char* word : {"--outcomes-year", "2019", "--outcomes"}) arguments.emplace_back(word);
    arguments.push_back(file.string());
    write_file(file, std::string(table_header) + table_rows);
    {
        const RunningServer server(arguments, county.folder());
        REQUIRE(server.is_ready());
        const Tablet ada(server.client(), "Ada Marsh", county.new_code());
        CHECK(ada.get("/api/outcomes").json()["parts"].size() == 1);
    }
    write_file(file, "Name\r\nBramble Hill\r\n");
    const RunningServer server(arguments, county.folder());
    REQUIRE(server.is_ready());
    CHECK(server.err().contains("The outcomes loaded before are kept."));
    const Tablet ben(server.client(), "Ben Hale", county.new_code());
    CHECK(ben.get("/api/outcomes").json()["parts"].size() == 1);
}

}  // namespace kitbag::test
