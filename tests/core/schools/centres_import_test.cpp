#include "core/schools/centres_import.h"

#include <sstream>

#include <doctest/doctest.h>

#include "core/schools/school_json.h"

using namespace kitbag;

namespace {

// Of the invented county of Wendshire, in Windows-1252.
constexpr const char* header =
    "URN,LA (code),LA (name),EstablishmentName,TypeOfEstablishment (name),EstablishmentStatus (name),OpenDate,Town,"
    "Postcode,DistrictAdministrative (name),ParliamentaryConstituency (name),HeadLastName\r\n";
constexpr const char* wendham =
    "90001,999,Wendshire,Wendham Children\x92s Centre,Children's centre,Open,01-04-2006,Wendham,WE1 1AA,North "
    "Wend,Mid Wendshire,Nobody\r\n";
constexpr const char* wendholt =
    "90002,999,Wendshire,Wendholt Outreach Site,Children's centre linked site,\"Open, but proposed to "
    "close\",,Wendholt,,,,\r\n";

Result<std::vector<School>> read(const std::string& bytes, const CentresAuthority& authority = {"999", "Wendshire"}) {
    std::istringstream file(bytes);
    return read_childrens_centres(file, authority);
}

std::vector<School> centres_of(const std::string& bytes) {
    const auto centres = read(bytes);
    REQUIRE_MESSAGE(centres.has_value(), (centres ? "" : centres.error().sentence));
    return *centres;
}

std::string urns_in(const std::string& bytes) {
    std::string urns;
    for (const School& centre : centres_of(bytes)) urns += centre.urn + " ";
    return urns;
}

// A row of the columns that the county cannot do without.
std::string row(const std::string& urn, const std::string& authority = "999",
                const std::string& type = "Children's centre", const std::string& name = "A centre") {
    return urn + "," + authority + "," + name + "," + type + "\r\n";
}
constexpr const char* short_header = "URN,LA (code),EstablishmentName,TypeOfEstablishment (name)\r\n";

void refuses(const std::string& file, const std::string& code, const std::vector<std::string>& said) {
    const auto centres = read(file);
    REQUIRE_FALSE(centres);
    CHECK(centres.error().code == code);
    for (const std::string& words : said) {
        CAPTURE(centres.error().sentence);
        CHECK(centres.error().sentence.contains(words));
    }
}

}  // namespace

TEST_CASE("a children's centre comes with what the Department says of it, and a linked site is told apart") {
    const auto centres = centres_of(std::string(header) + wendham + wendholt);
    REQUIRE(centres.size() == 2);
    School expected;
    expected.urn = "90001";
    expected.name = "Wendham Children’s Centre";
    expected.kind = SchoolKind::childrens_centre;
    expected.type_name = "Children’s centre";
    expected.status_name = "Open";
    expected.opened = Date{2006, 4, 1};
    expected.town = "Wendham";
    expected.postcode = "WE1 1AA";
    expected.district = "North Wend";
    expected.constituency = "Mid Wendshire";
    CHECK(centres[0] == expected);
    CHECK(is_setting(centres[0].kind));
    CHECK_FALSE(centres[0].childcare);
    CHECK(centres[1].type_name == "Children’s centre linked site");
    CHECK(centres[1].status_name == "Open, but proposed to close");
    CHECK_FALSE(centres[1].opened);
    for (const School& centre : centres) CHECK(school_from_json(to_json(centre)).value() == centre);
}

TEST_CASE("its columns may stand in any order and case, and most may be missing") {
    const std::string turned =
        "typeofestablishment  (NAME),EstablishmentName,la (name),URN\r\nChildren’s Centre,Wendham "
        "Centre,WENDSHIRE,90001\r\n";
    const auto by_name = centres_of(turned);
    REQUIRE(by_name.size() == 1);
    CHECK(by_name[0].name == "Wendham Centre");
    CHECK(by_name[0].type_name == "Children’s centre");
    CHECK(by_name[0].status_name == "");
    CHECK(urns_in(short_header + row("90001") + row("90002")) == "90001 90002 ");
}

TEST_CASE("other counties' centres and closed ones are passed over") {
    std::string closed(wendholt);
    closed.replace(closed.find("\"Open, but proposed to close\""), 29, "Closed");
    closed.replace(closed.find("Closed,,"), 8, "Closed,soon,");
    const std::string elsewhere = "not looked at,998,Elsewhere,A school,Community school,Open,,,,,,\r\n";
    CHECK(urns_in(std::string(header) + wendham + closed + elsewhere) == "90001 ");
    // The code decides where the file has it: the county may call itself otherwise there.
    CHECK(read(std::string(header) + wendham, {"999", "Wendshire County Council"})->size() == 1);
}

TEST_CASE("a bad file of centres is refused whole, and the sentence says where, and which file to download") {
    const std::string good = short_header + row("90001");
    refuses("", "no_rows", {"empty"});
    refuses(short_header, "no_rows", {"no centres"});
    refuses("URN,LA (code),EstablishmentName\r\n90001,999,A centre\r\n", "missing_columns",
            {"TypeOfEstablishment (name)", "Children’s centre fields CSV"});
    refuses("URN,EstablishmentName,TypeOfEstablishment (name)\r\n90001,A centre,Children's centre\r\n",
            "missing_columns", {"LA (code)", "LA (name)", "Children’s centre fields CSV"});
    refuses(short_header + row("90001", "998") + row("90002", "997"), "no_rows_of_authority",
            {"2 rows", "999", "Wendshire", "997, 998"});
    refuses(good + row("90001"), "duplicate_urn", {"Row 3", "90001", "Row 2"});
    for (const char* const urn : {"", "9001", "900001", "00001", "9000x", "EY900001"})
        refuses(good + row(urn), "bad_urn", {"Row 3, URN", urn, "five digits"});
    refuses(good + row("900001", "999", "Community school"), "other_type",
            {"Row 3, TypeOfEstablishment (name)", "Community school", "Children’s centre fields CSV"});
    refuses(good + row("90002", "999", "Children's centre", ""), "bad_row", {"Row 3, EstablishmentName"});
    refuses(good + row("90002").substr(0, 12), "cut_row", {"Row 3"});
    refuses(good + row("90002", "999", "Children's centre", "Wend\x81"), "wrong_encoding",
            {"Row 3, EstablishmentName"});
    refuses("\xFF\xFEU\0R\0", "wrong_encoding", {"UTF-16"});
    std::string undated = std::string(header) + wendham;
    undated.replace(undated.find("01-04-2006"), 10, "31-04-2006");
    refuses(undated, "bad_row", {"Row 2, OpenDate", "31-04-2006"});
}
