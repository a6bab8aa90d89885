// Which notes, judgements, answers, actions and photographs of a visit the county takes.

#include "sync/change_log/visit_parts.h"

#include "tests/sync/visit_desk.h"

namespace kitbag {
namespace {

const std::string third_visit = "0192f3c4-a1b2-7c3d-8e4f-000000000003";  // At another school than the first two.
const std::string action_id = "0192f3c4-a1b2-7c3d-8e4f-0000000000e1";
const std::string photo_id = "0192f3c4-a1b2-7c3d-8e4f-0000000000f1";

// Ada's visit at 900001 with a part of each sort, and visits there and elsewhere.
struct PartsDesk : VisitDesk {
    const FieldValues note = {{"visit", first_visit}, {"text", "Pupils read."}, {"by", ada_id}};
    const FieldValues action = {{"visit", first_visit}, {"urn", "900001"}, {"text", "Read daily"}, {"by", ada_id}};
    const FieldValues photo = {{"visit", first_visit}, {"content", std::string(64, 'a')}, {"by", ada_id}};

    PartsDesk() {
        REQUIRE(say(ada, "visit", first_visit, visit_fields()) == "accepted");
        REQUIRE(say(ada, "visit", second_visit, visit_fields()) == "accepted");
        REQUIRE(say(ada, "visit", third_visit, visit_fields("900002")) == "accepted");
    }

    void record_parts() {
        REQUIRE(say(ada, "evidence_note", first_note, note) == "accepted");
        REQUIRE(say(ada, "agreed_action", action_id, action) == "accepted");
        REQUIRE(say(ada, "photo", photo_id, photo) == "accepted");
        REQUIRE(say(ada, "judgement", first_visit + ".reading", {{"choice", "amber"}}) == "accepted");
        REQUIRE(say(ada, "visit_answer", first_visit + ".seen", {{"text", "Much."}}) == "accepted");
    }
};

TEST_CASE("Each part of a visit is written in a known visit, whole enough, by who sends it") {
    struct Row {
        const char* what;
        const char* entity;
        const char* field;
        std::string value;  // "": left out.
        const char* answer;
    };
    const Row rows[] = {
        {"a note", "evidence_note", "kind", "strength", "accepted"},
        {"a note of an older program", "evidence_note", "by", "", "accepted"},
        {"in no visit", "evidence_note", "visit", "", "unknown_visit"},
        {"in an unknown visit", "evidence_note", "visit", action_id, "unknown_visit"},
        {"signed by another", "evidence_note", "by", ben_id, "not_yours"},
        {"an action", "agreed_action", "owner", "The head", "accepted"},
        {"of another school", "agreed_action", "urn", "900002", "bad_change"},
        {"of no school", "agreed_action", "urn", "", "bad_change"},
        {"signed by another", "agreed_action", "by", ben_id, "not_yours"},
        {"in an unknown visit", "agreed_action", "visit", photo_id, "unknown_visit"},
        {"closed in a later visit", "agreed_action", "closed_in", second_visit, "accepted"},
        {"closed in an unknown visit", "agreed_action", "closed_in", photo_id, "unknown_visit"},
        {"closed at another school", "agreed_action", "closed_in", third_visit, "bad_change"},
        {"a photograph", "photo", "caption", "A wall", "accepted"},
        {"in an unknown visit", "photo", "visit", photo_id, "unknown_visit"},
        {"signed by another", "photo", "by", ben_id, "not_yours"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        CAPTURE(row.entity);
        PartsDesk desk;
        const std::string entity = row.entity;
        const FieldValues& whole = entity == "photo" ? desk.photo : entity == "agreed_action" ? desk.action : desk.note;
        const std::string& id = entity == "photo" ? photo_id : entity == "agreed_action" ? action_id : first_note;
        CHECK(desk.say(desk.ada, entity, id, but(whole, row.field, row.value)) == row.answer);
    }
}

TEST_CASE("A part stays with its visit and with who wrote it first, and anybody may add to it") {
    struct Row {
        const char* entity;
        std::string id;
        FieldValues values;
        const char* answer;
    };
    const Row rows[] = {
        {"evidence_note", first_note, {{"text", "Pupils read well."}}, "accepted"},
        {"evidence_note", first_note, {{"by", ada_id}, {"aspect", "teaching"}}, "accepted"},
        {"evidence_note", first_note, {{"visit", second_visit}}, "bad_change"},
        {"evidence_note", first_note, {{"by", ben_id}}, "not_yours"},
        {"agreed_action", action_id, {{"text", "Read each day"}}, "accepted"},
        {"agreed_action", action_id, {{"status", "done"}, {"closed_in", second_visit}}, "accepted"},
        {"agreed_action", action_id, {{"closed_in", third_visit}}, "bad_change"},
        {"agreed_action", action_id, {{"urn", "900002"}}, "bad_change"},
        {"agreed_action", action_id, {{"visit", second_visit}}, "bad_change"},
        {"photo", photo_id, {{"removed", "removed"}, {"removed_reason", "A face"}}, "accepted"},
        {"photo", photo_id, {{"visit", second_visit}}, "bad_change"},
        {"judgement", first_visit + ".reading", {{"aspect", "maths"}}, "bad_change"},
        {"visit_answer", first_visit + ".seen", {{"text", "More."}}, "accepted"},
        {"visit_answer", first_visit + ".seen", {{"question", "heard"}}, "bad_change"},
        {"visit_answer", first_visit + ".seen", {{"visit", second_visit}}, "bad_change"},
        {"visit_answer", photo_id + ".seen", {{"text", "More."}}, "unknown_visit"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.entity);
        CAPTURE(row.values.begin()->first);
        PartsDesk desk;
        desk.record_parts();
        CHECK(desk.say(desk.ben, row.entity, row.id, row.values) == row.answer);
    }
}

TEST_CASE("Nothing is written into a locked visit, but an action is closed and a photograph removed") {
    struct Row {
        const char* entity;
        std::string id;
        FieldValues values;
        const char* answer;
    };
    PartsDesk desk;
    const std::string new_id = "0192f3c4-a1b2-7c3d-8e4f-0000000000a9";
    const Row rows[] = {
        {"judgement", first_visit + ".reading", {{"choice", "green"}}, "locked"},
        {"judgement", first_visit + ".maths", {{"choice", "green"}}, "locked"},
        {"visit_answer", first_visit + ".seen", {{"text", "More."}}, "locked"},
        {"evidence_note", first_note, {{"text", "Pupils read well."}}, "locked"},
        {"evidence_note", new_id, desk.note, "locked"},
        {"agreed_action", new_id, desk.action, "locked"},
        {"agreed_action", new_id, {{"visit", first_visit}, {"status", "done"}}, "locked"},
        {"agreed_action", action_id, {{"text", "Read each day"}}, "locked"},
        {"agreed_action", action_id, {{"status", "done"}, {"text", "Read each day"}}, "locked"},
        {"agreed_action",
         action_id,
         {{"status", "done"}, {"outcome", "They do"}, {"closed_in", second_visit}},
         "accepted"},
        {"agreed_action", action_id, {{"status", "dropped"}, {"closed_in", third_visit}}, "bad_change"},
        {"photo", new_id, desk.photo, "locked"},
        {"photo", photo_id, {{"caption", "A wall"}}, "locked"},
        {"photo", photo_id, {{"removed", "removed"}, {"removed_reason", "A face"}}, "accepted"},
        {"photo", photo_id, {{"removed", ""}}, "locked"},
    };
    desk.record_parts();
    desk.bring_to(first_visit, VisitStatus::locked);
    for (const Row& row : rows) {
        CAPTURE(row.entity);
        CAPTURE(row.values.begin()->first);
        CHECK(desk.say(desk.ada, row.entity, row.id, row.values) == row.answer);
    }
}

TEST_CASE("Until it is locked a visit takes what was written, cancelled or done as it may be") {
    for (const VisitStatus status : {VisitStatus::completed, VisitStatus::shared, VisitStatus::cancelled}) {
        CAPTURE(to_word(status));
        PartsDesk desk;
        desk.bring_to(first_visit, status);
        desk.record_parts();
    }
}

}  // namespace
}  // namespace kitbag
