// Photographs' pictures in copies of a county that keeps its records in a file, and beside its export.

#include <algorithm>
#include <csignal>
#include <filesystem>

#include "tests/sync/server/pictured_county.h"

namespace kitbag::test {

namespace fs = std::filesystem;

TEST_CASE("nothing of a removed picture is left in the county's file, nor in a copy of it") {
    PicturedCounty wendshire;
    const Picture picture = picture_of(std::string(30'000, 'q'));
    const std::string photo = wendshire.photograph(picture.content);
    REQUIRE(wendshire.send_all(picture).json().contains("receipt"));
    const Json change =
        wendshire.ada.change("photo", photo, {{"removed", "removed"}, {"removed_reason", "A face can be seen."}});
    REQUIRE(outcome_of(wendshire.ada.push_one(change), 0) == "accepted");
    const fs::path copy = wendshire.county.folder() / "copy.db";
    REQUIRE(wendshire.county.run({"backup", "--out", copy.string()}).exit_code == 0);
    CHECK_FALSE(read_file(copy).contains("qqqqqqqqqqqqqqqq"));
    REQUIRE(wendshire.server.stop(SIGTERM) == 0);  // The log is folded into the file.
    CHECK_FALSE(read_file(wendshire.county.data() / "county.db").contains("qqqqqqqqqqqqqqqq"));
}

TEST_CASE("pictures are in a copy of the county, whole and half sent, and an export lays them beside its records") {
    PicturedCounty wendshire;
    const Picture picture = large_picture(), half = picture_of(std::string(100'000, 'h'));
    wendshire.photograph(picture.content);
    wendshire.photograph(half.content);
    const Json receipt = wendshire.send_all(picture).json();
    wendshire.send_piece(half, 0, 50'000);
    const fs::path folder = wendshire.county.folder(), copy = folder / "copy.db", other = folder / "restored";
    REQUIRE(
        run_program({"backup", "--data", wendshire.county.data().string(), "--out", copy.string()}, folder).exit_code ==
        0);
    REQUIRE(run_program({"restore", "--from", copy.string(), "--data", other.string()}, folder).exit_code == 0);
    std::vector<std::string> arguments = wendshire.county.serve_arguments();
    std::ranges::replace(arguments, wendshire.county.data().string(), other.string());
    const RunningServer second(arguments, folder);
    REQUIRE(second.is_ready());
    wendshire.ben.move_to(second.client());
    CHECK(wendshire.status(picture).json() == receipt);
    CHECK(wendshire.status(half).json()["have"] == 50'000);

    const fs::path pictures = folder / "pictures";
    const auto export_to = [&](const fs::path& out) {
        return run_program({"export", "--data", wendshire.county.data().string(), "--out", out.string(), "--pictures",
                            pictures.string()},
                           folder);
    };
    const ProgramResult exported = export_to(folder / "visits.json");
    REQUIRE_MESSAGE(exported.exit_code == 0, exported.err);
    CHECK(exported.err.contains("1 of 2 pictures"));
    CHECK(read_file(pictures / (picture.content + ".jpg")) == picture.bytes);
    CHECK_FALSE(fs::exists(pictures / (half.content + ".jpg")));
    const ProgramResult again = export_to(folder / "again.json");
    CHECK(again.exit_code != 0);  // Nothing is written over.
    CHECK(again.err.contains("--pictures"));
}

}  // namespace kitbag::test
