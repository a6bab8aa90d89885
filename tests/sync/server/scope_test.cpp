// Of which schools the records come to a tablet, by what the county decided for its adviser's role.

#include <algorithm>

#include <doctest/doctest.h>

#include "tests/sync/server/county_under_test.h"
#include "tests/sync/server/wendshire.h"

namespace kitbag::test {
namespace {

Json held_post(Tablet& who, const std::string& id, const std::string& urn, const std::string& account,
               const Fields& more = {}) {
    Fields fields = {{"urn", urn}, {"role", "early_years_adviser"}, {"name", "An adviser"}, {"account", account}};
    for (const auto& [name, value] : more) fields[name] = value;
    return who.change("post", id, fields);
}

std::string path_of(std::int64_t after, const std::string& scope) {
    return "/api/pull?after=" + std::to_string(after) + "&scope=" + scope;
}

struct OneDay {
    County county;
    RunningServer server{county.serve_arguments(), county.folder()};
    Tablet ada{server.client(), "Ada Marsh", county.new_code()};
    Tablet ben{server.client(), "Ben Cole", county.new_code("senior_adviser")};
    std::string here = new_test_id(), elsewhere = new_test_id();

    // Ben writes a visit with a judgement and a note at two schools.
    OneDay() {
        REQUIRE(server.is_ready());
        Json changes = Json::array({ben.visit(here, "900001"), ben.visit(elsewhere, "900002")});
        for (const std::string& visit : {here, elsewhere}) {
            changes.push_back(ben.judgement(visit, "leadership", "green"));
            changes.push_back(ben.note(new_test_id(), visit, "Seen in three lessons."));
        }
        REQUIRE(ben.push(changes).status == 200);
    }

    std::size_t records_of(const Json& page, const std::string& visit) const {
        return static_cast<std::size_t>(std::ranges::count_if(
            page["changes"], [&](const Json& change) { return to_text(change).contains(visit); }));
    }
    std::string decide(const std::string& role, const std::string& records) const {
        const ProgramResult told = county.run({"scope", "--role", role, "--records", records});
        CHECK_MESSAGE(told.exit_code == 0, told.err);
        return told.out;
    }
};

}  // namespace

TEST_CASE("a county that has decided nothing brings all records to every tablet") {
    OneDay day;
    const Json page = day.ada.pull(0).json();
    CHECK(page["changes"].size() == 6);
    CHECK_FALSE(page.contains("scope"));
}

TEST_CASE(
    "an adviser's tablet gets the records of her caseload, others' get all, and what she writes elsewhere is taken") {
    OneDay day;
    CHECK(day.decide("adviser", "caseload").contains("adviser              caseload"));
    const std::string post = new_test_id();
    REQUIRE(outcome_of(day.ada.push_one(held_post(day.ada, post, "900001", day.ada.adviser)), 0) == "accepted");
    const Json first = day.ada.pull(0).json();
    REQUIRE(first.contains("scope"));
    const std::string scope = first["scope"]["id"];
    CHECK(scope.size() == 16);
    CHECK(first["scope"]["places"] == Json::array({"900001"}));
    CHECK(day.records_of(first, day.here) == 3);
    CHECK(day.records_of(first, day.elsewhere) == 0);
    CHECK(first["changes"].size() == 4);  // With the post.
    CHECK(day.ben.pull(0).json()["changes"].size() == 7);

    const std::int64_t cursor = first["cursor"];
    const Json same = day.ada.get(path_of(cursor, scope)).json();
    CHECK(same["changes"].empty());
    CHECK(same["cursor"] == cursor);
    CHECK_FALSE(same.contains("scope"));

    const std::string own = new_test_id();
    CHECK(outcome_of(day.ada.push_one(day.ada.visit(own, "900003")), 0) == "accepted");
    CHECK(day.ada.get(path_of(cursor, scope)).json()["changes"].empty());
    CHECK(day.records_of(day.ben.pull(0).json(), own) == 1);
}

TEST_CASE(
    "a school that comes into a caseload brings its records from the beginning, and one that leaves brings no more") {
    OneDay day;
    day.decide("adviser", "caseload");
    const Json none = day.ada.pull(0).json();
    CHECK(none["changes"].empty());
    CHECK(none["cursor"].get<std::int64_t>() > 0);
    const std::string scope = none["scope"]["id"];
    const std::string post = new_test_id();
    REQUIRE(day.ada.push_one(held_post(day.ada, post, "900002", day.ada.adviser)).status == 200);
    const Json now = day.ada.get(path_of(none["cursor"], scope)).json();
    CHECK(now["scope"]["places"] == Json::array({"900002"}));
    CHECK(day.records_of(now, day.elsewhere) == 3);
    CHECK(day.records_of(now, day.here) == 0);

    REQUIRE(day.ada.push_one(day.ada.change("post", post, {{"until", "2026-01-01"}})).status == 200);
    const Json later = day.ada.get(path_of(now["cursor"], now["scope"]["id"])).json();
    CHECK(later["scope"]["places"].empty());
    CHECK(later["changes"].empty());
    day.decide("adviser", "all");
    const Json all = day.ada.get(path_of(later["cursor"], later["scope"]["id"])).json();
    CHECK(all["scope"]["id"] == "");
    CHECK(all["changes"].size() == 8);
}

TEST_CASE("a program from before there was scope gets all and is not led back, and begins anew once it is updated") {
    OneDay day;
    day.decide("adviser", "caseload");
    const auto older = [](std::int64_t after) { return "/api/pull?after=" + std::to_string(after) + "&limit=4"; };
    const Json first = day.ada.get(older(0)).json();
    CHECK(first["changes"].size() == 4);
    CHECK_FALSE(first.contains("scope"));
    const Json second = day.ada.get(older(first["cursor"])).json();
    CHECK(second["changes"].size() == 2);
    CHECK_FALSE(second["more"].get<bool>());
    CHECK(day.ada.get(older(second["cursor"])).json()["changes"].empty());
    const Json updated = day.ada.get(path_of(second["cursor"], "all")).json();
    CHECK(updated["scope"]["id"] != "");
    CHECK(updated["changes"].empty());
}

TEST_CASE("a team brings the places of everybody who has a post in it") {
    OneDay day;
    day.decide("adviser", "team");
    const auto post = [&](const std::string& urn, const std::string& account, const std::string& team) {
        REQUIRE(day.ben.push_one(held_post(day.ben, new_test_id(), urn, account, {{"team", team}})).status == 200);
    };
    post("900001", day.ada.adviser, "quality");
    post("900002", day.ben.adviser, "quality");
    post("900003", day.ben.adviser, "intervention");
    CHECK(day.ada.pull(0).json()["scope"]["places"] == Json::array({"900001", "900002"}));
    day.decide("adviser", "caseload");
    CHECK(day.ada.pull(0).json()["scope"]["places"] == Json::array({"900001"}));
}

TEST_CASE("what a county cannot mean when it decides on records is said and changes nothing") {
    const County county;
    const RunningServer server(county.serve_arguments(), county.folder());
    REQUIRE(server.is_ready());
    const std::string before = county.run({"scope"}).out;
    CHECK(before.contains("head_of_service      all"));
    const std::vector<std::vector<std::string>> wrong = {{"scope", "--role", "adviser"},
                                                         {"scope", "--records", "all"},
                                                         {"scope", "--role", "headteacher", "--records", "all"},
                                                         {"scope", "--role", "adviser", "--records", "mine"}};
    for (const auto& words : wrong) {
        const ProgramResult told = county.run(words);
        CHECK(told.exit_code != 0);
        CHECK_FALSE(told.err.empty());
    }
    CHECK(county.run({"scope"}).out == before);
}

}  // namespace kitbag::test
