// Starting, stopping, starting again; the register and the commands.

#include <algorithm>
#include <csignal>
#include <thread>

#include <doctest/doctest.h>

#include "tests/sync/server/county_under_test.h"
#include "tests/sync/server/wendshire.h"

namespace kitbag::test {
namespace {

std::vector<std::string> with_option(std::vector<std::string> arguments, const std::string& name,
                                     const std::string& value) {
    for (std::size_t i = 0; i + 1 < arguments.size(); ++i) {
        if (arguments[i] == name) arguments[i + 1] = value;
    }
    return arguments;
}

std::vector<std::string> without_option(std::vector<std::string> arguments, const std::string& name) {
    for (std::size_t i = 0; i + 1 < arguments.size(); ++i) {
        if (arguments[i] == name)
            arguments.erase(arguments.begin() + static_cast<std::ptrdiff_t>(i),
                            arguments.begin() + static_cast<std::ptrdiff_t>(i) + 2);
    }
    return arguments;
}

std::size_t schools_of(const HttpAnswer& reference) {
    const Json body = reference.json();
    return body.contains("schools") ? body["schools"].size() : 0;
}

}  // namespace

TEST_CASE("the server says where it is and ends by itself when asked to") {
    const County county;
    for (const int signal_number : {SIGTERM, SIGINT}) {
        RunningServer server(county.serve_arguments(), county.folder());
        REQUIRE(server.is_ready());
        CHECK(server.out().starts_with("Wendshire: 3 schools, 1 framework pack.\n"));
        CHECK(line_after(server.out(), "Open this address: ") ==
              "http://127.0.0.1:" + std::to_string(server.port()) + "/");
        CHECK(server.client().get("/healthz").status == 200);
        CHECK(server.stop(signal_number) == 0);
        CHECK(server.err().contains("\"event\":\"stopped\""));
        CHECK_FALSE(server.err().contains("Sanitizer"));
        CHECK(server.client().get("/healthz").status == 0);
    }
}

TEST_CASE("after a stop, and after a kill, everything is there again") {
    const County county;
    std::string visit = new_test_id();
    auto server = std::make_unique<RunningServer>(county.serve_arguments(), county.folder());
    REQUIRE(server->is_ready());
    Tablet ada(server->client(), "Ada Marsh", county.new_code());
    const Json first = {ada.visit(visit, "900001")};
    const HttpAnswer receipt = ada.push(first);
    REQUIRE(outcome_of(receipt, 0) == "accepted");
    const HttpAnswer before = ada.pull(0);
    for (const int signal_number : {SIGTERM, SIGKILL}) {
        server->stop(signal_number);
        server = std::make_unique<RunningServer>(county.serve_arguments(), county.folder());
        REQUIRE(server->is_ready());
        ada.move_to(server->client());
        CHECK(page_of(ada.pull(0).body) == page_of(before.body));
        CHECK(receipt_of(ada.push(first), 0) == receipt_of(receipt, 0));
        CHECK(outcome_of(ada.push(first), 0) == "already_had");
        CHECK(schools_of(ada.get("/api/reference")) == wendshire_schools);
    }
    CHECK(outcome_of(ada.push_one(ada.note(new_test_id(), visit, "After")), 0) == "accepted");
}

TEST_CASE("a push that is answered is stored though the server is killed at that moment") {
    const County county;
    auto server = std::make_unique<RunningServer>(county.serve_arguments(), county.folder());
    REQUIRE(server->is_ready());
    Tablet ada(server->client(), "Ada Marsh", county.new_code());
    const std::string visit = new_test_id();
    REQUIRE(outcome_of(ada.push_one(ada.visit(visit, "900001")), 0) == "accepted");
    std::vector<std::string> answered;
    for (int round = 0; round < 3; ++round) {
        std::thread killer([&] { server->stop(SIGKILL); });
        for (int i = 0; i < 1000; ++i) {
            const Json note = ada.note(new_test_id(), visit, "Note");
            if (outcome_of(ada.push_one(note), 0) != "accepted") break;
            answered.push_back(text_or(note, "id"));
        }
        killer.join();
        server = std::make_unique<RunningServer>(county.serve_arguments(), county.folder());
        REQUIRE(server->is_ready());
        ada.move_to(server->client());
    }
    const std::vector<std::string> stored = ids_of(ada.pull(0));
    for (const std::string& id : answered) CHECK(std::ranges::contains(stored, id));
}

TEST_CASE("a code is printed until a tablet is enrolled, and afterwards when it is asked for") {
    const County county;
    {
        const RunningServer server(county.serve_arguments(), county.folder());
        const std::string code = line_after(server.out(), "Enrolment code: ");
        REQUIRE(Tablet(server.client(), "Ada Marsh", code).enrolment.status == 200);
    }
    {
        const RunningServer server(county.serve_arguments(), county.folder());
        REQUIRE(server.is_ready());
        CHECK_FALSE(server.out().contains("Enrolment code"));
    }
    std::vector<std::string> arguments = county.serve_arguments();
    arguments.push_back("--new-code");
    const RunningServer server(arguments, county.folder());
    const std::string code = line_after(server.out(), "Enrolment code: ");
    CHECK(Tablet(server.client(), "Ben Holt", code).enrolment.status == 200);
}

TEST_CASE("a first start that lacks something is refused with a sentence") {
    struct Row {
        const char* option;
        const char* value;  // Null: the option is left out.
        const char* sentence;
    };
    const std::vector<Row> rows = {
        {"--register", nullptr, "--register"},
        {"--register", "/nowhere/register.csv", "/nowhere/register.csv"},
        {"--frameworks", nullptr, "--frameworks"},
        {"--frameworks", "/nowhere", "/nowhere"},
        {"--site", "/nowhere", "index.html"},
        {"--authority", nullptr, "--authority"},
        {"--authority", "87", "three-digit"},
        {"--authority", "997", "997"},
        {"--county", nullptr, "--county"},
        {"--listen", "localhost", "IP address"},
        {"--listen", "203.0.113.77", "203.0.113.77"},
        {"--port", "80000", "65535"},
    };
    for (const Row& row : rows) {
        const County county;
        CAPTURE(row.option);
        const std::vector<std::string> arguments =
            row.value == nullptr ? without_option(county.serve_arguments(), row.option) : [&] {
                auto all = without_option(county.serve_arguments(), row.option);
                all.insert(all.end(), {row.option, row.value});
                return all;
            }();
        const ProgramResult result = run_program(arguments, county.folder());
        CHECK(result.exit_code == 1);
        CHECK_MESSAGE(result.err.contains(row.sentence), result.err);
        CHECK_FALSE(result.out.contains("ready"));
    }
}

TEST_CASE("a port that is taken is named") {
    const County county;
    const County other;
    const RunningServer server(county.serve_arguments(), county.folder());
    REQUIRE(server.is_ready());
    const ProgramResult result =
        run_program(with_option(other.serve_arguments(), "--port", std::to_string(server.port())), other.folder());
    CHECK(result.exit_code == 1);
    CHECK(result.err.contains("port " + std::to_string(server.port())));
}

TEST_CASE("a register that cannot be read keeps the schools that were there") {
    const County county;
    const std::string good = wendshire_register();
    {
        const RunningServer first(county.serve_arguments(), county.folder());
    }
    struct Row {
        const char* what;
        std::string content;
    };
    const std::vector<Row> rows = {
        {"empty", ""},
        {"no rows", good.substr(0, good.find("\r\n") + 2)},
        {"cut in a row", good.substr(0, good.find("Lower Wend"))},
        {"a missing column", "URN," + good.substr(good.find("EstablishmentNumber"))},
        {"UTF-16", std::string("\xFF\xFEU\0R\0N\0", 8)},
        {"a school twice", good + good.substr(good.find("900001"), good.find("900002") - good.find("900001"))},
        {"another county only", good.substr(0, good.find("900001")) + good.substr(good.find("900101"))},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        write_file(county.register_file(), row.content);
        const RunningServer server(county.serve_arguments(), county.folder());
        REQUIRE(server.is_ready());
        CHECK(server.out().starts_with("Wendshire: 3 schools"));
        CHECK(server.err().contains("The schools loaded before are kept."));
        const ProgramResult import = county.run({"import-register", "--register", county.register_file().string()});
        CHECK(import.exit_code == 1);
        CHECK(import.err.size() > 20);
        const Tablet ada(server.client(), "Ada Marsh", county.new_code());
        CHECK(schools_of(ada.get("/api/reference")) == wendshire_schools);
    }
}

TEST_CASE("a newer register reaches the tablets while the server runs, and the same one changes nothing") {
    const County county;
    const RunningServer server(county.serve_arguments(), county.folder());
    REQUIRE(server.is_ready());
    const Tablet ada(server.client(), "Ada Marsh", county.new_code());
    const Json first = ada.get("/api/reference?known=").json();
    REQUIRE(first["schools"].size() == wendshire_schools);
    CHECK(first["frameworks"][0]["id"] == "wendshire");
    const std::string version = text_or(first, "version");
    const Json unchanged = ada.get("/api/reference?known=" + version).json();
    CHECK(unchanged == Json{{"version", version}, {"unchanged", true}});

    const std::vector<std::string> import = {"import-register", "--register", county.register_file().string()};
    CHECK(county.run(import).out.contains("Nothing in the register has changed."));
    CHECK(ada.get("/api/reference?known=" + version).json() == unchanged);

    const std::string good = wendshire_register();
    write_file(county.register_file(),
               good +
                   "900005,999,2005,New School,1,Community "
                   "school,4,1,Open,01-09-2026,,2,Primary,4,11,2,,,30,,Wend,WE1 1AE,North Wend,Wend\r\n");
    std::vector<std::string> preview = import;
    preview.emplace_back("--preview");
    const ProgramResult told = county.run(preview);
    CHECK(told.exit_code == 0);
    CHECK(told.out.contains("opened      900005 New School\n"));
    CHECK(told.out.contains("Nothing was changed."));
    CHECK(ada.get("/api/reference?known=" + version).json() == unchanged);
    CHECK(county.run(import).out.contains("opened      900005 New School\n"));
    const Json newer = ada.get("/api/reference?known=" + version).json();
    CHECK(newer["schools"].size() == wendshire_schools + 1);
    CHECK(text_or(newer, "version") != version);
    CHECK(std::ranges::count(newer["schools"], Json("2026-09-01"),
                             [](const Json& school) { return school.value("opened", Json()); }) == 1);
}

TEST_CASE("a school that converts keeps what is sent under the URN it had, also from who has not heard of it") {
    const County county;
    const RunningServer server(county.serve_arguments(), county.folder());
    REQUIRE(server.is_ready());
    Tablet ada(server.client(), "Ada Marsh", county.new_code());
    std::string later = wendshire_register();
    later.replace(later.find("900001,"), 7, "900201,");
    write_file(county.register_file(), later);
    const std::vector<std::string> import = {"import-register", "--register", county.register_file().string()};
    CHECK(county.run(import).out.contains("900201 Fenbrook Primary School"));
    const auto formerly = [&] {
        const Json reference = ada.get("/api/reference?known=").json();
        for (const Json& school : reference["schools"])
            if (text_or(school, "urn") == "900201") return school.value("formerly", Json());
        return Json();
    };
    CHECK(formerly() == Json::array({"900001"}));
    CHECK(county.run(import).out.contains("Nothing in the register has changed."));
    CHECK(formerly() == Json::array({"900001"}));
    const Json step = ada.step("0192f3c4-a1b2-7c3d-8e4f-0000000000aa", "school", "proposed", "");
    CHECK(outcome_of(ada.push_one(step), 0) == "accepted");
    const Json elsewhere =
        ada.step("0192f3c4-a1b2-7c3d-8e4f-0000000000ab", "school", "proposed", "", {{"urn", "900301"}});
    CHECK(outcome_of(ada.push_one(elsewhere), 0) == "refused");
}

TEST_CASE("a data folder belongs to one county") {
    const County county;
    {
        const RunningServer first(county.serve_arguments(), county.folder());
    }
    const ProgramResult other =
        run_program(with_option(county.serve_arguments(), "--authority", "998"), county.folder());
    CHECK(other.exit_code == 1);
    CHECK(other.err.contains("holds the records of Wendshire"));
    const RunningServer again(without_option(without_option(county.serve_arguments(), "--authority"), "--county"),
                              county.folder());
    CHECK(again.is_ready());
}

TEST_CASE("the register that Kitbag carries loads: 257 schools and its framework packs") {
    const County county;
    std::vector<std::string> arguments =
        with_option(county.serve_arguments(), "--register", "data/register/cambridgeshire-gias.csv");
    arguments = with_option(with_option(arguments, "--authority", "873"), "--county", "Cambridgeshire");
    arguments = with_option(arguments, "--frameworks", "data/frameworks");
    const RunningServer server(arguments, county.folder());
    REQUIRE_MESSAGE(server.is_ready(), server.err());
    CHECK(server.out().starts_with("Cambridgeshire: 257 schools"));
    const Tablet ada(server.client(), "Ada Marsh", county.new_code());
    const HttpAnswer reference = ada.get("/api/reference");
    CHECK(schools_of(reference) == 257);
    CHECK(reference.json()["frameworks"].size() == 2);
}

}  // namespace kitbag::test
