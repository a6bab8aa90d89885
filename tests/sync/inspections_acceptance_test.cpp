// Which changes about areas for improvement and the risk at the next inspection the county takes.

#include "sync/change_log/inspections_acceptance.h"

#include "core/storage/area_store.h"
#include "tests/sync/visit_desk.h"

namespace kitbag {
namespace {

const std::string area_id = "0192f3c4-a1b2-7c3d-8e4f-0000000000e1";
constexpr const char* area_entity = "area_for_improvement";

struct InspectionsDesk : VisitDesk {
    const FieldValues area = {{"urn", "900001"}, {"inspected", "2026-10-12"}, {"text", "Writing in Key Stage 2"}};
    const FieldValues risk = {{"risk", "requires_improvement"}, {"reason", "Three heads in two years"}};

    AreaForImprovement kept() { return AreaStore(*county.database).area(area_id).value().value(); }
};

TEST_CASE("An area for improvement is taken from any adviser, who may judge it again, and not from an officer") {
    InspectionsDesk desk;
    CHECK(desk.say(desk.officer, area_entity, area_id, desk.area) == "not_allowed");
    CHECK(desk.say(desk.ada, area_entity, area_id, desk.area) == "accepted");
    CHECK(desk.say(desk.officer, area_entity, area_id, {{"state", "addressed"}}) == "not_allowed");
    CHECK(desk.say(desk.ben, area_entity, area_id, {{"state", "being_addressed"}, {"evidence", "Books"}}) ==
          "accepted");
    CHECK(desk.kept().state == AreaState::being_addressed);
    CHECK(desk.kept().evidence == "Books");
    CHECK(desk.say(desk.ada, area_entity, area_id, {{"text", ""}}) == "accepted");  // It was a mistake.
}

TEST_CASE("An area is of a school that the county has, begins whole, and stays with its school") {
    struct Row {
        const char* what;
        const char* field;
        const char* value;  // "": left out.
        const char* answer;
    };
    const Row rows[] = {
        {"no school", "urn", "", "bad_field"},
        {"an unknown school", "urn", "900999", "unknown_school"},
        {"no inspection", "inspected", "", "bad_field"},
        {"no text", "text", "", "bad_field"},
        {"a day that is none", "inspected", "soon", "bad_field"},
        {"a state that is none", "state", "finished", "bad_field"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        InspectionsDesk desk;
        CHECK(desk.say(desk.ada, area_entity, area_id, but(desk.area, row.field, row.value)) == row.answer);
    }
    InspectionsDesk desk;
    REQUIRE(desk.say(desk.ada, area_entity, area_id, desk.area) == "accepted");
    CHECK(desk.say(desk.ada, area_entity, area_id, {{"urn", "900002"}}) == "bad_change");
    CHECK(desk.say(desk.ada, area_entity, area_id, {{"urn", "900001"}, {"inspected", "2026-10-13"}}) == "accepted");
}

TEST_CASE(
    "A risk at the next inspection is of a school that the county has, begins whole, and is judged again by anybody") {
    InspectionsDesk desk;
    const auto say = [&](const Writer& writer, const char* urn, const FieldValues& values) {
        return desk.say(writer, "inspection_risk", urn, values);
    };
    CHECK(say(desk.officer, "900001", desk.risk) == "not_allowed");
    CHECK(say(desk.ada, "900999", desk.risk) == "unknown_school");
    CHECK(say(desk.ada, "900001", but(desk.risk, "risk", "")) == "bad_field");
    CHECK(say(desk.ada, "900001", but(desk.risk, "reason", "")) == "bad_field");
    CHECK(say(desk.ada, "900002", {{"risk", "none"}}) == "accepted");
    CHECK(say(desk.ada, "900001", desk.risk) == "accepted");
    CHECK(say(desk.ben, "900001", {{"risk", "inadequate"}}) == "accepted");
    CHECK(AreaStore(*desk.county.database).risk("900001") ==
          InspectionRisk{"900001", InspectionRiskKind::inadequate, "Three heads in two years"});
}

TEST_CASE("Two who judge one area without seeing each other are both kept until somebody settles it") {
    InspectionsDesk desk;
    REQUIRE(desk.say(desk.ada, area_entity, area_id, desk.area) == "accepted");
    REQUIRE(desk.say(desk.ada, area_entity, area_id, {{"state", "addressed"}}) == "accepted");
    REQUIRE(desk.say(desk.ben, area_entity, area_id, {{"state", "not_addressed"}}) == "accepted");
    CHECK(desk.kept().state == AreaState::not_addressed);
    CHECK(answer(*desk.county.database,
                 "SELECT count(*) FROM field_state WHERE entity = 'area_for_improvement' AND field = 'state' AND "
                 "others IS NOT NULL") == "1");
}

}  // namespace
}  // namespace kitbag
