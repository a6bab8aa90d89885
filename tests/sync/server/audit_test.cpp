// Who read and who wrote which records, as `kitbag_server audit` tells it.

#include <algorithm>
#include <csignal>
#include <sstream>

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/storage/database.h"
#include "tests/sync/server/county_under_test.h"
#include "tests/sync/server/wendshire.h"

namespace kitbag::test {
namespace {

struct Wendshire {
    County county;
    RunningServer server{county.serve_arguments(), county.folder()};
    Tablet ada{server.client(), "Ada Marsh", county.new_code()};
    Tablet ben{server.client(), "Ben Holt", county.new_code()};
    Tablet office{server.client(), "Olive Reed", county.new_code("officer")};
    std::string visit_id = new_test_id();

    std::vector<std::string> audit(std::vector<std::string> question = {}) const {
        question.insert(question.begin(), "audit");
        std::istringstream text(county.run(std::move(question)).out);
        std::vector<std::string> lines;
        for (std::string line; std::getline(text, line);) lines.push_back(line);
        return lines;
    }
};

bool tells(const std::vector<std::string>& lines, const std::vector<std::string>& parts) {
    return std::ranges::any_of(lines, [&](const std::string& line) {
        return std::ranges::all_of(parts, [&](const std::string& part) { return line.contains(part); });
    });
}

// Such a statement is a mistake of ours, and those stop the program: so another process runs it.
bool is_stopped_by(const County& county, const char* sql) {
    const int process = fork();
    if (process == 0) {
        std::signal(SIGABRT, SIG_DFL);
        close(STDERR_FILENO);  // What it says while it stops is expected.
        const auto database = county.open();
        _exit(database->run_script(sql) ? 0 : 1);
    }
    int status = 0;
    waitpid(process, &status, 0);
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
}

}  // namespace

TEST_CASE("every push, pull and export is told with who did it, on which records, and by which request") {
    Wendshire wendshire;
    Tablet& ada = wendshire.ada;
    const std::string& visit = wendshire.visit_id;
    const std::string note = new_test_id();
    const std::string nowhere = new_test_id();
    const HttpAnswer pushed =
        ada.push({ada.visit(visit, "900001"), ada.note(note, visit, "Reading was uneven"),
                  ada.note(note, visit, "Reading was even"), ada.note(new_test_id(), nowhere, "Of no visit"), Json(7)});
    REQUIRE(outcome_of(pushed, 2) == "accepted");
    const HttpAnswer pulled = wendshire.ben.pull(0);
    const HttpAnswer nothing_new = wendshire.ben.pull(3);
    const HttpAnswer exported = wendshire.office.get("/api/export");
    REQUIRE(exported.status == 200);
    CHECK(ada.get("/api/export").status == 403);

    const std::vector<std::string> lines = wendshire.audit();
    const std::string by_ada = "Ada Marsh, tablet " + ada.device;
    const std::string push = pushed.header("x-request-id");
    CHECK(lines.size() == 6);
    CHECK(tells(lines, {by_ada, push, "wrote visit " + visit + ": accepted"}));
    CHECK(tells(lines, {by_ada, push, "wrote evidence_note " + note + ": accepted (2 changes)"}));
    CHECK(tells(lines, {by_ada, push, "wrote evidence_note ", ": refused"}));
    CHECK(tells(lines, {by_ada, push, "wrote something unreadable: refused"}));
    CHECK(tells(lines, {"Ben Holt", "by pull, request " + pulled.header("x-request-id"), "read changes 1 to 3"}));
    CHECK(tells(lines, {"Olive Reed", "by export, request " + exported.header("x-request-id"), "read changes 1 to 3"}));
    CHECK_FALSE(tells(lines, {nothing_new.header("x-request-id")}));
    CHECK_FALSE(tells(lines, {"uneven"}));
    CHECK(tells(wendshire.audit({"--record", nowhere}), {"refused"}));
}

TEST_CASE("the audit is asked about one visit with its parts, one person, or from one day on") {
    Wendshire wendshire;
    Tablet& ada = wendshire.ada;
    Tablet& ben = wendshire.ben;
    const std::string& first = wendshire.visit_id;
    const std::string second = new_test_id();
    const std::string note = new_test_id();
    REQUIRE(outcome_of(ada.push_one(ada.visit(first, "900001")), 0) == "accepted");
    REQUIRE(outcome_of(ben.push_one(ben.visit(second, "900002")), 0) == "accepted");
    REQUIRE(outcome_of(ben.push_one(ben.note(note, second, "x")), 0) == "accepted");
    CHECK(ada.pull(2).status == 200);     // The note only.
    CHECK(ada.pull(0, 1).status == 200);  // The first visit only.

    const std::vector<std::string> of_first = wendshire.audit({"--record", first});
    CHECK(of_first.size() == 2);
    CHECK(tells(of_first, {"Ada Marsh", "wrote visit " + first}));
    CHECK(tells(of_first, {"Ada Marsh", "read changes 1 to 1"}));
    const std::vector<std::string> of_second = wendshire.audit({"--record", second});
    CHECK(of_second.size() == 3);
    CHECK(tells(of_second, {"Ben Holt", "wrote evidence_note " + note}));
    CHECK(tells(of_second, {"Ada Marsh", "read changes 3 to 3"}));
    CHECK(wendshire.audit({"--record", note}).size() == 2);
    CHECK(wendshire.audit({"--record", new_test_id()}) ==
          std::vector<std::string>{"Nothing that answers this is in the audit."});

    CHECK(wendshire.audit({"--adviser", "Ben Holt"}).size() == 2);
    CHECK(wendshire.audit({"--adviser", ada.adviser}).size() == 3);
    CHECK(wendshire.audit({"--adviser", ada.adviser, "--record", second}).size() == 1);
    CHECK(wendshire.audit({"--adviser", "' OR 1=1 --"}).size() == 1);
    const std::string today = wendshire.ada.enrolment.json()["now"].get<std::string>().substr(0, 10);
    CHECK(wendshire.audit({"--since", today}).size() == 5);
    CHECK(wendshire.audit({"--since", "2199-01-01"}).front().starts_with("Nothing"));
    CHECK(wendshire.county.run({"audit", "--since", "yesterday"}).err.contains("--since"));
}

TEST_CASE("what is taken out at the server itself is in the audit too") {
    Wendshire wendshire;
    REQUIRE(outcome_of(wendshire.ada.push_one(wendshire.ada.visit(wendshire.visit_id, "900001")), 0) == "accepted");
    CHECK(wendshire.county.run({"export"}).exit_code == 0);
    const std::vector<std::string> lines = wendshire.audit({"--record", wendshire.visit_id});
    CHECK(lines.size() == 2);
    CHECK(tells(lines, {"at the server, by command export: read changes 1 to 1"}));
}

TEST_CASE("neither a row of the audit can be altered nor one removed") {
    Wendshire wendshire;
    REQUIRE(outcome_of(wendshire.ada.push_one(wendshire.ada.visit(wendshire.visit_id, "900001")), 0) == "accepted");
    CHECK(wendshire.ben.pull(0).status == 200);
    REQUIRE(wendshire.server.stop(SIGTERM) == 0);
    const std::vector<std::string> before = wendshire.audit();
    for (const char* sql : {"UPDATE audit SET adviser = 'another'", "DELETE FROM audit WHERE action = 'pull'",
                            "UPDATE audit_write SET entity_id = 'x'", "DELETE FROM audit_write"}) {
        CAPTURE(sql);
        CHECK(is_stopped_by(wendshire.county, sql));
    }
    CHECK(before.size() == 2);
    CHECK(wendshire.audit() == before);
}

}  // namespace kitbag::test
