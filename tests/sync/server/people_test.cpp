// The people of a school and the local name of a place, over HTTP: taken by the county, and in what it gives out again.

#include <algorithm>

#include <doctest/doctest.h>

#include "tests/sync/server/county_under_test.h"
#include "tests/sync/server/exports.h"
#include "tests/sync/server/wendshire.h"

namespace kitbag::test {

TEST_CASE("who holds which post, and what a place is called, reaches other tablets and the export") {
    const County county;
    const RunningServer server(county.serve_arguments(), county.folder());
    REQUIRE(server.is_ready());
    Tablet ada(server.client(), "Ada Marsh", county.new_code());
    Tablet ben(server.client(), "Ben Cole", county.new_code());
    const Tablet officer(server.client(), "Olive Frost", county.new_code("officer"));
    const std::string post = new_test_id();
    const Json made = ada.change("post", post,
                                 {{"urn", "900001"},
                                  {"role", "adviser"},
                                  {"name", "Ada Marsh"},
                                  {"account", ada.adviser},
                                  {"since", "2026-09-01"},
                                  {"team", "intervention"}});
    CHECK(outcome_of(ada.push_one(made), 0) == "accepted");
    CHECK(outcome_of(ben.push_one(ben.change("post", post, {{"until", "2026-12-18"}})), 0) == "accepted");
    CHECK(outcome_of(ada.push_one(ada.change("post", post, {{"until", "2027-01-08"}})), 0) == "accepted");
    const Json named = ben.change("establishment", "900002", {{"local_name", "The old mill"}});
    CHECK(outcome_of(ben.push_one(named), 0) == "accepted");
    CHECK(code_of(ben.push_one(ben.change("establishment", "EY900999", {{"local_name", "Nowhere"}})), 0) ==
          "unknown_school");
    CHECK(std::ranges::contains(ids_of(ben.pull(0)), text_or(made, "id")));
    CHECK(std::ranges::contains(ids_of(ada.pull(0)), text_or(named, "id")));

    const Json exported = export_both_ways(county, officer);
    REQUIRE(exported["posts"].size() == 1);
    const Json& one = exported["posts"][0];
    CHECK(one["id"] == post);
    CHECK(one["urn"] == "900001");
    CHECK(text_or(one, "school") != "");
    CHECK(one["role"] == "adviser");
    CHECK(one["name"] == "Ada Marsh");
    CHECK(one["account"] == ada.adviser);
    CHECK(one["since"] == "2026-09-01");
    CHECK(one["team"] == "intervention");
    CHECK(one["history"].size() == 3);
    REQUIRE(one["conflicts"].size() == 1);
    CHECK(one["conflicts"][0]["field"] == "until");
    REQUIRE(exported["local_names"].size() == 1);
    CHECK(exported["local_names"][0]["urn"] == "900002");
    CHECK(exported["local_names"][0]["local_name"] == "The old mill");
    CHECK(exported["local_names"][0]["conflicts"].empty());
}

}  // namespace kitbag::test
