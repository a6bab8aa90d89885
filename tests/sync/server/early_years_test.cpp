// Early years settings and inspections beside the register of schools.

#include <algorithm>

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
}

}  // namespace kitbag::test
