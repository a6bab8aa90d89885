// What a county has that keeps its records in a file: copies of it, who may read it, and what is said where there is none.

#include <algorithm>
#include <csignal>
#include <future>

#include <doctest/doctest.h>
#include <sys/resource.h>

#include "sync/server/county_server.h"
#include "sync/server/system_seams.h"
#include "tests/sync/server/county_under_test.h"
#include "tests/sync/server/wendshire.h"

namespace kitbag::test {

TEST_CASE("neither codes nor tokens are in the database or the log") {
    const County county;
    RunningServer server(county.serve_arguments(), county.folder());
    REQUIRE(server.is_ready());
    const std::string code = county.new_code();
    const Tablet tablet(server.client(), "Ada Marsh", code);
    CHECK(tablet.pull(0).status == 200);
    CHECK(server.stop(SIGTERM) == 0);
    const std::string database = read_file(county.data() / "county.db");
    const std::string log = server.err();
    REQUIRE(database.contains("Ada Marsh"));
    REQUIRE(log.contains(tablet.device));
    std::string plain = code.substr(4);
    plain.erase(5, 1);
    for (const std::string& secret : {code, plain, tablet.token}) {
        CHECK_FALSE(database.contains(secret));
        CHECK_FALSE(log.contains(secret));
    }
    CHECK_FALSE(log.contains("Ada"));
}

TEST_CASE("a copy made while the server runs is a whole county, and no older copy is lost to it") {
    const County county;
    const County restored;
    const std::string copy = (restored.data() / "county.db").string();
    const std::vector<std::string> backup = {"backup", "--data", county.data().string(), "--out", copy};
    std::string visit = new_test_id();
    std::string before;
    std::string token;
    {
        const RunningServer server(county.serve_arguments(), county.folder());
        Tablet ada(server.client(), "Ada Marsh", county.new_code());
        REQUIRE(outcome_of(ada.push_one(ada.visit(visit, "900001")), 0) == "accepted");
        CHECK(run_program(backup, county.folder()).exit_code == 0);
        before = page_of(ada.pull(0).body);
        token = ada.token;
        REQUIRE(outcome_of(ada.push_one(ada.note(new_test_id(), visit, "After the copy")), 0) == "accepted");
    }
    const ProgramResult again = run_program(backup, county.folder());
    CHECK(again.exit_code == 1);
    CHECK(again.err.contains("is there already"));
    const ProgramResult nowhere =
        run_program({"backup", "--data", county.data().string(), "--out", "/nowhere/x.db"}, county.folder());
    CHECK(nowhere.exit_code == 1);
    CHECK(nowhere.err.contains("/nowhere/x.db"));

    const RunningServer server(restored.serve_arguments(), restored.folder());
    REQUIRE(server.is_ready());
    CHECK(page_of(server.client().get("/api/pull", {{"Authorization", "Bearer " + token}}).body) == before);
}

TEST_CASE("the commands say what is missing") {
    const County county;
    struct Row {
        std::vector<std::string> words;
        int exit_code;
        const char* sentence;
    };
    const std::string data = county.data().string();
    const std::vector<Row> rows = {
        {{"fly"}, 2, "fly"},
        {{"export"}, 2, "--data"},
        {{"export", "--data", data}, 1, "no county.db"},
        {{"enrolment-code", "--data", data}, 1, "no county.db"},
        {{"enrolment-code", "--data", data, "--role", "king"}, 1, "king"},
        {{"enrolment-code", "--data", data, "--days", "0"}, 1, "--days"},
        {{"import-register", "--data", data, "--register", "x.csv"}, 1, "no county.db"},
        {{"import-early-years", "--data", data}, 2, "--early-years"},
        {{"import-early-years", "--data", data, "--early-years", "x.csv"}, 1, "no county.db"},
        {{"import-centres", "--data", data}, 2, "--centres"},
        {{"import-centres", "--data", data, "--centres", "x.csv"}, 1, "no county.db"},
        {{"import-inspections", "--data", data}, 2, "--inspections"},
        {{"import-frameworks", "--data", data}, 2, "--frameworks"},
        {{"import-frameworks", "--data", data, "--frameworks", "packs"}, 1, "no county.db"},
        {{"import-alliances", "--data", data}, 2, "--alliances"},
        {{"import-half-terms", "--data", data}, 2, "--half-terms"},
        {{"import-half-terms", "--data", data, "--half-terms", "x.json"}, 1, "no county.db"},
    };
    for (const Row& row : rows) {
        const ProgramResult result = run_program(row.words, county.folder());
        CHECK(result.exit_code == row.exit_code);
        CHECK_MESSAGE(result.err.contains(row.sentence), result.err);
    }
    CHECK_FALSE(std::filesystem::exists(county.data() / "county.db"));
    const ProgramResult help = run_program({"help"}, county.folder());
    CHECK(help.exit_code == 0);
    CHECK(help.out.contains("kitbag_server enrolment-code"));
    CHECK(help.out.contains("kitbag_server import-frameworks"));
}

TEST_CASE("what the server keeps is for its own user only") {
    const County county;
    std::filesystem::remove(county.data());
    const RunningServer server(county.serve_arguments(), county.folder());
    REQUIRE(server.is_ready());
    using std::filesystem::perms;
    CHECK(std::filesystem::status(county.data()).permissions() == perms::owner_all);
    CHECK(std::filesystem::status(county.data() / "county.db").permissions() ==
          (perms::owner_read | perms::owner_write));
}

TEST_CASE("the server is ready while it can write and not while it cannot or stops") {
    const County county;
    {
        const RunningServer server(county.serve_arguments(), county.folder());
        REQUIRE(server.is_ready());
        const HttpAnswer ready = server.client().get("/readyz");
        CHECK(ready.status == 200);
        CHECK(ready.json() == Json{{"status", "ready"}});
        CHECK(server.client().post("/readyz", Json::object()).status == 405);
    }
    const SystemClock clock;
    SystemRandom random;
    const auto database = county.open();
    Result<StaticSite> site = StaticSite::read(county.site());
    REQUIRE(site);
    CountyServer server(*std::move(site), *database, clock, random, {});
    const auto ask = [&] {
        WebRequest request;
        request.method = "GET";
        request.path = "/readyz";
        std::promise<WebReply> answered;
        server.handle(std::move(request), [&](WebReply reply) { answered.set_value(std::move(reply)); });
        return answered.get_future().get();
    };
    // A file that may not grow is what a full disk is to the database.
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit none{0, before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &none);
    const WebReply full = ask();
    setrlimit(RLIMIT_FSIZE, &before);
    CHECK(full.status == 503);
    CHECK(full.body.contains("not_ready"));
    CHECK(ask().status == 200);
    server.finish();
    const WebReply stopping = ask();
    CHECK(stopping.status == 503);
    CHECK(stopping.body.contains("server_busy"));
}

TEST_CASE("a copy that was made at the server itself is in the audit") {
    const County county;
    const RunningServer server(county.serve_arguments(), county.folder());
    Tablet ada(server.client(), "Ada Marsh", county.new_code());
    REQUIRE(outcome_of(ada.push_one(ada.visit(new_test_id(), "900001")), 0) == "accepted");
    CHECK(county.run({"backup", "--out", (county.folder() / "copy.db").string()}).exit_code == 0);
    CHECK(county.run({"audit"}).out.contains("at the server, by command backup: read changes 1 to 1"));
}

}  // namespace kitbag::test
