// Which visits the county takes, and which of their steps.

#include "sync/change_log/visit_acceptance.h"

#include "tests/sync/visit_desk.h"

namespace kitbag {
namespace {

const std::string agreement_id = "0192f3c4-a1b2-7c3d-8e4f-0000000000d1";

TEST_CASE("A new visit must be whole, of a known kind, and of the one who writes it") {
    struct Row {
        const char* what;
        const char* field;
        std::string value;  // "": left out.
        const char* answer;
    };
    const Row rows[] = {
        {"whole", "focus", "Reading", "accepted"},
        {"planned", "status", "planned", "accepted"},
        {"a kind of an older version", "kind", "walk", "accepted"},
        {"observation where the county may observe", "kind", "lesson_observation", "accepted"},
        {"no kind", "kind", "", "bad_field"},
        {"no adviser", "adviser", "", "bad_field"},
        {"no status", "status", "", "bad_field"},
        {"an unknown kind", "kind", "inspection", "unknown_kind"},
        {"a kind that others hold", "kind", "post_inspection_meeting", "not_allowed"},
        {"another's visit", "adviser", ben_id, "not_allowed"},
        {"an unknown school", "urn", "900999", "unknown_school"},
        {"no school", "urn", "", "unknown_visit"},
        {"done before it began", "status", "completed", "bad_step"},
        {"locked before it began", "status", "locked", "bad_step"},
        {"cancelled before it began", "status", "cancelled", "bad_step"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        VisitDesk desk;
        CHECK(desk.say(desk.ada, "visit", first_visit, but(visit_fields(), row.field, row.value)) == row.answer);
    }
}

TEST_CASE("A senior colleague plans for somebody else and hands a visit on, and nobody else does") {
    VisitDesk desk;
    const FieldValues planned = but(visit_fields(), "status", "planned");
    CHECK(desk.say(desk.ben, "visit", first_visit, planned) == "not_allowed");
    CHECK(desk.say(desk.sam, "visit", first_visit, planned) == "accepted");
    CHECK(desk.say(desk.ben, "visit", first_visit, {{"adviser", ben_id}}) == "not_allowed");
    CHECK(desk.say(desk.ada, "visit", first_visit, {{"adviser", ben_id}}) == "not_allowed");
    CHECK(desk.say(desk.sam, "visit", first_visit, {{"adviser", ben_id}}) == "accepted");
    CHECK(desk.say(desk.ben, "visit", first_visit, {{"adviser", ben_id}, {"status", "under_way"}}) == "accepted");
    CHECK(desk.visit(first_visit).adviser == ben_id);
}

TEST_CASE("A kind that only some may hold is begun only by one of them, whoever planned it") {
    VisitDesk desk;
    FieldValues meeting = but(visit_fields(), "kind", "post_inspection_meeting");
    meeting["status"] = "planned";
    CHECK(desk.say(desk.sam, "visit", first_visit, meeting) == "accepted");
    CHECK(desk.say(desk.ada, "visit", first_visit, {{"status", "under_way"}}) == "not_allowed");
    CHECK(desk.say(desk.sam, "visit", first_visit, {{"status", "under_way"}}) == "accepted");
}

TEST_CASE("Where a county has loaded no kinds of visit, every kind is taken, and none is direct monitoring") {
    VisitDesk desk;
    REQUIRE(desk.county.database->run("DELETE FROM visit_templates"));
    CHECK(desk.say(desk.ada, "visit", first_visit, but(visit_fields(academy), "kind", "inspection")) == "accepted");
}

TEST_CASE("Each step of a visit is taken by the rules of its life, from where it stands") {
    struct Row {
        VisitStatus from;
        const char* to;
        const char* reason;
        bool is_own;
        const char* answer;
    };
    using enum VisitStatus;
    const Row rows[] = {
        {under_way, "completed", "", true, "accepted"},       {under_way, "completed", "", false, "not_allowed"},
        {under_way, "cancelled", "", true, "no_reason"},      {under_way, "cancelled", "Snow", true, "accepted"},
        {under_way, "shared", "", true, "bad_step"},          {under_way, "under_way", "", false, "accepted"},
        {completed, "shared", "", true, "accepted"},          {completed, "shared", "", false, "not_allowed"},
        {completed, "locked", "Late", true, "bad_step"},      {shared, "under_way", "Wrong", true, "accepted"},
        {shared, "locked", "Away", true, "accepted"},         {shared, "completed", "Wrong", true, "bad_step"},
        {cancelled, "planned", "Thaw", true, "accepted"},     {cancelled, "under_way", "Thaw", true, "bad_step"},
        {cancelled, "planned", "Thaw", false, "not_allowed"},
    };
    for (const Row& row : rows) {
        CAPTURE(to_word(row.from));
        CAPTURE(row.to);
        CAPTURE(row.is_own);
        VisitDesk desk;
        REQUIRE(desk.say(desk.ada, "visit", first_visit, visit_fields()) == "accepted");
        desk.bring_to(first_visit, row.from);
        FieldValues step = {{"status", row.to}};
        if (*row.reason != '\0') step["status_reason"] = row.reason;
        CHECK(desk.say(row.is_own ? desk.ada : desk.ben, "visit", first_visit, step) == row.answer);
    }
}

TEST_CASE("A visit is locked without a reason only once the head has answered") {
    VisitDesk desk;
    REQUIRE(desk.say(desk.ada, "visit", first_visit, visit_fields()) == "accepted");
    for (const char* const status : {"completed", "shared"})
        REQUIRE(desk.say(desk.ada, "visit", first_visit, {{"status", status}}) == "accepted");
    CHECK(desk.say(desk.ada, "visit", first_visit, {{"status", "locked"}}) == "no_reason");
    CHECK(desk.say(desk.ada, "head_answer", agreement_id,
                   {{"visit", first_visit},
                    {"answer", "accurate"},
                    {"name", "Hal Ford"},
                    {"by", ada_id},
                    {"read", std::string(64, 'a')}}) == "accepted");
    CHECK(desk.say(desk.ada, "visit", first_visit, {{"status", "locked"}}) == "accepted");
}

TEST_CASE("A reason that stays the same is not sent again, and still counts") {
    VisitDesk desk;
    REQUIRE(desk.say(desk.ada, "visit", first_visit, visit_fields()) == "accepted");
    desk.bring_to(first_visit, VisitStatus::cancelled);
    CHECK(desk.say(desk.ada, "visit", first_visit, {{"status", "planned"}}) == "accepted");
}

TEST_CASE("A locked visit stays as it is, whoever writes") {
    VisitDesk desk;
    REQUIRE(desk.say(desk.ada, "visit", first_visit, visit_fields()) == "accepted");
    desk.bring_to(first_visit, VisitStatus::locked);
    for (const FieldValues& values : {FieldValues{{"focus", "Maths"}},
                                      {{"status", "under_way"}, {"status_reason", "x"}},
                                      {{"weather", "rain"}},
                                      {{"status", "locked"}}}) {
        CHECK(desk.say(desk.ada, "visit", first_visit, values) == "locked");
        CHECK(desk.say(desk.sam, "visit", first_visit, values) == "locked");
    }
}

TEST_CASE("A visit stays with its school") {
    VisitDesk desk;
    REQUIRE(desk.say(desk.ada, "visit", first_visit, visit_fields()) == "accepted");
    CHECK(desk.say(desk.ada, "visit", first_visit, {{"urn", "900002"}}) == "bad_change");
    CHECK(desk.say(desk.ada, "visit", first_visit, {{"urn", "900001"}, {"focus", "Maths"}}) == "accepted");
}

TEST_CASE("Direct monitoring at an academy needs an agreement of its trust that covers the kind and the day") {
    struct Row {
        const char* what;
        Governance governance;
        FieldValues visit;
        FieldValues agreement;
        const char* answer;
    };
    const VisitDesk values;
    const FieldValues seen = values.observation();
    const FieldValues given = values.agreement();
    const Row rows[] = {
        {"a maintained school", Governance::maintained, seen, {}, "accepted"},
        {"an academy without agreement", Governance::academy, seen, {}, "needs_agreement"},
        {"a free school without agreement", Governance::free_school, seen, {}, "needs_agreement"},
        {"planned only", Governance::academy, but(seen, "status", "planned"), {}, "needs_agreement"},
        {"discussion", Governance::academy, but(seen, "kind", "staff_discussion"), {}, "accepted"},
        {"Keeping in Touch", Governance::academy, but(seen, "kind", "keeping_in_touch"), {}, "accepted"},
        {"with agreement", Governance::academy, seen, given, "accepted"},
        {"at a free school with agreement", Governance::free_school, seen, given, "accepted"},
        {"on the day it was given", Governance::academy, but(seen, "date", "2026-11-20"), given, "accepted"},
        {"before it was given", Governance::academy, but(seen, "date", "2026-11-19"), given, "needs_agreement"},
        {"on its last day", Governance::academy, seen, but(given, "until", "2026-11-23"), "accepted"},
        {"after its last day", Governance::academy, seen, but(given, "until", "2026-11-22"), "needs_agreement"},
        {"agreed to another kind", Governance::academy, seen, but(given, "kinds", "walk"), "needs_agreement"},
        {"without a date, written while it held", Governance::academy, but(seen, "date", ""),
         but(given, "until", "2026-11-23"), "accepted"},
        {"without a date, written after it ended", Governance::academy, but(seen, "date", ""),
         but(given, "until", "2026-11-22"), "needs_agreement"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        VisitDesk desk;
        desk.set_governance(row.governance);
        if (!row.agreement.empty())
            REQUIRE(desk.say(desk.ada, "trust_agreement", agreement_id, row.agreement) == "accepted");
        desk.clock.pass(7 * 24 * 60 * 60 * 1000);  // It reaches the county a week later.
        CHECK(desk.say(desk.ada, "visit", first_visit, row.visit) == row.answer);
    }
}

TEST_CASE("When a school becomes an academy, what was begun goes on, and what was only planned needs agreement") {
    VisitDesk desk;
    desk.set_governance(Governance::maintained);
    REQUIRE(desk.say(desk.ada, "visit", first_visit, desk.observation()) == "accepted");
    REQUIRE(desk.say(desk.ada, "visit", second_visit, but(desk.observation(), "status", "planned")) == "accepted");
    desk.set_governance(Governance::academy);
    CHECK(desk.say(desk.ada, "visit", first_visit, {{"date", "2026-11-22"}, {"focus", "Maths"}}) == "accepted");
    CHECK(desk.say(desk.ada, "visit", first_visit, {{"status", "completed"}}) == "accepted");
    CHECK(desk.say(desk.ada, "visit", first_visit, {{"status", "under_way"}, {"status_reason", "x"}}) == "accepted");
    CHECK(desk.say(desk.ada, "visit", second_visit, {{"focus", "Maths"}}) == "accepted");
    CHECK(desk.say(desk.ada, "visit", second_visit, {{"status", "under_way"}}) == "needs_agreement");
    REQUIRE(desk.say(desk.ada, "trust_agreement", agreement_id, desk.agreement()) == "accepted");
    CHECK(desk.say(desk.ada, "visit", second_visit, {{"status", "under_way"}}) == "accepted");
}

TEST_CASE("A visit does not become direct monitoring by a change of its kind") {
    VisitDesk desk;
    REQUIRE(desk.say(desk.ada, "visit", first_visit, visit_fields(academy)) == "accepted");
    CHECK(desk.say(desk.ada, "visit", first_visit, {{"kind", "lesson_observation"}}) == "needs_agreement");
    CHECK(desk.say(desk.ada, "visit", first_visit, {{"kind", "inspection"}}) == "unknown_kind");
    CHECK(desk.say(desk.ada, "visit", first_visit, {{"kind", "post_inspection_meeting"}}) == "not_allowed");
    CHECK(desk.say(desk.ada, "visit", first_visit, {{"kind", "staff_discussion"}}) == "accepted");
}

TEST_CASE("A visit goes by the version of the kinds that it names, and else by the latest") {
    VisitDesk desk;
    desk.put(templates_of("newer", ", " + kind_json("walk", true)));
    const FieldValues walk = but(visit_fields(academy), "kind", "walk");
    CHECK(desk.say(desk.ada, "visit", first_visit, walk) == "needs_agreement");
    CHECK(desk.say(desk.ada, "visit", first_visit, but(walk, "templates_version", "lost")) == "needs_agreement");
    CHECK(desk.say(desk.ada, "visit", first_visit, but(walk, "templates_version", "old")) == "accepted");
}

}  // namespace
}  // namespace kitbag
