#include <filesystem>

#include <doctest/doctest.h>

#include "tests/sync/server/county_under_test.h"
#include "tests/sync/server/wendshire.h"

namespace kitbag::test {

TEST_CASE("a framework pack that cannot be read is named and keeps those that were there") {
    const County county;
    {
        const RunningServer first(county.serve_arguments(), county.folder());
    }
    const std::string good = wendshire_framework();
    const auto without = [&](std::string_view part, std::string_view instead) {
        std::string text = good;
        REQUIRE(text.contains(part));
        return text.replace(text.find(part), part.size(), instead);
    };
    struct Row {
        const char* file;  // The good one is wendshire.json.
        std::string content;
        const char* place;
    };
    const std::vector<Row> rows = {
        {"broken.json", R"({"format": "kitbag-framework/1", "colour": "red"})", "“colour”"},
        {"wendshire.json", without("\"rules\"", "\"regulations\""), "“regulations”"},
        {"wendshire.json", without(R"("amber": {"text": "Pupils read unevenly.", "source": "Test, 2"},)", ""),
         "“amber” is missing"},
        {"wendshire.json", good.substr(0, good.size() / 2), ""},
        {"wendshire.json", "", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.content);
        write_file(county.frameworks() / "wendshire.json", good);
        std::filesystem::remove(county.frameworks() / "broken.json");
        write_file(county.frameworks() / row.file, row.content);
        const RunningServer server(county.serve_arguments(), county.folder());
        REQUIRE(server.is_ready());
        CHECK(server.err().contains(row.file));
        CHECK(server.err().contains(row.place));
        const Tablet ada(server.client(), "Ada Marsh", county.new_code());
        const Json frameworks = ada.get("/api/reference").json()["frameworks"];
        REQUIRE(frameworks.size() == 1);
        CHECK(frameworks[0]["aspects"][0]["descriptors"]["amber"]["text"] == "Pupils read unevenly.");
    }
}

TEST_CASE("a later year's criteria reach the tablets while the server runs, and the same ones change nothing") {
    const County county;
    const RunningServer server(county.serve_arguments(), county.folder());
    REQUIRE(server.is_ready());
    const Tablet ada(server.client(), "Ada Marsh", county.new_code());
    const Json first = ada.get("/api/reference?known=").json();
    const std::string version = text_or(first, "version");
    const std::vector<std::string> import = {"import-frameworks", "--frameworks", county.frameworks().string()};
    CHECK(county.run(import).out.contains("The county has 1 framework pack. It had all of these"));
    CHECK(ada.get("/api/reference?known=" + version).json()["unchanged"] == true);

    Json later = first["frameworks"][0];
    later["version"] = "2";
    later["in_use_from"] = "2027-09-01";
    std::filesystem::remove(county.frameworks() / "wendshire.json");
    write_file(county.frameworks() / "later.json", later.dump());
    const ProgramResult done = county.run(import);
    CHECK_MESSAGE(done.exit_code == 0, done.err);
    CHECK(done.out.contains("The county has 2 framework packs. Each tablet takes the new ones over"));
    const Json newer = ada.get("/api/reference?known=" + version).json();
    REQUIRE(newer["frameworks"].size() == 2);
    CHECK(newer["frameworks"][0] == first["frameworks"][0]);
    CHECK(newer["frameworks"][1] == later);
    CHECK(newer["schools"] == first["schools"]);
}

TEST_CASE("of a folder with one bad pack nothing is loaded, and its place is named") {
    const County county;
    const RunningServer server(county.serve_arguments(), county.folder());
    REQUIRE(server.is_ready());
    const Tablet ada(server.client(), "Ada Marsh", county.new_code());
    const std::string version = text_or(ada.get("/api/reference?known=").json(), "version");
    Json good = parse_json(wendshire_framework(), "The pack").value();
    good["version"] = "2";
    Json bad = good;
    bad["aspects"][0]["descriptors"].erase("amber");
    write_file(county.frameworks() / "a-good.json", good.dump());
    struct Row {
        std::string content;
        const char* sentence;
    };
    Json changed = good;
    changed["version"] = "1";
    changed["aspects"][0]["title"] = "Another title";
    const Row rows[] = {
        {changed.dump(), "bad.json: version: the county has another text of “wendshire” under version “1”"},
        {bad.dump(), "bad.json: aspects[0].descriptors: “amber” is missing."},
        {"{\n\xE9}", "bad.json: Line 2 of the pack: this is not UTF-8."},
        {std::string(10 * 1024 * 1024, ' '), "bad.json is far too large"},
        {"", "bad.json: The framework pack is not valid JSON."},
    };
    for (const Row& row : rows) {
        write_file(county.frameworks() / "bad.json", row.content);
        const ProgramResult refused = county.run({"import-frameworks", "--frameworks", county.frameworks().string()});
        CHECK(refused.exit_code == 1);
        CHECK_MESSAGE(refused.err.contains(row.sentence), refused.err);
        CHECK(ada.get("/api/reference?known=" + version).json()["unchanged"] == true);
    }
}

}  // namespace kitbag::test
