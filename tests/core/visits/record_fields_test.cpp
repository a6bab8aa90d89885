#include "core/visits/record_fields.h"

#include <string>

#include <doctest/doctest.h>

#include "core/visits/visit.h"

using namespace kitbag;

namespace {

constexpr const char* visit_id = "0192f3c4-a1b2-7c3d-8e4f-0123456789ab";

std::string code_of(const Result<void>& result) {
    return result ? "" : result.error().code;
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
          "visit: urn kind date participants focus framework framework_version variant status adviser\n"
          "judgement: visit aspect choice\n"
          "evidence_note: visit aspect text\n"
          "rating_step: urn subject step category suggested reason about framework framework_version variant standing "
          "date by\n"
          "direction: urn subject half_term direction suggested why by\n");
}

TEST_CASE("a value is accepted only where its field can hold it") {
    struct Row {
        std::string entity;
        std::string field;
        Json value;
        std::string code;
    };
    const Row rows[] = {
        {"visit", "urn", "900001", ""},
        {"visit", "urn", "90001", "bad_field"},
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
        {"visit", "status", "locked", "bad_field"},
        {"visit", "adviser", visit_id, ""},
        {"visit", "adviser", "Ada", "bad_field"},
        {"visit", "weather", "fine", "unknown_field"},
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
        {"photo", "visit", visit_id, "unknown_entity"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.entity);
        CAPTURE(row.field);
        CAPTURE(to_text(row.value));
        CHECK(code_of(check_field(row.entity, row.field, row.value)) == row.code);
    }
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
    CHECK(check_field("visit", "kind", to_word(VisitKind::keeping_in_touch)));
    for (const VisitStatus status : {VisitStatus::under_way, VisitStatus::completed}) {
        CHECK(check_field("visit", "status", to_word(status)));
        CHECK(visit_status_from(to_word(status)) == status);
    }
    for (const Choice choice : {Choice::green, Choice::amber, Choice::red, Choice::not_applicable}) {
        CHECK(check_field("judgement", "choice", to_word(choice)));
    }
    CHECK(visit_kind_from("keeping_in_touch") == VisitKind::keeping_in_touch);
    CHECK_FALSE(visit_status_from("locked"));
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
        {"photo", visit_id, "unknown_entity"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.id);
        CHECK(code_of(check_entity_id(row.entity, row.id)) == row.code);
    }
}
