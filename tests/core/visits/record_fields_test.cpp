#include "core/visits/record_fields.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "core/visits/visit.h"
#include "core/visits/visit_words.h"

using namespace kitbag;

namespace {

constexpr const char* visit_id = "0192f3c4-a1b2-7c3d-8e4f-0123456789ab";

std::string code_of(const Result<void>& result) {
    return result ? "" : result.error().code;
}

struct FieldRow {
    std::string entity;
    std::string field;
    Json value;
    std::string code;
};

void check_rows(const std::vector<FieldRow>& rows) {
    for (const FieldRow& row : rows) {
        CAPTURE(row.entity);
        CAPTURE(row.field);
        CAPTURE(to_text(row.value));
        CHECK(code_of(check_field(row.entity, row.field, row.value)) == row.code);
    }
}

// A text of so many characters, each of two bytes.
std::string accents(std::size_t characters) {
    std::string text;
    for (std::size_t i = 0; i < characters; ++i) text += "é";
    return text;
}

}  // namespace

TEST_CASE("the record has these entities and these fields") {
    std::string all;
    for (const Entity& entity : entities()) {
        all += std::string(entity.name) + ":";
        for (const Field& field : entity.fields) all += " " + std::string(field.name);
        all += "\n";
    }
    CHECK(all ==
          "visit: urn kind templates_version date time participants present focus governance framework "
          "framework_version variant status status_reason adviser\n"
          "judgement: visit aspect choice\n"
          "evidence_note: visit aspect text kind source groups supports said_by by\n"
          "visit_answer: visit question text\n"
          "agreed_action: urn visit text owner due status outcome closed_in by\n"
          "photo: visit note content caption removed removed_reason by\n"
          "rating_step: urn subject step category suggested reason about framework framework_version variant standing "
          "date by\n"
          "direction: urn subject half_term direction suggested why by\n"
          "trust_agreement: urn given_by post date until kinds what_for terms by\n"
          "forum_note: urn half_term service aspect groups text by\n"
          "head_answer: visit answer name post disputes read by\n"
          "amendment: visit part text reason by\n"
          "establishment: local_name\n"
          "post: urn role name account designation leads capacity since until team\n"
          "area_for_improvement: urn inspected subject text state evidence notes\n"
          "inspection_risk: risk reason\n");
}

TEST_CASE("a value is accepted only where a field of a visit can hold it") {
    check_rows({
        {"visit", "urn", "900001", ""},
        {"visit", "urn", "90001", ""},
        {"visit", "urn", "9001", "bad_field"},
        {"visit", "urn", "", "bad_field"},
        {"visit", "urn", 900001, "bad_field"},
        {"visit", "urn", nullptr, "bad_field"},
        {"visit", "kind", "keeping_in_touch", ""},
        {"visit", "kind", "", "bad_field"},
        {"visit", "date", "2026-11-23", ""},
        {"visit", "date", "", ""},
        {"visit", "date", "2026-02-30", "bad_field"},
        {"visit", "date", "23 November", "bad_field"},
        {"visit", "participants", "Ada Marsh\nBen Cole", ""},
        {"visit", "focus", "", ""},
        {"visit", "framework", "school-categorisation-2014", ""},
        {"visit", "framework", "A B", "bad_field"},
        {"visit", "framework_version", "1", ""},
        {"visit", "framework_version", "1\n2", "bad_field"},
        {"visit", "variant", "primary", ""},
        {"visit", "status", "completed", ""},
        {"visit", "status", "forgotten", "bad_field"},
        {"visit", "time", "09:30", ""},
        {"visit", "time", "", ""},
        {"visit", "time", "24:00", "bad_field"},
        {"visit", "time", "9:30", "bad_field"},
        {"visit", "time", "09:60", "bad_field"},
        {"visit", "time", "23:59", ""},
        {"visit", "governance", "free_school", ""},
        {"visit", "governance", "", "bad_field"},
        {"visit", "status_reason", "Snow\nand ice", ""},
        {"visit", "present", "headteacher chair_of_governors", ""},
        {"visit", "present", "headteacher headteacher", "bad_field"},
        {"visit", "present", "headteacher  chair", "bad_field"},
        {"visit", "present", "", ""},
        {"visit", "adviser", visit_id, ""},
        {"visit", "adviser", "Ada", "bad_field"},
        {"visit", "weather", "fine", "unknown_field"},
        {"weather", "visit", visit_id, "unknown_entity"},
    });
}

TEST_CASE("a value is accepted only where a field of what is recorded in a visit can hold it") {
    check_rows({
        {"evidence_note", "aspect", "", ""},
        {"evidence_note", "aspect", "Parent View", "bad_field"},
        {"evidence_note", "groups", "boys pupil_premium", ""},
        {"evidence_note", "groups", "boys, girls", "bad_field"},
        {"evidence_note", "kind", "", ""},
        {"evidence_note", "kind", "evidence", "bad_field"},
        {"evidence_note", "source", "", ""},
        {"evidence_note", "source", "rumour", "bad_field"},
        {"evidence_note", "supports", "", ""},
        {"evidence_note", "supports", "not_applicable", "bad_field"},
        {"evidence_note", "said_by", "Ada\nMarsh", "bad_field"},
        {"visit_answer", "question", "gaps", ""},
        {"visit_answer", "question", "", "bad_field"},
        {"agreed_action", "status", "open", ""},
        {"agreed_action", "status", "late", "bad_field"},
        {"agreed_action", "due", "2026-13-01", "bad_field"},
        {"photo", "note", "", ""},
        {"photo", "removed", "removed", ""},
        {"photo", "removed", "yes", "bad_field"},
        {"trust_agreement", "terms", "", "bad_field"},
        {"trust_agreement", "kinds", "work_scrutiny walk", ""},
        {"forum_note", "aspect", "", ""},
        {"head_answer", "answer", "perhaps", "bad_field"},
        {"head_answer", "read", std::string(63, 'a'), "bad_field"},
        {"amendment", "visit", "", "bad_field"},
        {"agreed_action", "closed_in", "", ""},
        {"agreed_action", "closed_in", "900001", "bad_field"},
        {"photo", "content", "", "bad_field"},
        {"photo", "content", std::string(64, 'a'), ""},
        {"photo", "content", std::string(64, 'A'), "bad_field"},
        {"judgement", "visit", visit_id, ""},
        {"judgement", "aspect", "parent_view", ""},
        {"judgement", "aspect", "", "bad_field"},
        {"judgement", "choice", "amber", ""},
        {"judgement", "choice", "not_applicable", ""},
        {"judgement", "choice", "", ""},
        {"judgement", "choice", "AMBER", "bad_field"},
        {"evidence_note", "text", "Two lines\n\tof text 😀", ""},
        {"evidence_note", "text", std::string("cut\0off", 7), "bad_field"},
        {"evidence_note", "text", "not UTF-8: \xFF", "bad_field"},
        {"evidence_note", "text", Json::array(), "bad_field"},
        {"evidence_note", "visit", "900001", "bad_field"},
    });
}

TEST_CASE("a value is accepted only where a field of a person's post or of a place can hold it") {
    check_rows({
        {"establishment", "local_name", "Maple Cottage", ""},
        {"establishment", "local_name", "", ""},
        {"establishment", "local_name", "Maple\nCottage", "bad_field"},
        {"establishment", "urn", "EY900105", "unknown_field"},
        {"post", "urn", "EY900105", ""},
        {"post", "urn", "", "bad_field"},
        {"post", "role", "early_years_adviser", ""},
        {"post", "role", "", "bad_field"},
        {"post", "role", "caretaker", "bad_field"},
        {"post", "account", "", ""},
        {"post", "account", visit_id, ""},
        {"post", "account", "Ada", "bad_field"},
        {"post", "designation", "", ""},
        {"post", "designation", "national_leader_of_governance", ""},
        {"post", "designation", "leader", "bad_field"},
        {"post", "leads", "", ""},
        {"post", "leads", "900002", ""},
        {"post", "leads", "Ashmere", "bad_field"},
        {"post", "since", "2026-09-01", ""},
        {"post", "until", "", ""},
        {"post", "until", "soon", "bad_field"},
        {"post", "team", "intervention", ""},
        {"post", "team", "", ""},
        {"post", "team", "Quality team", "bad_field"},
    });
}

TEST_CASE("a value is accepted only where a field of what follows from an inspection can hold it") {
    const std::string two = std::string(visit_id) + " 0192f3c4-a1b2-7c3d-8e4f-0123456789ad";
    check_rows({
        {"area_for_improvement", "urn", "EY900105", ""},
        {"area_for_improvement", "urn", "", "bad_field"},
        {"area_for_improvement", "inspected", "2026-10-12", ""},
        {"area_for_improvement", "inspected", "12 October", "bad_field"},
        {"area_for_improvement", "subject", "eyfs", ""},
        {"area_for_improvement", "subject", "", "bad_field"},
        {"area_for_improvement", "text", "", ""},
        {"area_for_improvement", "state", "addressed", ""},
        {"area_for_improvement", "state", "", "bad_field"},
        {"area_for_improvement", "notes", two, ""},
        {"area_for_improvement", "notes", "", ""},
        {"area_for_improvement", "notes", "Two notes", "bad_field"},
        {"inspection_risk", "risk", "none", ""},
        {"inspection_risk", "risk", "", "bad_field"},
        {"inspection_risk", "risk", "good", "bad_field"},
        {"inspection_risk", "reason", "Results.\nAnd the head left.", ""},
        {"inspection_risk", "urn", "900001", "unknown_field"},
    });
}

TEST_CASE("text is limited by its characters, and the sentence says both numbers") {
    CHECK(check_field("evidence_note", "text", accents(100'000)));
    const auto too_long = check_field("evidence_note", "text", accents(100'001));
    REQUIRE_FALSE(too_long);
    CHECK(too_long.error().sentence.contains("100001"));
    CHECK(too_long.error().sentence.contains("100000"));
    CHECK(check_field("visit", "framework_version", accents(500)));
    CHECK_FALSE(check_field("visit", "framework_version", accents(501)));
}

TEST_CASE("what is not text is called so, whatever its length") {
    for (const std::string& bytes : {std::string("\xFF"), std::string(1, '\0')}) {
        const auto checked = check_field("evidence_note", "text", bytes);
        REQUIRE_FALSE(checked);
        CHECK(checked.error().sentence.contains("not text"));
    }
}

TEST_CASE("the words of the record are those of its types") {
    for (const VisitStatus status :
         {VisitStatus::planned, VisitStatus::under_way, VisitStatus::completed, VisitStatus::shared,
          VisitStatus::locked, VisitStatus::cancelled, VisitStatus::did_not_happen}) {
        CHECK(check_field("visit", "status", to_word(status)));
        CHECK(visit_status_from(to_word(status)) == status);
    }
    for (const Choice choice : {Choice::green, Choice::amber, Choice::red, Choice::not_applicable}) {
        CHECK(check_field("judgement", "choice", to_word(choice)));
    }
    for (const NoteKind kind : {NoteKind::evidence, NoteKind::strength, NoteKind::development}) {
        CHECK(check_field("evidence_note", "kind", to_word(kind)));
        CHECK(note_kind_from(to_word(kind)) == kind);
    }
    for (const Source source : {Source::not_said, Source::data, Source::observation, Source::scrutiny,
                                Source::discussion, Source::parent_view, Source::complaint, Source::forum}) {
        CHECK(check_field("evidence_note", "source", to_word(source)));
        CHECK(source_from(to_word(source)) == source);
    }
    for (const ActionStatus status : {ActionStatus::open, ActionStatus::done, ActionStatus::dropped}) {
        CHECK(check_field("agreed_action", "status", to_word(status)));
        CHECK(action_status_from(to_word(status)) == status);
    }
    for (const auto terms : {TrustAgreement::Terms::commissioned, TrustAgreement::Terms::traded}) {
        CHECK(check_field("trust_agreement", "terms", to_word(terms)));
        CHECK(agreement_terms_from(to_word(terms)) == terms);
    }
    for (const Governance governance :
         {Governance::maintained, Governance::academy, Governance::free_school, Governance::other})
        CHECK(check_field("visit", "governance", to_word(governance)));
    CHECK_FALSE(visit_status_from("forgotten"));
}

TEST_CASE("an id fits its entity") {
    struct Row {
        std::string entity;
        std::string id;
        std::string code;
    };
    const Row rows[] = {
        {"visit", visit_id, ""},
        {"evidence_note", visit_id, ""},
        {"judgement", judgement_id(visit_id, "parent_view"), ""},
        {"visit", judgement_id(visit_id, "parent_view"), "bad_change"},
        {"visit", "", "bad_change"},
        {"judgement", visit_id, "bad_change"},
        {"judgement", judgement_id(visit_id, ""), "bad_change"},
        {"judgement", judgement_id("900001", "parent_view"), "bad_change"},
        {"judgement", judgement_id(visit_id, "Parent View"), "bad_change"},
        {"judgement", "", "bad_change"},
        {"visit_answer", answer_id(visit_id, "gaps"), ""},
        {"visit_answer", visit_id, "bad_change"},
        {"photo", visit_id, ""},
        {"photo", answer_id(visit_id, "gaps"), "bad_change"},
        {"amendment", "first", "bad_change"},
        {"establishment", "EY900105", ""},
        {"establishment", "900001", ""},
        {"inspection_risk", "90001", ""},
        {"establishment", visit_id, "bad_change"},
        {"post", visit_id, ""},
        {"post", "900001", "bad_change"},
        {"area_for_improvement", visit_id, ""},
        {"area_for_improvement", "900001", "bad_change"},
        {"inspection_risk", "EY900105", ""},
        {"inspection_risk", visit_id, "bad_change"},
        {"weather", visit_id, "unknown_entity"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.id);
        CHECK(code_of(check_entity_id(row.entity, row.id)) == row.code);
    }
}
