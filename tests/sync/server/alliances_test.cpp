// The county's teaching school alliances: loaded by a command or at the start, and handed to the tablets.

#include <doctest/doctest.h>

#include "tests/sync/server/county_under_test.h"
#include "tests/sync/server/wendshire.h"

namespace kitbag::test {

TEST_CASE(
    "alliances that are loaded reach the tablets, outlast a newer register, and a file with a bad row changes "
    "nothing") {
    const County county;
    const RunningServer server(county.serve_arguments(), county.folder());
    REQUIRE(server.is_ready());
    const Tablet ada(server.client(), "Ada Marsh", county.new_code());
    const auto reference = [&] { return ada.get("/api/reference?known=").json(); };
    CHECK_FALSE(reference().contains("settings"));
    const auto file = county.folder() / "alliances.csv";
    const std::vector<std::string> import = {"import-alliances", "--alliances", file.string()};
    const std::string columns = "Alliance,Area,Phases,Part,URN,School\r\n";
    write_file(file, columns + "Wendle Alliance,Wendle,Primary,lead,900001,\r\n");
    const ProgramResult loaded = county.run(import);
    CHECK_MESSAGE(loaded.exit_code == 0, loaded.err);
    CHECK(loaded.out.contains("Each tablet takes them over"));
    const Json first = reference();
    const Json& alliance = first["settings"]["alliances"][0];
    CHECK(alliance["name"] == "Wendle Alliance");
    CHECK(alliance["area"] == "Wendle");
    CHECK(alliance["schools"][0]["urn"] == "900001");
    CHECK(alliance["schools"][0]["leads"] == true);
    CHECK(county.run(import).out.contains("Nothing in them has changed."));

    write_file(file, columns + "Wendle Alliance,Wendle,Primary,lead,900999,\r\n");
    const ProgramResult refused = county.run(import);
    CHECK(refused.exit_code == 1);
    CHECK_MESSAGE(refused.err.contains("Row 2, URN: the register has no “900999”."), refused.err);
    CHECK(county.run({"import-register", "--register", county.register_file().string()}).exit_code == 0);
    CHECK(county.run({"settings"}).exit_code == 0);
    CHECK(reference() == first);

    write_file(file, columns);  // The county has none any more.
    CHECK(county.run(import).exit_code == 0);
    CHECK_FALSE(reference().contains("settings"));
}

}  // namespace kitbag::test
