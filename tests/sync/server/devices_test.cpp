// The office's list of tablets, and tablets that are shut out or wiped.

#include <algorithm>
#include <sstream>

#include <doctest/doctest.h>

#include "tests/sync/server/county_under_test.h"
#include "tests/sync/server/wendshire.h"

namespace kitbag::test {
namespace {

struct Wendshire {
    County county;
    RunningServer server{county.serve_arguments(), county.folder()};
    Tablet ada{server.client(), "Ada Marsh", county.new_code()};
    Tablet ben{server.client(), "Ben\tHolt", county.new_code("senior_adviser")};
    std::string visit_id = new_test_id();

    ProgramResult run(std::vector<std::string> words) const {
        words.insert(words.begin() + 1, {"--data", county.data().string()});
        return run_program(words, county.folder());
    }
    ProgramResult revoke(const Tablet& tablet, bool wipe) const {
        std::vector<std::string> words = {"revoke", "--device", tablet.device};
        if (wipe) words.push_back("--wipe");
        return run(words);
    }
    // The line of the list that is about this tablet.
    std::string row_of(const Tablet& tablet) const {
        std::istringstream lines(run({"devices"}).out);
        for (std::string line; std::getline(lines, line);)
            if (line.starts_with(tablet.device)) return line;
        return "";
    }
    HttpAnswer say_wiped(const Tablet& tablet) const {
        return server.client().post("/api/wiped", Json{{"protocol", 1}}, tablet.bearer());
    }
};

}  // namespace

TEST_CASE("the office lists its tablets with whose they are and when they were last heard of") {
    const Wendshire wendshire;
    const ProgramResult listed = wendshire.run({"devices"});
    REQUIRE_MESSAGE(listed.exit_code == 0, listed.err);
    CHECK(std::ranges::count(listed.out, '\n') == 3);
    const std::string row = wendshire.row_of(wendshire.ben);
    for (const char* part : {"in use", "senior_adviser", "Ben Holt", "A test"}) CHECK_MESSAGE(row.contains(part), row);
    const std::string today = wendshire.ben.enrolment.json()["now"].get<std::string>().substr(0, 10);
    CHECK_MESSAGE(row.find(today) != row.rfind(today), row);  // Enrolled, and last seen.

    const County empty;
    {
        const RunningServer server(empty.serve_arguments(), empty.folder());
        REQUIRE(server.is_ready());
    }
    const ProgramResult none = run_program({"devices", "--data", empty.data().string()}, empty.folder());
    CHECK(none.out.contains("No tablet is enrolled"));
}

TEST_CASE("a stolen token opens nothing once its tablet is shut out, and the other tablets go on") {
    Wendshire wendshire;
    Tablet& ada = wendshire.ada;
    REQUIRE(outcome_of(ada.push_one(ada.visit(wendshire.visit_id, "900001")), 0) == "accepted");
    const ProgramResult revoked = wendshire.revoke(ada, false);
    REQUIRE_MESSAGE(revoked.exit_code == 0, revoked.err);
    CHECK(revoked.out.contains("Ada Marsh's tablet " + ada.device + " is shut out"));
    CHECK(wendshire.row_of(ada).contains("shut out"));

    for (const char* path : {"/api/pull?after=0", "/api/reference", "/api/export"}) {
        CAPTURE(path);
        const HttpAnswer answer = ada.get(path);
        CHECK(answer.status == 401);
        CHECK(answer.code() == "unknown_device");
        CHECK_FALSE(answer.body.contains("Reading in Year 2"));
    }
    const HttpAnswer pushed = ada.push_one(ada.note(new_test_id(), wendshire.visit_id, "By the thief"));
    CHECK(pushed.code() == "unknown_device");
    CHECK(wendshire.say_wiped(ada).code() == "unknown_device");
    CHECK(ids_of(wendshire.ben.pull(0)).size() == 1);
    CHECK(wendshire.run({"left-behind"}).out == "[]\n");
}

TEST_CASE("a tablet that is to be wiped may send what it has and nothing else, says that it is done, and is shut out") {
    Wendshire wendshire;
    Tablet& ada = wendshire.ada;
    REQUIRE(outcome_of(ada.push_one(ada.visit(wendshire.visit_id, "900001")), 0) == "accepted");
    const HttpAnswer early = wendshire.say_wiped(ada);
    CHECK(early.status == 409);
    CHECK(early.code() == "wipe_not_wanted");

    CHECK(wendshire.revoke(ada, true).out.contains("is to wipe itself"));
    CHECK(wendshire.row_of(ada).contains("wipe wanted"));
    for (const char* path : {"/api/pull?after=0", "/api/reference", "/api/export"}) {
        CAPTURE(path);
        const HttpAnswer answer = ada.get(path);
        CHECK(answer.status == 403);
        CHECK(answer.code() == "wipe_wanted");
        CHECK(answer.sentence().contains("to be wiped"));
    }
    const Json late = ada.note(new_test_id(), wendshire.visit_id, "Written before it knew");
    CHECK(outcome_of(ada.push_one(late), 0) == "accepted");

    const HttpAnswer done = wendshire.say_wiped(ada);
    CHECK(done.status == 200);
    CHECK(done.json() == Json{{"wiped", true}});
    CHECK(wendshire.row_of(ada).contains("wiped"));
    CHECK_FALSE(wendshire.row_of(ada).contains("wipe wanted"));
    CHECK(ada.pull(0).code() == "unknown_device");
    CHECK(ada.push_one(late).code() == "unknown_device");
    CHECK(wendshire.say_wiped(ada).code() == "unknown_device");
    CHECK(ids_of(wendshire.ben.pull(0)).size() == 2);
    CHECK(wendshire.revoke(ada, true).out.contains("has wiped itself already"));
}

TEST_CASE("what the county refuses from a tablet that is to be wiped is kept as it was sent, once") {
    Wendshire wendshire;
    Tablet& ada = wendshire.ada;
    const Json of_no_visit = ada.note(new_test_id(), new_test_id(), "O'Brien said “no” — żółć");
    CHECK(code_of(ada.push_one(of_no_visit), 0) == "unknown_visit");
    CHECK(wendshire.run({"left-behind"}).out == "[]\n");

    CHECK(wendshire.revoke(ada, true).exit_code == 0);
    const Json unreadable = {{"id", "12"}, {"colour", "red"}};
    const Json visit = ada.visit(wendshire.visit_id, "900001");
    for (int time = 0; time < 2; ++time) {
        const HttpAnswer answer = ada.push(Json::array({of_no_visit, visit, unreadable, 7}));
        CHECK(code_of(answer, 0) == "unknown_visit");
        CHECK(outcome_of(answer, 1) == (time == 0 ? "accepted" : "already_had"));
        CHECK(code_of(answer, 2) == "bad_change");
    }
    const Json kept = parse_json(wendshire.run({"left-behind"}).out, "Kept").value_or(Json());
    REQUIRE(kept.size() == 3);
    std::vector<Json> changes;
    for (const Json& each : kept) {
        CHECK(each["device"] == ada.device);
        CHECK(text_or(each, "sentence").size() > 10);
        changes.push_back(each["change"]);
    }
    for (const Json& wanted : {of_no_visit, unreadable, Json(7)}) CHECK(std::ranges::contains(changes, wanted));
}

TEST_CASE("a wipe that is not done yet can be taken back, and a tablet that does not exist is named") {
    Wendshire wendshire;
    CHECK(wendshire.revoke(wendshire.ada, true).exit_code == 0);
    CHECK(wendshire.ada.pull(0).code() == "wipe_wanted");
    CHECK(wendshire.revoke(wendshire.ada, false).exit_code == 0);
    CHECK(wendshire.row_of(wendshire.ada).contains("shut out"));
    CHECK(wendshire.say_wiped(wendshire.ada).code() == "unknown_device");

    const ProgramResult nobody = wendshire.run({"revoke", "--device", "' OR 1=1 --", "--wipe"});
    CHECK(nobody.exit_code == 1);
    CHECK(nobody.err.contains("There is no tablet"));
    CHECK(wendshire.ben.pull(0).status == 200);
}

}  // namespace kitbag::test
