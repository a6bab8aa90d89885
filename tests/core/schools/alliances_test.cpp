#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "core/schools/alliances_import.h"

using namespace kitbag;

namespace {

constexpr const char* header = "Alliance,Area,Phases,Part,URN,School\r\n";

std::vector<School> wendshire() {
    School ashmere, overwend;
    ashmere.urn = "900001";
    ashmere.name = "Ashmere Primary School";
    overwend.urn = "900012";
    overwend.name = "Overwend Academy";
    overwend.formerly = {"900002"};
    return {ashmere, overwend};
}

Result<std::vector<Alliance>> read(const std::string& rows) {
    std::istringstream file(header + rows);
    return read_alliances(file, wendshire());
}

}  // namespace

TEST_CASE("a file of alliances is read: who leads each, who belongs to it, its area and phases") {
    const auto read_all = read(
        "Wendle Alliance,\"Wendle, Otter and the Fen\",Primary,lead,900001,\r\n"
        "Wendle Alliance,,,Lead,,A School Elsewhere\r\n"
        "Wendle Alliance,,Primary,member,900002,Overwend School\r\n"
        "River Alliance,,,member,,Nursery schools of the county\r\n");
    REQUIRE(read_all);
    const std::vector<Alliance> wanted = {
        {"Wendle Alliance",
         "Wendle, Otter and the Fen",
         "Primary",
         {{"900001", "Ashmere Primary School", true},
          {"", "A School Elsewhere", true},
          {"900012", "Overwend Academy", false}}},  // By a URN that it had, and under its name of today.
        {"River Alliance", "", "", {{"", "Nursery schools of the county", false}}},
    };
    CHECK(*read_all == wanted);
    CHECK(alliances_from(alliances_text(wanted)) == wanted);
}

TEST_CASE("a row of alliances that is wrong is named with its column, and nothing is read") {
    struct Row {
        const char* row;
        const char* sentence;
    };
    const Row rows[] = {
        {",,,lead,900001,\r\n", "Row 3, Alliance: it is empty."},
        {"Wendle Alliance,,,leads,900001,\r\n", "Row 3, Part: it is “lead” or “member”."},
        {"Wendle Alliance,,,lead,900999,\r\n", "Row 3, URN: the register has no “900999”."},
        {"Wendle Alliance,,,lead,,\r\n", "Row 3, School: it names no school"},
        {"Wendle Alliance,,,member,900012,\r\n", "Row 3, School: Overwend Academy is in this alliance"},
        {"Wendle Alliance,Fen,,lead,900001,\r\n", "Row 3, Area: an earlier row of this alliance says “Wendle”."},
        {"Wendle Alliance,,Special,lead,900001,\r\n", "Row 3, Phases: an earlier row"},
        {"Wendle Alliance,,,lead,900001\r\n", "cut short"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.row);
        const auto found = read("Wendle Alliance,Wendle,Primary,member,900012,\r\n" + std::string(row.row));
        REQUIRE_FALSE(found);
        CHECK_MESSAGE(found.error().sentence.contains(row.sentence), found.error().sentence);
    }
    std::istringstream other("Alliance,Part,URN\r\nWendle Alliance,lead,900001\r\n");
    CHECK(read_alliances(other, wendshire()).error().sentence.contains("Area, Phases, School"));
}

TEST_CASE("a text of alliances that is none is refused") {
    for (const char* const text :
         {"", "{}", "[1]", "[{}]", R"([{"name":"Wendle Alliance"}])", R"([{"name":"","schools":[]}])",
          R"([{"name":"Wendle Alliance","schools":[{"urn":"900001"}]}])", "[{]"}) {
        CAPTURE(text);
        REQUIRE_FALSE(alliances_from(text));
        CHECK(alliances_from(text).error().code == "bad_alliances");
    }
    CHECK(alliances_from("[]")->empty());
}
