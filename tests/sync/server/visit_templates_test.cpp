// The county's kinds of visit: loaded at the start or by a command, and handed to the tablets.

#include <algorithm>
#include <csignal>
#include <memory>

#include <doctest/doctest.h>

#include "tests/sync/server/county_under_test.h"
#include "tests/sync/server/wendshire.h"

namespace kitbag::test {
namespace {

std::vector<std::string> without_templates(const County& county) {
    std::vector<std::string> arguments = county.serve_arguments();
    const auto at = std::ranges::find(arguments, "--visit-templates");
    arguments.erase(at, at + 2);
    return arguments;
}

std::vector<std::string> import_of(const County& county, const std::string& file = "") {
    return {"import-visit-templates", "--visit-templates",
            file.empty() ? county.visit_templates_file().string() : file};
}

std::string with(std::string_view part, std::string_view instead) {
    std::string text = wendshire_visit_templates();
    return text.replace(text.find(part), part.size(), instead);
}

Json json_of(const std::string& text) {
    return parse_json(text, "The kinds of visit").value();
}

}  // namespace

TEST_CASE("a county without kinds of visit sends none, and those loaded while it runs reach the tablets in order") {
    const County county;
    const RunningServer server(without_templates(county), county.folder());
    REQUIRE(server.is_ready());
    const Tablet ada(server.client(), "Ada Marsh", county.new_code());
    const Json before = ada.get("/api/reference").json();
    CHECK_FALSE(before.contains("visit_templates"));

    const ProgramResult imported = county.run(import_of(county));
    CHECK_MESSAGE(imported.exit_code == 0, imported.err);
    CHECK(imported.out ==
          "In use are 5 kinds of visit, version wendshire.1. Each tablet takes them over when it next syncs.\n");
    const Json after = ada.get("/api/reference?known=" + text_or(before, "version")).json();
    CHECK(after["visit_templates"] == Json::array({json_of(wendshire_visit_templates())}));

    CHECK(county.run(import_of(county)).out.contains("The county had this version already."));
    CHECK(ada.get("/api/reference?known=" + text_or(after, "version")).json()["unchanged"] == true);

    // A version that sorts before the first, and comes after it.
    const std::string later = with("wendshire.1", "2027");
    write_file(county.visit_templates_file(), later);
    CHECK(county.run(import_of(county)).out.starts_with("In use are 5 kinds of visit, version 2027."));
    const Json newest = ada.get("/api/reference?known=" + text_or(after, "version")).json();
    CHECK(newest["visit_templates"] == Json::array({json_of(wendshire_visit_templates()), json_of(later)}));
    CHECK(newest["schools"] == before["schools"]);
}

TEST_CASE("kinds of visit that cannot be read change nothing and are named") {
    const County county;
    auto server = std::make_unique<RunningServer>(county.serve_arguments(), county.folder());
    REQUIRE(server->is_ready());
    Tablet ada(server->client(), "Ada Marsh", county.new_code());
    const std::string before = ada.get("/api/reference").body;
    CHECK(before.contains("wendshire.1"));
    struct Row {
        const char* what;
        std::string content;
        const char* sentence;
    };
    const Row rows[] = {
        {"empty", "", "visit-templates.json: The file of visit templates is not valid JSON"},
        {"a kind twice", with("\"work_scrutiny\"", "\"lesson_observation\""),
         "visit-templates.json: templates[2].kind: “lesson_observation” is used twice."},
        {"another text under the version", with("See teaching.", "See more."),
         "visit-templates.json: version: the county has other visit templates under version “wendshire.1”"},
        {"far too large", std::string(2'000'000, ' '), "visit-templates.json is far too large"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        write_file(county.visit_templates_file(), row.content);
        const ProgramResult imported = county.run(import_of(county));
        CHECK(imported.exit_code == 1);
        CHECK_MESSAGE(imported.err.contains(row.sentence), imported.err);
        CHECK(ada.get("/api/reference").body == before);
        server->stop(SIGTERM);
        server = std::make_unique<RunningServer>(county.serve_arguments(), county.folder());
        REQUIRE(server->is_ready());
        CHECK(server->err().contains(row.sentence));
        CHECK(server->err().contains("The kinds of visit loaded before are kept."));
        ada.move_to(server->client());
        CHECK(ada.get("/api/reference").body == before);
    }
}

TEST_CASE("the same kinds of visit laid out otherwise are the same, and a first start with bad ones goes on without") {
    const County county;
    {
        const RunningServer first(county.serve_arguments(), county.folder());
        REQUIRE(first.is_ready());
    }
    write_file(county.visit_templates_file(), json_of(wendshire_visit_templates()).dump(4));
    CHECK(county.run(import_of(county)).out.contains("The county had this version already."));

    const County other;
    write_file(other.visit_templates_file(), "{}");
    const RunningServer server(other.serve_arguments(), other.folder());
    REQUIRE(server.is_ready());
    CHECK(server.err().contains("No kinds of visit are loaded."));
}

TEST_CASE("the kinds of visit that Kitbag carries load") {
    const County county;
    const RunningServer server(without_templates(county), county.folder());
    REQUIRE(server.is_ready());
    const ProgramResult imported = county.run(import_of(county, "data/visit_templates/2014.json"));
    CHECK(imported.out.starts_with("In use are 19 kinds of visit, version 2014.2."));
    const Tablet ada(server.client(), "Ada Marsh", county.new_code());
    CHECK(ada.get("/api/reference").json()["visit_templates"][0]["templates"].size() == 19);
}

}  // namespace kitbag::test
