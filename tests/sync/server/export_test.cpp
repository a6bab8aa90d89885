// What an officer takes out of the county: by a tablet's request and by the command, while the server runs.

#include <algorithm>
#include <array>

#include <doctest/doctest.h>

#include "core/base/id.h"
#include "tests/sync/server/county_under_test.h"
#include "tests/sync/server/exports.h"
#include "tests/sync/server/wendshire.h"

namespace kitbag::test {
namespace {

Json expected_proposal(const std::string& id, const Tablet& by, const Json& receipt) {
    const Json standing = {
        {"aspect", "reading"}, {"choice", "amber"}, {"visit", "0192f3c4-a1b2-7c3d-8e4f-000000000001"}};
    return {{"id", id},
            {"step", "proposed"},
            {"category", "amber"},
            {"suggested", "amber"},
            {"reason", "Reading."},
            {"about", ""},
            {"framework", "wendshire"},
            {"framework_version", "1"},
            {"variant", "primary"},
            {"standing", Json::array({standing})},
            {"date", ""},
            {"by", {{"id", by.adviser}, {"name", "Ada Marsh"}}},
            {"receipt", receipt}};
}

}  // namespace

TEST_CASE("the export has the visit, its notes, its history and what conflicts; and only an officer gets it") {
    const County county;
    const RunningServer server(county.serve_arguments(), county.folder());
    REQUIRE(server.is_ready());
    Tablet ada(server.client(), "Ada Marsh", county.new_code());
    Tablet ben(server.client(), "Ben Holt", county.new_code());
    const Tablet officer(server.client(), "Olive Finch", county.new_code("officer"));
    const Tablet senior(server.client(), "Sam Reed", county.new_code("senior_adviser"));
    const std::string visit = new_test_id();
    const std::string note = new_test_id();
    const Json changes = {ada.visit(visit, "900002"), ada.judgement(visit, "reading", "red"),
                          ada.note(note, visit, "Ada's words")};
    REQUIRE(outcome_of(ada.push(changes), 2) == "accepted");
    // Ben writes the same note without having seen Ada's.
    REQUIRE(outcome_of(ben.push_one(ben.note(note, visit, "Ben's words")), 0) == "accepted");

    for (const Tablet* tablet : {static_cast<const Tablet*>(&ada), &senior}) {
        const HttpAnswer refused = tablet->get("/api/export");
        CHECK(refused.status == 403);
        CHECK(refused.code() == "not_allowed");
        CHECK(refused.sentence().contains("officer"));
    }
    const HttpAnswer answer = officer.get("/api/export");
    REQUIRE(answer.status == 200);
    const ProgramResult command = county.run({"export"});
    CHECK(command.exit_code == 0);

    for (const std::string& text : {answer.body, command.out}) {
        const Result<Json> exported = parse_json(text, "The export");
        REQUIRE(exported);
        CHECK(text_or(*exported, "county") == "Wendshire");
        CHECK(text_or(*exported, "exported_at").size() == 24);
        REQUIRE((*exported)["visits"].size() == 1);
        const Json& one = (*exported)["visits"][0];
        CHECK(one["id"] == visit);
        CHECK(one["urn"] == "900002");
        CHECK(one["school"] == "St Wenda's, Lower Wend");
        CHECK(one["date"] == "2026-11-23");
        CHECK(one["status"] == "under_way");
        CHECK(one["adviser"] == Json{{"id", ada.adviser}, {"name", "Ada Marsh"}});
        CHECK(one["judgements"] == Json::array({{{"aspect", "reading"}, {"choice", "red"}}}));
        REQUIRE(one["evidence_notes"].size() == 1);
        CHECK(one["evidence_notes"][0]["id"] == note);
        CHECK(one["evidence_notes"][0]["text"] == "Ben's words");
        REQUIRE(one["conflicts"].size() == 1);
        CHECK(one["conflicts"][0]["entity_id"] == note);
        CHECK(one["conflicts"][0]["field"] == "text");
        REQUIRE(one["conflicts"][0]["versions"].size() == 2);
        CHECK(one["conflicts"][0]["versions"][0]["value"] == "Ada's words");
        CHECK(one["conflicts"][0]["versions"][0]["author"] == ada.adviser);
        CHECK(one["conflicts"][0]["versions"][1]["value"] == "Ben's words");
        REQUIRE(one["history"].size() == 4);
        CHECK(one["history"][0] == changes[0]);
    }
}

TEST_CASE("the export has every step of a rating, withdrawn ones too, and every direction, with who and when") {
    const County county;
    const RunningServer server(county.serve_arguments(), county.folder());
    REQUIRE(server.is_ready());
    Tablet ada(server.client(), "Ada Marsh", county.new_code());
    Tablet sam(server.client(), "Sam Reed", county.new_code("senior_adviser"));
    const Tablet officer(server.client(), "Olive Finch", county.new_code("officer"));
    std::array<std::string, 5> ids;
    for (std::string& id : ids) id = new_test_id();
    std::ranges::sort(ids);  // Those of one millisecond come in any order.
    const HttpAnswer proposed =
        ada.push({ada.step(ids[0], "school", "proposed", "", {{"reason", "Reading."}}), ada.direction(ids[0])});
    REQUIRE(outcome_of(proposed, 1) == "accepted");
    REQUIRE(outcome_of(sam.push({sam.step(ids[1], "school", "moderated", ids[0]),
                                 sam.step(ids[2], "school", "decided", ids[1])}),
                       1) == "accepted");
    const HttpAnswer told = ada.push_one(ada.step(ids[3], "school", "informed", ids[2]));
    REQUIRE(outcome_of(told, 0) == "accepted");

    Json exported = export_both_ways(county, officer);
    REQUIRE(exported["ratings"].size() == 1);
    const Json rating = exported["ratings"][0];
    CHECK(rating["urn"] == "900001");
    CHECK(rating["school"] == "Fenbrook Primary School");
    CHECK(rating["subject"] == "school");
    CHECK(rating["category"] == "amber");
    CHECK(rating["to_be_told"] == false);
    REQUIRE(rating["steps"].size() == 4);
    CHECK(rating["steps"][0] == expected_proposal(ids[0], ada, receipt_json(proposed, 0)));
    CHECK(rating["steps"][2]["by"]["name"] == "Sam Reed");
    CHECK(rating["steps"][2]["about"] == ids[1]);
    CHECK(rating["steps"][3]["date"] == to_iso(date_of(made_at(ids[3]))));
    REQUIRE(exported["directions"].size() == 1);
    const Json direction = exported["directions"][0];
    CHECK(direction["half_term"] == "2014-15.1");
    CHECK(direction["direction"] == "improving");
    CHECK(direction["suggested"] == "steady");
    CHECK(direction["why"] == "Reading has moved.");
    CHECK(direction["school"] == "Fenbrook Primary School");
    CHECK(direction["by"]["name"] == "Ada Marsh");
    CHECK(direction["receipt"] == receipt_json(proposed, 1));

    REQUIRE(outcome_of(sam.push_one(sam.step(ids[4], "school", "withdrawn", ids[2])), 0) == "accepted");
    exported = export_both_ways(county, officer);
    CHECK(exported["ratings"][0]["category"] == "");
    CHECK(exported["ratings"][0]["to_be_told"] == true);
    CHECK(exported["ratings"][0]["steps"].size() == 5);
}

TEST_CASE("a county without visits exports none") {
    const County county;
    const RunningServer server(county.serve_arguments(), county.folder());
    REQUIRE(server.is_ready());
    const ProgramResult command = county.run({"export"});
    CHECK(command.exit_code == 0);
    Json exported = parse_json(command.out, "The export").value_or(Json());
    for (const char* list : {"visits", "agreements", "forum_notes", "ratings", "directions"})
        CHECK(exported[list] == Json::array());
}

}  // namespace kitbag::test
