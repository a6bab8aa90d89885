// Ratings and direction of travel over HTTP: who may write which step, what is refused, and that nothing is lost.

#include <algorithm>
#include <array>
#include <memory>
#include <thread>

#include <doctest/doctest.h>

#include "core/schools/role.h"
#include "core/storage/framework_store.h"
#include "tests/sync/server/county_under_test.h"
#include "tests/sync/server/wendshire.h"

namespace kitbag::test {
namespace {

struct Wendshire {
    Wendshire() {
        const auto database = county.open();
        const StoredPack early{"wendshire-early", "1", wendshire_early_framework()};
        REQUIRE(FrameworkStore(*database).put({&early, 1}));
    }

    Tablet tablet(const std::string& name, StaffRole role) const {
        return Tablet(server.client(), name, county.new_code(std::string(to_word(role))));
    }

    County county;
    RunningServer server{county.serve_arguments(), county.folder()};
    Tablet ada = tablet("Ada Marsh", StaffRole::adviser);
    Tablet sam = tablet("Sam Reed", StaffRole::senior_adviser);
};

// "accepted", or the code of the refusal, with which each change was answered.
std::string answers(const HttpAnswer& answer, std::size_t count) {
    std::string words;
    for (std::size_t i = 0; i < count; ++i) {
        const std::string outcome = outcome_of(answer, i);
        words += (i == 0 ? "" : " ") + (outcome == "refused" ? code_of(answer, i) : outcome);
    }
    return words;
}

std::string answer_to(const HttpAnswer& answer) {
    return answers(answer, 1);
}

// How far a rating is before the step that is tried: the id of each step that is there.
struct Story {
    std::string proposal = new_test_id();
    std::string moderation = new_test_id();
    std::string decision = new_test_id();
};

// Ada proposes, Sam moderates and decides, as far as the step that is tried needs it. Gives what that step is about.
std::string prepare(Wendshire& wendshire, const std::string& subject, const std::string& tried) {
    const Story story;
    if (tried == "proposed") return "";
    const Json proposal = wendshire.ada.step(story.proposal, subject, "proposed", "");
    REQUIRE(answer_to(wendshire.ada.push_one(proposal)) == "accepted");
    if (tried == "moderated" || tried == "withdrawn") return story.proposal;
    Json steps = {wendshire.sam.step(story.moderation, subject, "moderated", story.proposal)};
    if (tried == "informed") steps.push_back(wendshire.sam.step(story.decision, subject, "decided", story.moderation));
    REQUIRE(answers(wendshire.sam.push(steps), steps.size()) == (steps.size() == 1 ? "accepted" : "accepted accepted"));
    return tried == "decided" ? story.moderation : story.decision;
}

struct StepRow {
    StaffRole role;
    const char* step;
    const char* subject;
    const char* answer;
};

using enum StaffRole;
constexpr StepRow step_rows[] = {
    {adviser, "proposed", "school", "accepted"},
    {adviser, "proposed", "eyfs", "accepted"},
    {adviser, "moderated", "school", "not_allowed"},
    {adviser, "moderated", "eyfs", "not_allowed"},
    {adviser, "decided", "school", "not_allowed"},
    {adviser, "decided", "eyfs", "not_allowed"},
    {adviser, "withdrawn", "school", "not_allowed"},
    {adviser, "withdrawn", "eyfs", "not_allowed"},
    {adviser, "informed", "school", "accepted"},
    {adviser, "informed", "eyfs", "accepted"},
    {early_years_adviser, "proposed", "school", "accepted"},
    {early_years_adviser, "proposed", "eyfs", "accepted"},
    {early_years_adviser, "moderated", "school", "not_allowed"},
    {early_years_adviser, "moderated", "eyfs", "not_allowed"},
    {early_years_adviser, "decided", "school", "not_allowed"},
    {early_years_adviser, "decided", "eyfs", "not_allowed"},
    {early_years_adviser, "withdrawn", "school", "not_allowed"},
    {early_years_adviser, "withdrawn", "eyfs", "not_allowed"},
    {early_years_adviser, "informed", "school", "accepted"},
    {early_years_adviser, "informed", "eyfs", "accepted"},
    {senior_adviser, "proposed", "school", "accepted"},
    {senior_adviser, "proposed", "eyfs", "accepted"},
    {senior_adviser, "moderated", "school", "accepted"},
    {senior_adviser, "moderated", "eyfs", "accepted"},
    {senior_adviser, "decided", "school", "accepted"},
    {senior_adviser, "decided", "eyfs", "accepted"},
    {senior_adviser, "withdrawn", "school", "accepted"},
    {senior_adviser, "withdrawn", "eyfs", "accepted"},
    {senior_adviser, "informed", "school", "accepted"},
    {senior_adviser, "informed", "eyfs", "accepted"},
    {head_of_service, "proposed", "school", "accepted"},
    {head_of_service, "proposed", "eyfs", "accepted"},
    {head_of_service, "moderated", "school", "accepted"},
    {head_of_service, "moderated", "eyfs", "not_allowed"},
    {head_of_service, "decided", "school", "accepted"},
    {head_of_service, "decided", "eyfs", "not_allowed"},
    {head_of_service, "withdrawn", "school", "accepted"},
    {head_of_service, "withdrawn", "eyfs", "not_allowed"},
    {head_of_service, "informed", "school", "accepted"},
    {head_of_service, "informed", "eyfs", "accepted"},
    {head_of_early_years, "proposed", "school", "accepted"},
    {head_of_early_years, "proposed", "eyfs", "accepted"},
    {head_of_early_years, "moderated", "school", "not_allowed"},
    {head_of_early_years, "moderated", "eyfs", "accepted"},
    {head_of_early_years, "decided", "school", "not_allowed"},
    {head_of_early_years, "decided", "eyfs", "accepted"},
    {head_of_early_years, "withdrawn", "school", "not_allowed"},
    {head_of_early_years, "withdrawn", "eyfs", "accepted"},
    {head_of_early_years, "informed", "school", "accepted"},
    {head_of_early_years, "informed", "eyfs", "accepted"},
    {officer, "proposed", "school", "not_allowed"},
    {officer, "proposed", "eyfs", "not_allowed"},
    {officer, "moderated", "school", "not_allowed"},
    {officer, "moderated", "eyfs", "not_allowed"},
    {officer, "decided", "school", "not_allowed"},
    {officer, "decided", "eyfs", "not_allowed"},
    {officer, "withdrawn", "school", "not_allowed"},
    {officer, "withdrawn", "eyfs", "not_allowed"},
    {officer, "informed", "school", "not_allowed"},
    {officer, "informed", "eyfs", "not_allowed"},
};

}  // namespace

TEST_CASE("each role takes the steps that are its own, for the subject that is its own, and no other") {
    Wendshire wendshire;
    for (const StaffRole role : all_roles) {
        Tablet tablet = wendshire.tablet("Kit Brook", role);
        for (const StepRow& row : step_rows) {
            if (row.role != role) continue;
            CAPTURE(to_word(row.role));
            CAPTURE(row.step);
            CAPTURE(row.subject);
            const std::string about = prepare(wendshire, row.subject, row.step);
            const HttpAnswer answer = tablet.push_one(tablet.step(new_test_id(), row.subject, row.step, about));
            CHECK(answer_to(answer) == row.answer);
        }
    }
}

TEST_CASE("a step or direction that the county cannot take is refused with its reason, and the rest are taken") {
    Wendshire wendshire;
    Tablet& ada = wendshire.ada;
    Tablet& sam = wendshire.sam;
    const Json proposal = ada.step(new_test_id(), "school", "proposed", "");
    const std::string proposed = text_or(proposal, "entity_id");
    const Json said = ada.direction(new_test_id());
    REQUIRE(answers(ada.push({proposal, said}), 2) == "accepted accepted");
    struct Row {
        Json change;
        const char* code;
    };
    std::vector<Row> rows;
    const auto add = [&](const char* code, Json change) { rows.push_back({std::move(change), code}); };
    const auto propose = [&](const Fields& but) { return ada.step(new_test_id(), "school", "proposed", "", but); };
    add("already_written", ada.step(proposed, "school", "proposed", "", {{"category", "green"}, {"reason", "x"}}));
    add("already_written", ada.direction(text_or(said, "entity_id"), {{"why", "No."}}));
    add("not_yours", propose({{"by", sam.adviser}}));
    add("not_yours", ada.direction(new_test_id(), {{"by", sam.adviser}}));
    add("unknown_school", propose({{"urn", "900009"}}));
    add("unknown_school", ada.direction(new_test_id(), {{"urn", "900009"}}));
    add("unknown_framework", propose({{"framework_version", "2"}}));
    add("bad_field", propose({{"framework", "wendshire-early"}}));
    add("bad_field", propose({{"variant", "secondary"}}));
    add("bad_field", propose({{"suggested", "red"}, {"category", "red"}}));
    add("bad_field", propose({{"by", ""}}));
    add("bad_field", propose({{"category", ""}}));
    add("bad_field", propose({{"category", "purple"}}));
    add("bad_field", propose({{"subject", "college"}}));
    add("bad_field", ada.step(new_test_id(), "school", "informed", proposed, {{"date", ""}}));
    add("from_the_future", ada.step(new_test_id(), "school", "informed", proposed, {{"date", "2198-12-01"}}));
    add("reason_missing", propose({{"category", "green"}}));
    add("reason_missing", ada.direction(new_test_id(), {{"why", ""}}));
    add("not_allowed", ada.step(new_test_id(), "school", "moderated", proposed));
    add("out_of_order", ada.step(new_test_id(), "eyfs", "withdrawn", proposed));
    add("out_of_order", ada.step(new_test_id(), "school", "withdrawn", proposed, {{"urn", "900002"}}));
    add("out_of_order", ada.step(new_test_id(), "school", "withdrawn", new_test_id()));
    add("unknown_half_term", ada.direction(new_test_id(), {{"half_term", "2031-32.1"}}));
    add("from_the_future", ada.direction(new_test_id(), {{"half_term", "2198-99.1"}}));
    add("bad_change", ada.step("the first", "school", "proposed", ""));

    Json batch = Json::array();
    for (const Row& row : rows) batch.push_back(row.change);
    batch.push_back(propose({}));
    const HttpAnswer answer = ada.push(batch);
    REQUIRE(answer.status == 200);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        CAPTURE(to_text(rows[i].change));
        CHECK(code_of(answer, i) == rows[i].code);
        CHECK(text_or(answer.json()["results"][i], "sentence").size() >= 10);
    }
    CHECK(outcome_of(answer, rows.size()) == "accepted");
    CHECK(ids_of(sam.pull(0)).size() == 3);
}

TEST_CASE("a rating sent twice, whole or in part, is one rating with the same receipts") {
    Wendshire wendshire;
    Tablet& ada = wendshire.ada;
    Tablet& sam = wendshire.sam;
    const Story story;
    const Json proposals = {ada.step(story.proposal, "school", "proposed", ""), ada.direction(new_test_id())};
    const HttpAnswer first = ada.push(proposals);
    const HttpAnswer again = ada.push(proposals);
    CHECK(answers(again, 2) == "already_had already_had");
    CHECK(receipt_of(again, 0) == receipt_of(first, 0));
    const Json steps = {sam.step(story.moderation, "school", "moderated", story.proposal),
                        sam.step(story.decision, "school", "decided", story.moderation)};
    CHECK(answers(sam.push(steps), 2) == "accepted accepted");
    // By now the rating has passed these steps; they are not judged again.
    CHECK(answers(sam.push(steps), 2) == "already_had already_had");
    CHECK(answers(ada.push(proposals), 2) == "already_had already_had");
    CHECK(ids_of(ada.pull(0)).size() == 4);
}

TEST_CASE("two who moderate the same proposal at once are both kept, and only the later is decided on") {
    Wendshire wendshire;
    Tablet dot = wendshire.tablet("Dot Vale", StaffRole::head_of_service);
    const Story story;
    REQUIRE(answer_to(wendshire.ada.push_one(wendshire.ada.step(story.proposal, "school", "proposed", ""))) ==
            "accepted");
    std::array<std::string, 2> ids = {new_test_id(), new_test_id()};
    std::ranges::sort(ids);
    const std::array<Json, 2> moderations = {
        wendshire.sam.step(ids[0], "school", "moderated", story.proposal),
        dot.step(ids[1], "school", "moderated", story.proposal, {{"category", "red"}, {"reason", "Attendance."}})};
    std::array<HttpAnswer, 2> answered;
    {
        const std::jthread one([&] { answered[0] = wendshire.sam.push_one(moderations[0]); });
        const std::jthread other([&] { answered[1] = dot.push_one(moderations[1]); });
    }
    CHECK(answer_to(answered[0]) == "accepted");
    CHECK(answer_to(answered[1]) == "accepted");
    const std::vector<std::string> stored = ids_of(wendshire.ada.pull(0));
    for (const Json& moderation : moderations) CHECK(std::ranges::contains(stored, text_or(moderation, "id")));
    CHECK(answer_to(dot.push_one(dot.step(new_test_id(), "school", "decided", ids[0]))) == "out_of_order");
    CHECK(answer_to(dot.push_one(dot.step(new_test_id(), "school", "decided", ids[1], {{"category", "red"}}))) ==
          "accepted");
}

TEST_CASE("a tablet cannot give itself a role, or take another's") {
    Wendshire wendshire;
    Tablet& ada = wendshire.ada;
    const std::string about = prepare(wendshire, "school", "moderated");
    // Not by the name at the enrolment, nor by asking for the role there.
    const Json asked = {{"protocol", 1},
                        {"name", "Sam Reed"},
                        {"role", "senior_adviser"},
                        {"code", wendshire.county.new_code()},
                        {"device_name", "A test"}};
    const Json given = wendshire.server.client().post("/api/enrol", asked).json();
    CHECK(text_or(given["adviser"], "role") == "adviser");
    CHECK(text_or(given["adviser"], "id") != wendshire.sam.adviser);
    Tablet forger = ada;
    forger.device = text_or(given, "device");
    forger.token = text_or(given, "token");
    forger.adviser = text_or(given["adviser"], "id");
    Json change = forger.step(new_test_id(), "school", "moderated", about);
    change["device"] = forger.device;
    change["stamp"] = text_or(change, "stamp").substr(0, 16) + forger.device;
    CHECK(answer_to(forger.push_one(change)) == "not_allowed");
    // Nor by a field, nor in another's name.
    const Json with_role = ada.step(new_test_id(), "school", "moderated", about, {{"role", "senior_adviser"}});
    CHECK(answer_to(ada.push_one(with_role)) == "not_allowed");
    Json as_sam = ada.step(new_test_id(), "school", "moderated", about, {{"by", wendshire.sam.adviser}});
    CHECK(answer_to(ada.push_one(as_sam)) == "not_yours");
    as_sam["author"] = wendshire.sam.adviser;
    CHECK(answer_to(ada.push_one(as_sam)) == "not_yours");
    CHECK(answer_to(ada.push_one(wendshire.sam.step(new_test_id(), "school", "moderated", about))) == "not_yours");
    // And a member of the whole request says nothing.
    const Json step = ada.step(new_test_id(), "school", "moderated", about);
    const std::string body = to_text({{"protocol", 1}, {"role", "senior_adviser"}, {"changes", {step}}});
    CHECK(answer_to(ada.push_body(body)) == "not_allowed");
}

TEST_CASE("an officer records nothing, and is told who does") {
    Wendshire wendshire;
    Tablet officer = wendshire.tablet("Olive Finch", StaffRole::officer);
    const std::string visit = new_test_id();
    REQUIRE(answer_to(wendshire.ada.push_one(wendshire.ada.visit(visit, "900001"))) == "accepted");
    const Json changes = {officer.visit(new_test_id(), "900001"), officer.judgement(visit, "reading", "red"),
                          officer.note(new_test_id(), visit, "x"), officer.direction(new_test_id())};
    const HttpAnswer answer = officer.push(changes);
    CHECK(answers(answer, 4) == "not_allowed not_allowed not_allowed not_allowed");
    CHECK(text_or(answer.json()["results"][0], "sentence").contains("adviser"));
    CHECK(ids_of(officer.pull(0)).size() == 1);
}

}  // namespace kitbag::test
