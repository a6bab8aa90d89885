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

    ProgramResult run(std::vector<std::string> words) const { return county.run(std::move(words)); }
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
    const ProgramResult none = empty.run({"devices"});
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

TEST_CASE("a tablet that was shut out is enrolled again for its own adviser only, and brings what waited on it") {
    Wendshire wendshire;
    Tablet& ada = wendshire.ada;
    REQUIRE(outcome_of(ada.push_one(ada.visit(wendshire.visit_id, "900001")), 0) == "accepted");
    const Json waiting = ada.note(new_test_id(), wendshire.visit_id, "Written before it knew");
    CHECK(wendshire.revoke(ada, false).exit_code == 0);

    const auto enrol_as = [&](const char* name, const std::string& code, const Json& before) {
        return wendshire.server.client().post(
            "/api/enrol",
            Json{{"protocol", 1}, {"name", name}, {"code", code}, {"device_name", "A test"}, {"before", before}});
    };
    const Json before = {{"adviser", ada.adviser}, {"devices", {ada.device}}};
    const std::string code = wendshire.county.new_code();
    const std::string devices = wendshire.run({"devices"}).out;
    const HttpAnswer ben = enrol_as("Ben Holt", code, before);
    CHECK(ben.status == 403);
    CHECK(ben.code() == "other_adviser");
    CHECK(ben.sentence().contains("for that person only"));
    CHECK(enrol_as("Ada Marsh", wendshire.county.new_code("officer"), before).code() == "other_adviser");
    CHECK(enrol_as("Ada Marsh", code, {{"adviser", ada.adviser}, {"devices", {wendshire.ben.device}}}).code() ==
          "other_adviser");
    for (const Json& bad : {Json(7), Json{{"adviser", "x"}, {"devices", {ada.device}}},
                            Json{{"adviser", ada.adviser}, {"devices", Json::array()}},
                            Json{{"adviser", ada.adviser}, {"devices", {"' OR 1=1 --"}}}})
        CHECK(enrol_as("Ada Marsh", code, bad).code() == "bad_request");
    CHECK(wendshire.run({"devices"}).out == devices);

    const HttpAnswer again = enrol_as("ada  MARSH", code, before);
    REQUIRE(again.status == 200);
    CHECK(again.json()["adviser"]["id"] == ada.adviser);
    CHECK(again.json()["device"] != ada.device);
    ada.token = again.json()["token"];
    CHECK(outcome_of(ada.push_one(waiting), 0) == "accepted");
    CHECK(outcome_of(ada.push_one(waiting), 0) == "already_had");
    CHECK(code_of(wendshire.ben.push_one(ada.note(new_test_id(), wendshire.visit_id, "x")), 0) == "not_yours");
}

TEST_CASE("a county whose records are older than a tablet takes it back as what it says it was") {
    Wendshire wendshire;
    Tablet written(wendshire.server.client(), "Cora Finch", wendshire.county.new_code());
    const std::string adviser = new_test_id();
    const std::string device = "00000000000000c5";
    const Json body = {{"protocol", 1},
                       {"name", "Dora Lane"},
                       {"code", wendshire.county.new_code()},
                       {"device_name", "A test"},
                       {"before", {{"adviser", adviser}, {"devices", {device}}}}};
    const HttpAnswer again = wendshire.server.client().post("/api/enrol", body);
    REQUIRE(again.status == 200);
    CHECK(again.json()["adviser"]["id"] == adviser);
    written.token = again.json()["token"];
    written.adviser = adviser;
    Json change = written.visit(new_test_id(), "900001");
    change["device"] = device;
    change["stamp"] = change["stamp"].get<std::string>().replace(16, 16, device);
    CHECK(outcome_of(written.push_one(change), 0) == "accepted");
    CHECK(wendshire.run({"devices"}).out.contains(device));
}

}  // namespace kitbag::test
