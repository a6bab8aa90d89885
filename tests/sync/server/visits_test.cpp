// A visit's whole life, over HTTP: what the county takes, what it refuses, and what an officer gets of it.

#include <doctest/doctest.h>

#include "tests/sync/server/county_under_test.h"
#include "tests/sync/server/exports.h"
#include "tests/sync/server/wendshire.h"

namespace kitbag::test {
namespace {

const std::string academy = "900003";

struct Wendshire {
    County county;
    RunningServer server{county.serve_arguments(), county.folder()};
    Tablet ada{server.client(), "Ada Marsh", county.new_code()};
    Tablet sam{server.client(), "Sam Reed", county.new_code("senior_adviser")};
    std::string visit = new_test_id();

    // What is said of one change, and the sentence with it.
    std::string say(Tablet& tablet, const std::string& entity, const std::string& id, const Fields& fields) {
        const HttpAnswer answer = tablet.push_one(tablet.change(entity, id, fields));
        if (outcome_of(answer, 0) != "refused") return outcome_of(answer, 0);
        CHECK(text_or(answer.json()["results"][0], "sentence").size() > 20);
        return code_of(answer, 0);
    }
    std::string say(const std::string& entity, const std::string& id, const Fields& fields) {
        return say(ada, entity, id, fields);
    }
    std::string begin(const std::string& urn, const std::string& kind) {
        return say("visit", visit,
                   {{"urn", urn},
                    {"kind", kind},
                    {"date", "2026-11-23"},
                    {"framework", "wendshire"},
                    {"framework_version", "1"},
                    {"variant", "primary"},
                    {"status", "under_way"},
                    {"templates_version", "wendshire.1"},
                    {"adviser", ada.adviser}});
    }
    Fields agreement() const {
        return {{"urn", academy},       {"given_by", "Tess Weir"}, {"post", "Chief executive"},
                {"date", "2026-11-20"}, {"until", "2026-12-18"},   {"kinds", "lesson_observation work_scrutiny"},
                {"what_for", "Year 9"}, {"terms", "traded"},       {"by", ada.adviser}};
    }
    std::string step(const std::string& status, const std::string& reason = "") {
        Fields fields = {{"status", status}};
        if (!reason.empty()) fields["status_reason"] = reason;
        return say("visit", visit, fields);
    }
};

// A part of each sort in the visit.
struct Parts {
    std::string note = new_test_id();
    std::string action = new_test_id();
    std::string photo = new_test_id();
};

void record(Wendshire& wendshire, const Parts& parts) {
    const auto& [note, action, photo] = parts;
    const std::string& visit = wendshire.visit;
    const Tablet& ada = wendshire.ada;
    CHECK(wendshire.say("evidence_note", note,
                        {{"visit", visit},
                         {"text", "Boys read less."},
                         {"kind", "development"},
                         {"source", "data"},
                         {"groups", "boys"},
                         {"supports", "amber"},
                         {"said_by", "The head"},
                         {"by", ada.adviser}}) == "accepted");
    CHECK(wendshire.say("visit_answer", visit + ".gaps", {{"visit", visit}, {"question", "gaps"}, {"text", "Boys."}}) ==
          "accepted");
    CHECK(wendshire.say("agreed_action", action,
                        {{"visit", visit},
                         {"urn", "900001"},
                         {"text", "Read daily"},
                         {"owner", "The head"},
                         {"due", "2026-12-18"},
                         {"status", "open"},
                         {"by", ada.adviser}}) == "accepted");
    CHECK(wendshire.say("photo", photo,
                        {{"visit", visit},
                         {"note", note},
                         {"content", std::string(64, 'a')},
                         {"caption", "A wall"},
                         {"by", ada.adviser}}) == "accepted");
}

void check_export(const Json& exported, const Parts& parts, const Tablet& ada) {
    const auto& [note, action, photo] = parts;
    REQUIRE(exported["visits"].size() == 1);
    const Json& one = exported["visits"][0];
    const Json by_ada = {{"id", ada.adviser}, {"name", "Ada Marsh"}};
    CHECK(one["kind"] == "keeping_in_touch");
    CHECK(one["templates_version"] == "wendshire.1");
    CHECK(one["status"] == "locked");
    CHECK(one["answers"] == Json::array({{{"question", "gaps"}, {"text", "Boys."}}}));
    CHECK(one["evidence_notes"] == Json::array({{{"id", note},
                                                 {"aspect", ""},
                                                 {"text", "Boys read less."},
                                                 {"kind", "development"},
                                                 {"source", "data"},
                                                 {"groups", {"boys"}},
                                                 {"supports", "amber"},
                                                 {"said_by", "The head"},
                                                 {"by", by_ada}}}));
    CHECK(one["actions"] == Json::array({{{"id", action},
                                          {"text", "Read daily"},
                                          {"owner", "The head"},
                                          {"due", "2026-12-18"},
                                          {"status", "done"},
                                          {"outcome", "They do"},
                                          {"closed_in", ""},
                                          {"by", by_ada}}}));
    CHECK(one["photos"] == Json::array({{{"id", photo},
                                         {"note", note},
                                         {"content", std::string(64, 'a')},
                                         {"caption", "A wall"},
                                         {"removed", true},
                                         {"removed_reason", "A face"},
                                         {"by", by_ada}}}));
    REQUIRE(one["head_answers"].size() == 1);
    CHECK(one["head_answers"][0]["answer"] == "disputed");
    CHECK(one["head_answers"][0]["name"] == "Hal Ford");
    CHECK(one["head_answers"][0]["disputes"][0]["words"] == "It was writing.");
    CHECK(one["head_answers"][0]["by"] == by_ada);
    REQUIRE(one["amendments"].size() == 1);
    CHECK(one["amendments"][0]["reason"] == "A slip");
    CHECK(text_or(one["amendments"][0]["receipt"], "number").starts_with("R-"));
    CHECK(one["history"].size() == 10);  // The answer and the amendment are there as themselves.
}

}  // namespace

TEST_CASE("a kind of visit that the county does not have is refused, and one held by others too") {
    Wendshire wendshire;
    CHECK(wendshire.begin("900001", "inspection") == "unknown_kind");
    CHECK(wendshire.begin("900001", "post_inspection_meeting") == "not_allowed");
    CHECK(wendshire.begin("900001", "staff_discussion") == "accepted");
}

TEST_CASE("observation at an academy is refused until its trust has agreed") {
    Wendshire wendshire;
    CHECK(wendshire.begin("900001", "lesson_observation") == "accepted");
    wendshire.visit = new_test_id();
    CHECK(wendshire.begin(academy, "lesson_observation") == "needs_agreement");
    CHECK(wendshire.begin(academy, "staff_discussion") == "accepted");
    wendshire.visit = new_test_id();
    CHECK(wendshire.say("trust_agreement", new_test_id(), wendshire.agreement()) == "accepted");
    CHECK(wendshire.begin(academy, "lesson_observation") == "accepted");
}

TEST_CASE("a visit is done, shared, answered, locked and amended, and the officer gets all of it") {
    Wendshire wendshire;
    const std::string visit = wendshire.visit;
    const Tablet& ada = wendshire.ada;
    const Tablet officer(wendshire.server.client(), "Olive Finch", wendshire.county.new_code("officer"));
    const Parts parts;
    const auto& [note, action, photo] = parts;
    REQUIRE(wendshire.begin("900001", "keeping_in_touch") == "accepted");
    record(wendshire, parts);
    CHECK(wendshire.step("shared") == "bad_step");
    CHECK(wendshire.step("completed") == "accepted");
    CHECK(wendshire.step("shared") == "accepted");
    CHECK(wendshire.step("locked") == "no_reason");
    CHECK(wendshire.say("head_answer", new_test_id(),
                        {{"visit", visit},
                         {"answer", "disputed"},
                         {"name", "Hal Ford"},
                         {"post", "Headteacher"},
                         {"disputes", R"([{"part":"visit.focus","title":"Focus","words":"It was writing."}])"},
                         {"read", std::string(64, 'b')},
                         {"by", ada.adviser}}) == "accepted");
    CHECK(wendshire.step("locked") == "accepted");
    CHECK(wendshire.say("evidence_note", note, {{"text", "Boys read well."}}) == "locked");
    CHECK(wendshire.say(wendshire.sam, "evidence_note", new_test_id(), {{"visit", visit}, {"text", "x"}}) == "locked");
    CHECK(wendshire.say("agreed_action", action, {{"status", "done"}, {"outcome", "They do"}}) == "accepted");
    CHECK(wendshire.say("photo", photo, {{"removed", "removed"}, {"removed_reason", "A face"}}) == "accepted");
    CHECK(wendshire.say("amendment", new_test_id(),
                        {{"visit", visit},
                         {"part", "visit.focus"},
                         {"text", "The focus was writing."},
                         {"reason", "A slip"},
                         {"by", ada.adviser}}) == "accepted");
    check_export(export_both_ways(wendshire.county, officer), parts, ada);
}

TEST_CASE("the export has every agreement of a trust and every note of the Forum") {
    Wendshire wendshire;
    const Tablet officer(wendshire.server.client(), "Olive Finch", wendshire.county.new_code("officer"));
    CHECK(wendshire.say("trust_agreement", new_test_id(), wendshire.agreement()) == "accepted");
    CHECK(wendshire.say("forum_note", new_test_id(),
                        {{"urn", "900001"},
                         {"half_term", "2014-15.1"},
                         {"service", "Family Service"},
                         {"aspect", "reading"},
                         {"groups", "boys"},
                         {"text", "More ask for help."},
                         {"by", wendshire.ada.adviser}}) == "accepted");
    const Json exported = export_both_ways(wendshire.county, officer);
    REQUIRE(exported["agreements"].size() == 1);
    const Json& agreement = exported["agreements"][0];
    CHECK(agreement["school"] == "Wend Village College");
    CHECK(agreement["kinds"] == Json{"lesson_observation", "work_scrutiny"});
    CHECK(agreement["date"] == "2026-11-20");
    CHECK(agreement["until"] == "2026-12-18");
    CHECK(agreement["terms"] == "traded");
    CHECK(agreement["given_by"] == "Tess Weir");
    CHECK(agreement["by"]["name"] == "Ada Marsh");
    REQUIRE(exported["forum_notes"].size() == 1);
    const Json& note = exported["forum_notes"][0];
    CHECK(note["school"] == "Fenbrook Primary School");
    CHECK(note["service"] == "Family Service");
    CHECK(note["groups"] == Json::array({"boys"}));
    CHECK(note["half_term"] == "2014-15.1");
    CHECK(text_or(note["receipt"], "number").starts_with("R-"));
}

}  // namespace kitbag::test
