// Areas for improvement and the risk at the next inspection, over HTTP: taken by the county, and in what it gives out again.

#include <algorithm>

#include <doctest/doctest.h>

#include "tests/sync/server/county_under_test.h"
#include "tests/sync/server/exports.h"
#include "tests/sync/server/wendshire.h"

namespace kitbag::test {

TEST_CASE("what an inspection named, and what is at risk at the next, reaches other tablets and the export") {
    const County county;
    const RunningServer server(county.serve_arguments(), county.folder());
    REQUIRE(server.is_ready());
    Tablet ada(server.client(), "Ada Marsh", county.new_code());
    Tablet ben(server.client(), "Ben Cole", county.new_code());
    const Tablet officer(server.client(), "Olive Frost", county.new_code("officer"));
    const std::string area = new_test_id();
    const std::string note = new_test_id();
    const Json made =
        ada.change("area_for_improvement", area,
                   {{"urn", "900001"}, {"inspected", "2026-10-12"}, {"text", "Phonics"}, {"subject", "eyfs"}});
    CHECK(outcome_of(ada.push_one(made), 0) == "accepted");
    CHECK(
        outcome_of(ben.push_one(ben.change("area_for_improvement", area,
                                           {{"state", "being_addressed"}, {"evidence", "Heard it"}, {"notes", note}})),
                   0) == "accepted");
    const Json risk = ben.change("inspection_risk", "900002", {{"risk", "inadequate"}, {"reason", "Safeguarding"}});
    CHECK(outcome_of(ben.push_one(risk), 0) == "accepted");
    CHECK(code_of(ben.push_one(ben.change("inspection_risk", "EY900999", {{"risk", "none"}})), 0) == "unknown_school");
    CHECK(std::ranges::contains(ids_of(ben.pull(0)), text_or(made, "id")));
    CHECK(std::ranges::contains(ids_of(ada.pull(0)), text_or(risk, "id")));

    const Json exported = export_both_ways(county, officer);
    REQUIRE(exported["areas_for_improvement"].size() == 1);
    const Json& one = exported["areas_for_improvement"][0];
    CHECK(one["id"] == area);
    CHECK(one["urn"] == "900001");
    CHECK(text_or(one, "school") != "");
    CHECK(one["inspected"] == "2026-10-12");
    CHECK(one["subject"] == "eyfs");
    CHECK(one["text"] == "Phonics");
    CHECK(one["state"] == "being_addressed");
    CHECK(one["evidence"] == "Heard it");
    CHECK(one["notes"] == Json{note});
    CHECK(one["judged"]["by"]["name"] == "Ben Cole");
    CHECK(text_or(one["judged"], "at").starts_with("20"));
    CHECK(one["history"].size() == 2);
    CHECK(one["conflicts"].empty());
    REQUIRE(exported["inspection_risks"].size() == 1);
    const Json& other = exported["inspection_risks"][0];
    CHECK(other["urn"] == "900002");
    CHECK(other["risk"] == "inadequate");
    CHECK(other["reason"] == "Safeguarding");
    CHECK(other["judged"]["by"]["id"] == ben.adviser);
}

}  // namespace kitbag::test
