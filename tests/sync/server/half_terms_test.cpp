// The county's calendar: loaded at the start or by a command, and handed to the tablets.

#include <algorithm>
#include <csignal>
#include <memory>

#include <doctest/doctest.h>

#include "tests/sync/server/county_under_test.h"
#include "tests/sync/server/wendshire.h"

namespace kitbag::test {
namespace {

std::vector<std::string> without_half_terms(const County& county) {
    std::vector<std::string> arguments = county.serve_arguments();
    const auto at = std::ranges::find(arguments, "--half-terms");
    arguments.erase(at, at + 2);
    return arguments;
}

std::vector<std::string> import_of(const County& county) {
    return {"import-half-terms", "--half-terms", county.half_terms_file().string()};
}

std::string broken_calendar() {
    std::string text = wendshire_half_terms();
    return text.replace(text.find("2014-11-03"), 10, "2014-10-03");
}

}  // namespace

TEST_CASE("a county without a calendar sends none, and one loaded while it runs reaches the tablets") {
    const County county;
    const RunningServer server(without_half_terms(county), county.folder());
    REQUIRE(server.is_ready());
    Tablet ada(server.client(), "Ada Marsh", county.new_code());
    const Json before = ada.get("/api/reference").json();
    CHECK_FALSE(before.contains("half_terms"));
    CHECK(code_of(ada.push_one(ada.direction(new_test_id())), 0) == "unknown_half_term");

    const ProgramResult imported = county.run(import_of(county));
    CHECK(imported.exit_code == 0);
    CHECK(imported.out.starts_with("3 half terms, from 2 September 2014 to 26 October 2198. Each tablet"));
    const Json after = ada.get("/api/reference?known=" + text_or(before, "version")).json();
    CHECK(after["half_terms"] == parse_json(wendshire_half_terms(), "The calendar").value());
    CHECK(text_or(after, "version") != text_or(before, "version"));
    CHECK(outcome_of(ada.push_one(ada.direction(new_test_id())), 0) == "accepted");

    CHECK(county.run(import_of(county)).out.contains("Nothing in the calendar has changed."));
    const std::string known = "/api/reference?known=" + text_or(after, "version");
    CHECK(ada.get(known).json()["unchanged"] == true);
}

TEST_CASE("a calendar that cannot be read changes nothing and is named") {
    const County county;
    auto server = std::make_unique<RunningServer>(county.serve_arguments(), county.folder());
    REQUIRE(server->is_ready());
    Tablet ada(server->client(), "Ada Marsh", county.new_code());
    const std::string before = ada.get("/api/reference").body;
    CHECK(before.contains("2198-99.1"));
    struct Row {
        const char* what;
        std::string content;
        const char* sentence;
    };
    const Row rows[] = {
        {"empty", "", "half-terms.json: The calendar is not valid JSON"},
        {"half terms that overlap", broken_calendar(), "half-terms.json: half_terms[1].from: this day is not after"},
        {"far too large", std::string(300'000, ' '), "half-terms.json"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        write_file(county.half_terms_file(), row.content);
        const ProgramResult imported = county.run(import_of(county));
        CHECK(imported.exit_code == 1);
        CHECK_MESSAGE(imported.err.contains(row.sentence), imported.err);
        CHECK(ada.get("/api/reference").body == before);
        server->stop(SIGTERM);
        server = std::make_unique<RunningServer>(county.serve_arguments(), county.folder());
        REQUIRE(server->is_ready());
        CHECK(server->err().contains(row.sentence));
        CHECK(server->err().contains("The half terms loaded before are kept."));
        ada.move_to(server->client());
        CHECK(ada.get("/api/reference").body == before);
    }
}

TEST_CASE("a first start with a bad calendar goes on without one and says so") {
    const County county;
    write_file(county.half_terms_file(), broken_calendar());
    const RunningServer server(county.serve_arguments(), county.folder());
    REQUIRE(server.is_ready());
    CHECK(server.err().contains("half-terms.json: half_terms[1].from"));
    CHECK(server.err().contains("No half terms are loaded."));
    const Tablet ada(server.client(), "Ada Marsh", county.new_code());
    CHECK_FALSE(ada.get("/api/reference").json().contains("half_terms"));
}

TEST_CASE("the calendar that Kitbag carries loads") {
    const County county;
    const RunningServer server(without_half_terms(county), county.folder());
    REQUIRE(server.is_ready());
    const ProgramResult imported = county.run({"import-half-terms", "--half-terms", "data/half_terms/england.json"});
    CHECK(imported.out.starts_with("18 half terms, from 2 September 2014 to 21 July 2027."));
    const Tablet ada(server.client(), "Ada Marsh", county.new_code());
    CHECK(ada.get("/api/reference").json()["half_terms"]["half_terms"].size() == 18);
}

}  // namespace kitbag::test
