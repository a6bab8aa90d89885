// What an officer takes out of the county: by a tablet's request and by the command, while the server runs.

#include <doctest/doctest.h>

#include "tests/sync/server/county_under_test.h"
#include "tests/sync/server/wendshire.h"

namespace kitbag::test {

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
    const ProgramResult command = run_program({"export", "--data", county.data().string()}, county.folder());
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
        CHECK(one["evidence_notes"] == Json::array({{{"id", note}, {"aspect", "reading"}, {"text", "Ben's words"}}}));
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

TEST_CASE("a county without visits exports none") {
    const County county;
    const RunningServer server(county.serve_arguments(), county.folder());
    REQUIRE(server.is_ready());
    const ProgramResult command = run_program({"export", "--data", county.data().string()}, county.folder());
    CHECK(command.exit_code == 0);
    CHECK(parse_json(command.out, "The export").value_or(Json())["visits"] == Json::array());
}

}  // namespace kitbag::test
