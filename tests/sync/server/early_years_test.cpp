// Early years settings, children's centres and inspections beside the register of schools.

#include <algorithm>
#include <csignal>

#include <doctest/doctest.h>

#include "tests/sync/server/county_under_test.h"
#include "tests/sync/server/wendshire.h"

namespace kitbag::test {
namespace {

constexpr const char* header =
    "Provider URN,Provider type,Provider subtype,Provider status,Provider name,Local authority,Places,Most recent "
    "full: "
    "Inspection date,Most recent full: Overall effectiveness\r\n";
constexpr const char* nursery =
    "EY900001,Childcare on non-domestic premises,Full day care,Active,Little Wend "
    "Nursery,Wendshire,25,12/09/2019,2\r\n";
constexpr const char* childminder = "EY900002,Childminder,,Active,REDACTED,Wendshire,6,,\r\n";

constexpr const char* centre_header =
    "URN,LA (code),LA (name),EstablishmentName,TypeOfEstablishment (name),EstablishmentStatus (name),Town\r\n";
constexpr const char* wendham_centre =
    "90001,999,Wendshire,Wendham Children\x92s Centre,Children's centre,Open,Wendham\r\n";
constexpr const char* wendholt_site =
    "90002,999,Wendshire,Wendholt Site,Children's centre linked site,Open,Wendholt\r\n";

const Json* establishment(const Json& reference, std::string_view urn) {
    const auto found =
        std::ranges::find_if(reference["schools"], [&](const Json& one) { return text_or(one, "urn") == urn; });
    return found == reference["schools"].end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("early years settings stand beside the schools, and each file replaces only its own") {
    const County county;
    const RunningServer server(county.serve_arguments(), county.folder());
    REQUIRE(server.is_ready());
    const Tablet ada(server.client(), "Ada Marsh", county.new_code());
    const auto reference = [&] { return ada.get("/api/reference?known=").json(); };

    const auto list = county.folder() / "providers.csv";
    const std::vector<std::string> import = {"import-early-years", "--early-years", list.string()};
    std::vector<std::string> preview = import;
    preview.emplace_back("--preview");

    write_file(list, std::string(header) + nursery + childminder);
    const ProgramResult told = county.run(preview);
    CHECK_MESSAGE(told.exit_code == 0, told.err);
    CHECK(told.out.contains("opened      EY900001 Little Wend Nursery\n"));
    CHECK(reference()["schools"].size() == wendshire_schools);
    CHECK(county.run(import).exit_code == 0);
    CHECK(reference()["schools"].size() == wendshire_schools + 2);
    CHECK(county.run(import).out.contains("Nothing in the register has changed."));
    const Json first = reference();
    const Json* const found = establishment(first, "EY900001");
    REQUIRE(found);
    CHECK((*found)["childcare"]["places"] == 25);
    CHECK((*found)["inspections"][0]["overall"] == "2");

    // The register of schools again: the settings stay.
    CHECK(county.run({"import-register", "--register", county.register_file().string()})
              .out.contains("Nothing in the register has changed."));
    CHECK(reference()["schools"].size() == wendshire_schools + 2);

    // A year later: inspected again, and one has gone.
    std::string later(nursery);
    later.replace(later.find("12/09/2019,2"), 12, "04/03/2025,1");
    write_file(list, header + later);
    const ProgramResult changed = county.run(import);
    CHECK(changed.out.contains("gone        EY900002 Childminder EY900002\n"));
    CHECK(changed.out.contains("other facts of 1 school\n"));
    const Json after = reference();
    CHECK(after["schools"].size() == wendshire_schools + 1);
    const Json* const again = establishment(after, "EY900001");
    REQUIRE(again);
    REQUIRE((*again)["inspections"].size() == 2);
    CHECK((*again)["inspections"][0]["date"] == "2025-03-04");
    CHECK((*again)["inspections"][1]["date"] == "2019-09-12");

    // A list of another county, and one that is cut short, change nothing.
    write_file(list, std::string(header) + "EY900009,Childminder,,Active,REDACTED,Elsewhere,6,,\r\n");
    CHECK(county.run(import).err.contains("Elsewhere"));
    write_file(list, std::string(header) + std::string(nursery).substr(0, 40));
    CHECK(county.run(import).exit_code == 1);
    CHECK(reference() == after);
}

TEST_CASE("children's centres are a part of the register of their own, which leaves the others and is left by them") {
    const County county;
    const RunningServer server(county.serve_arguments(), county.folder());
    REQUIRE(server.is_ready());
    const Tablet ada(server.client(), "Ada Marsh", county.new_code());
    const auto reference = [&] { return ada.get("/api/reference?known=").json(); };
    const auto list = county.folder() / "providers.csv", file = county.folder() / "centres.csv";
    const std::vector<std::string> import = {"import-centres", "--centres", file.string()};
    const std::vector<std::string> import_list = {"import-early-years", "--early-years", list.string()};
    const std::vector<std::string> import_schools = {"import-register", "--register", county.register_file().string()};
    std::vector<std::string> preview = import;
    preview.emplace_back("--preview");
    const auto centres = [&](const std::string& rows) { write_file(file, centre_header + rows); };

    write_file(list, std::string(header) + nursery);
    REQUIRE(county.run(import_list).exit_code == 0);
    centres(std::string(wendham_centre) + wendholt_site);
    const ProgramResult told = county.run(preview);
    CHECK_MESSAGE(told.exit_code == 0, told.err);
    CHECK(told.out.contains("opened      90001 Wendham Children’s Centre\n"));
    CHECK(told.out.contains("Without --preview it would be."));
    CHECK(reference()["schools"].size() == wendshire_schools + 1);
    CHECK(county.run(import).out.contains("opened      90002 Wendholt Site\n"));
    const Json whole = reference();
    CHECK(whole["schools"].size() == wendshire_schools + 3);
    const Json* const centre = establishment(whole, "90001");
    REQUIRE(centre);
    CHECK((*centre)["kind"] == "childrens_centre");
    CHECK_FALSE(centre->contains("childcare"));

    // Each of the three files again: nothing changes, and nothing of the others goes.
    for (const std::vector<std::string>& again : {import, import_list, import_schools}) {
        CAPTURE(again.front());
        CHECK(county.run(again).out.contains("Nothing in the register has changed."));
    }
    CHECK(reference() == whole);

    // One is called otherwise, the other has closed.
    std::string renamed(wendham_centre);
    renamed.replace(renamed.find("Wendham"), 7, "Wendleigh");
    std::string closed(wendholt_site);
    closed.replace(closed.find("Open"), 4, "Closed");
    centres(renamed + closed);
    for (const std::vector<std::string>& run : {preview, import}) {
        const std::string out = county.run(run).out;
        CHECK(out.contains("gone        90002 Wendholt Site\n"));
        CHECK(out.contains("renamed     90001 Wendleigh Children’s Centre"));
        CHECK((reference() == whole) == (run == preview));
    }
    CHECK(reference()["schools"].size() == wendshire_schools + 2);

    // A newer register of schools, with centres in it, and a newer list of providers: each replaces its own.
    write_file(county.register_file(), wendshire_register() +
                                           "90001,999,,Wendham Centre,47,Children's centre,12,1,Open,,,0,Not "
                                           "applicable,,,0,,,,,Wend,WE1 1AA,North Wend,Wend\r\n");
    const ProgramResult schools = county.run(import_schools);
    CHECK_MESSAGE(schools.out.contains("Nothing in the register has changed."), schools.err);
    write_file(list, std::string(header) + childminder);
    CHECK(county.run(import_list).exit_code == 0);
    const Json after = reference();
    for (const char* const urn : {"900001", "90001", "EY900002"}) CHECK(establishment(after, urn));
    CHECK_FALSE(establishment(after, "EY900001"));
}

TEST_CASE("a file of something else, and one of another county's centres, change nothing and are told apart") {
    const County county;
    const RunningServer server(county.serve_arguments(), county.folder());
    REQUIRE(server.is_ready());
    const Tablet ada(server.client(), "Ada Marsh", county.new_code());
    const Json before = ada.get("/api/reference?known=").json();
    const auto file = county.folder() / "centres.csv";
    const std::vector<std::string> import = {"import-centres", "--centres", file.string()};
    write_file(file, wendshire_register());
    const ProgramResult other = county.run(import);
    CHECK(other.exit_code == 1);
    CHECK_MESSAGE(other.err.contains("Children’s centre fields CSV"), other.err);
    std::string elsewhere(wendham_centre);
    elsewhere.replace(elsewhere.find("999,Wendshire"), 13, "998,Elsewhere");
    write_file(file, centre_header + elsewhere);
    const ProgramResult of_others = county.run(import);
    CHECK(of_others.exit_code == 1);
    CHECK_MESSAGE(of_others.err.contains("it has those of 998"), of_others.err);
    CHECK(ada.get("/api/reference?known=").json() == before);

    // A file without codes goes by the name, which may be another than the county's own.
    write_file(file,
               "URN,LA (name),EstablishmentName,TypeOfEstablishment (name)\r\n90001,Wend,A Centre,Children's "
               "centre\r\n");
    CHECK(county.run(import).err.contains("it has those of Wend."));
    std::vector<std::string> by_name = import;
    by_name.insert(by_name.end(), {"--county", "Wend"});
    CHECK(county.run(by_name).out.contains("opened      90001 A Centre\n"));
}

TEST_CASE("a county begins with its children's centres, and a bad file of them later keeps those that it has") {
    const County county;
    const auto file = county.folder() / "centres.csv";
    std::vector<std::string> arguments = county.serve_arguments();
    arguments.insert(arguments.end(), {"--centres", file.string()});
    write_file(file, std::string(centre_header) + wendham_centre);
    {
        RunningServer server(arguments, county.folder());
        REQUIRE(server.is_ready());
        CHECK_MESSAGE(server.out().contains("1 early years setting"), server.out());
        CHECK(server.stop(SIGTERM) == 0);
    }
    write_file(file, "URN\r\n90001\r\n");
    const RunningServer server(arguments, county.folder());
    REQUIRE(server.is_ready());
    CHECK(server.err().contains("The children's centres loaded before are kept."));
    const Tablet ada(server.client(), "Ada Marsh", county.new_code());
    const Json reference = ada.get("/api/reference?known=").json();
    CHECK(establishment(reference, "90001"));
}

TEST_CASE("inspections of schools are added to those that the register has, and outlast a newer register") {
    const County county;
    const RunningServer server(county.serve_arguments(), county.folder());
    REQUIRE(server.is_ready());
    const Tablet ada(server.client(), "Ada Marsh", county.new_code());
    const auto file = county.folder() / "inspections.csv";
    const std::vector<std::string> import = {"import-inspections", "--inspections", file.string()};
    const std::string columns = "URN,Local authority,Inspection start date,Overall effectiveness\r\n";
    write_file(file, columns + "900001,Wendshire,08/06/2016,2\r\n900999,Wendshire,08/06/2016,2\r\n");
    CHECK(county.run(import).exit_code == 0);
    write_file(file, columns + "900001,Wendshire,14/05/2021,3\r\n");
    CHECK(county.run(import).exit_code == 0);
    CHECK(county.run(import).out.contains("Nothing in the register has changed."));
    CHECK(county.run({"import-register", "--register", county.register_file().string()})
              .out.contains("Nothing in the register has changed."));
    const Json reference = ada.get("/api/reference?known=").json();
    const Json* const school = establishment(reference, "900001");
    REQUIRE(school);
    REQUIRE((*school)["inspections"].size() == 2);
    CHECK((*school)["inspections"][0] == Json{{"date", "2021-05-14"}, {"kind", "full"}, {"overall", "3"}});
}

TEST_CASE("a visit to a setting is taken like one to a school") {
    const County county;
    const RunningServer server(county.serve_arguments(), county.folder());
    REQUIRE(server.is_ready());
    Tablet ada(server.client(), "Ada Marsh", county.new_code());
    CHECK(code_of(ada.push_one(ada.visit(new_test_id(), "EY900001")), 0) == "unknown_school");
    const auto list = county.folder() / "providers.csv";
    write_file(list, std::string(header) + nursery);
    REQUIRE(county.run({"import-early-years", "--early-years", list.string()}).exit_code == 0);
    CHECK(outcome_of(ada.push_one(ada.visit(new_test_id(), "EY900001")), 0) == "accepted");
    CHECK(code_of(ada.push_one(ada.visit(new_test_id(), "EY9")), 0) == "bad_field");
    CHECK(code_of(ada.push_one(ada.visit(new_test_id(), "90001")), 0) == "unknown_school");
    const auto centres = county.folder() / "centres.csv";
    write_file(centres, std::string(centre_header) + wendham_centre);
    REQUIRE(county.run({"import-centres", "--centres", centres.string()}).exit_code == 0);
    CHECK(outcome_of(ada.push_one(ada.visit(new_test_id(), "90001")), 0) == "accepted");
}

}  // namespace kitbag::test
