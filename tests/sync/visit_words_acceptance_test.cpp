// What is said once about a visit or a school, and which of it the county takes.

#include "sync/change_log/visit_words_acceptance.h"

#include "core/storage/visit_words_store.h"
#include "core/visits/record_fields.h"
#include "core/visits/visit_words.h"
#include "tests/sync/visit_desk.h"

namespace kitbag {
namespace {

const std::string words_id = "0192f3c4-a1b2-7c3d-8e4f-0000000000d1";
const std::string disputes = R"([{"part":"visit.focus","title":"Focus","words":"It was writing."}])";

struct WordsDesk : VisitDesk {
    const FieldValues forum = {{"urn", "900001"},
                               {"half_term", "2026-27.1"},
                               {"service", "Family Service"},
                               {"text", "More families ask for help."},
                               {"by", ada_id}};
    const FieldValues accurate = {{"visit", first_visit},  {"answer", "accurate"},         {"name", "Hal Ford"},
                                  {"post", "Headteacher"}, {"read", std::string(64, 'a')}, {"by", ada_id}};
    const FieldValues amendment = {
        {"visit", first_visit}, {"text", "The focus was writing."}, {"reason", "A slip"}, {"by", ada_id}};

    explicit WordsDesk(VisitStatus status = VisitStatus::under_way) {
        REQUIRE(say(ada, "visit", first_visit, visit_fields()) == "accepted");
        bring_to(first_visit, status);
    }

    FieldValues whole(const std::string& entity) const {
        if (entity == "trust_agreement") return agreement();
        if (entity == "forum_note") return forum;
        return entity == "head_answer" ? accurate : amendment;
    }
};

VisitStatus status_for(const std::string& entity) {
    if (entity == "head_answer") return VisitStatus::shared;
    return entity == "amendment" ? VisitStatus::locked : VisitStatus::under_way;
}

TEST_CASE("What is said once about visits and schools is taken whole, and is a row of its table") {
    WordsDesk desk(VisitStatus::shared);
    const VisitWordsStore store(*desk.county.database);
    CHECK(desk.say(desk.ada, "trust_agreement", words_id, desk.agreement()) == "accepted");
    CHECK(store.agreements_of_school(academy)->at(0).given_by == "Tess Weir");
    CHECK(desk.say(desk.ada, "forum_note", words_id, desk.forum) == "accepted");
    CHECK(store.forum_notes_of_school("900001")->at(0).service == "Family Service");
    CHECK(desk.say(desk.ada, "head_answer", words_id, desk.accurate) == "accepted");
    CHECK(store.head_answers(first_visit)->at(0).accurate);
    CHECK(desk.say(desk.ada, "visit", first_visit, {{"status", "locked"}}) == "accepted");
    CHECK(desk.say(desk.ada, "amendment", words_id, desk.amendment) == "accepted");
    CHECK(store.amendments(first_visit)->at(0).text == "The focus was writing.");
}

TEST_CASE("Each must be whole, and say what its rules ask for") {
    struct Row {
        const char* what;
        const char* entity;
        const char* field;
        std::string value;  // "": left out.
        const char* answer;
    };
    const Row rows[] = {
        {"no school", "trust_agreement", "urn", "", "bad_field"},
        {"no terms", "trust_agreement", "terms", "", "bad_field"},
        {"an unknown school", "trust_agreement", "urn", "900999", "unknown_school"},
        {"a maintained school", "trust_agreement", "urn", "900001", "no_trust"},
        {"nobody gave it", "trust_agreement", "given_by", " ", "no_giver"},
        {"no day", "trust_agreement", "date", "", "no_date"},
        {"the day after tomorrow", "trust_agreement", "date", "2026-11-25", "from_the_future"},
        {"tomorrow, where the tablet may be already", "trust_agreement", "date", "2026-11-24", "accepted"},
        {"it ends before it begins", "trust_agreement", "until", "2026-11-19", "bad_date"},
        {"to no kind", "trust_agreement", "kinds", "", "no_kinds"},
        {"to an unknown kind", "trust_agreement", "kinds", "lesson_observation inspection", "unknown_kind"},
        {"for nothing", "trust_agreement", "what_for", "", "no_text"},
        {"signed by another", "trust_agreement", "by", ben_id, "not_yours"},
        {"signed by nobody", "trust_agreement", "by", "", "bad_field"},
        {"no school", "forum_note", "urn", "", "bad_field"},
        {"an unknown school", "forum_note", "urn", "900999", "unknown_school"},
        {"no half term", "forum_note", "half_term", "", "bad_field"},
        {"an unknown half term", "forum_note", "half_term", "2031-32.1", "unknown_half_term"},
        {"a half term to come", "forum_note", "half_term", "2026-27.3", "from_the_future"},
        {"no service", "forum_note", "service", "", "no_service"},
        {"blank text", "forum_note", "text", " \n", "no_text"},
        {"signed by another", "forum_note", "by", ben_id, "not_yours"},
        {"no visit", "head_answer", "visit", "", "bad_field"},
        {"an unknown visit", "head_answer", "visit", second_visit, "unknown_visit"},
        {"no answer", "head_answer", "answer", "", "bad_field"},
        {"no name", "head_answer", "name", "", "no_name"},
        {"not what was read", "head_answer", "read", "", "bad_field"},
        {"accurate and disputed", "head_answer", "disputes", disputes, "bad_disputes"},
        {"disputed, and nothing said", "head_answer", "answer", "disputed", "no_dispute"},
        {"disputes that cannot be read", "head_answer", "disputes", "{", "bad_disputes"},
        {"signed by another", "head_answer", "by", ben_id, "not_yours"},
        {"no visit", "amendment", "visit", "", "bad_field"},
        {"an unknown visit", "amendment", "visit", second_visit, "unknown_visit"},
        {"no text", "amendment", "text", "", "no_text"},
        {"no reason", "amendment", "reason", " ", "no_reason"},
        {"signed by another", "amendment", "by", ben_id, "not_yours"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.entity);
        CAPTURE(row.what);
        WordsDesk desk(status_for(row.entity));
        CHECK(desk.say(desk.ada, row.entity, words_id, but(desk.whole(row.entity), row.field, row.value)) ==
              row.answer);
    }
}

TEST_CASE("A head disputes with at least one word of their own") {
    WordsDesk desk(VisitStatus::shared);
    FieldValues disputed = but(desk.accurate, "answer", "disputed");
    disputed["disputes"] = R"([{"part":"visit.focus","title":"Focus","words":" "}])";
    CHECK(desk.say(desk.ada, "head_answer", words_id, disputed) == "no_dispute");
    disputed["disputes"] = disputes;
    CHECK(desk.say(desk.ada, "head_answer", words_id, disputed) == "accepted");
}

TEST_CASE("A head answers while the visit is shared, and an amendment is of what is locked") {
    using enum VisitStatus;
    for (const VisitStatus status : {under_way, completed, shared, locked, cancelled}) {
        CAPTURE(to_word(status));
        WordsDesk desk(status);
        CHECK(desk.say(desk.ada, "head_answer", words_id, desk.accurate) ==
              (status == shared ? "accepted" : "bad_step"));
        CHECK(desk.say(desk.ada, "amendment", words_id, desk.amendment) ==
              (status == locked ? "accepted" : "bad_step"));
    }
}

TEST_CASE("Who may say each of these") {
    struct Row {
        const char* entity;
        const char* of_another_adviser;
    };
    const Row rows[] = {{"trust_agreement", "accepted"},
                        {"forum_note", "accepted"},
                        {"head_answer", "accepted"},
                        {"amendment", "not_allowed"}};
    for (const Row& row : rows) {
        CAPTURE(row.entity);
        WordsDesk desk(status_for(row.entity));
        const FieldValues values = desk.whole(row.entity);
        CHECK(desk.say(desk.officer, row.entity, words_id, but(values, "by", ben_id)) == "not_allowed");
        CHECK(desk.say(desk.ben, row.entity, words_id, but(values, "by", ben_id)) == row.of_another_adviser);
        const std::string other_id = "0192f3c4-a1b2-7c3d-8e4f-0000000000d2";
        CHECK(desk.say(desk.sam, row.entity, other_id, but(values, "by", sam_id)) == "accepted");
    }
}

TEST_CASE("None of these is altered, and none comes from the future") {
    for (const std::string entity : {"trust_agreement", "forum_note", "head_answer", "amendment"}) {
        CAPTURE(entity);
        CHECK(find_entity(entity)->writing == Writing::once);
        WordsDesk desk(status_for(entity));
        const FieldValues values = desk.whole(entity);
        CHECK(desk.say(desk.ada, entity, "01a8f3c4-a1b2-7c3d-8e4f-0000000000d1", values) == "from_the_future");
        CHECK(desk.say(desk.ada, entity, words_id, values) == "accepted");
        CHECK(desk.say(desk.ada, entity, words_id, values) == "already_written");
    }
}

}  // namespace
}  // namespace kitbag
