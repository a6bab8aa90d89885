#include "core/storage/area_store.h"

#include "core/storage/migrations.h"
#include "core/storage/projection.h"
#include "tests/core/storage/stores.h"

namespace kitbag {
namespace {

const std::string first_id = "0192f3c4-a1b2-7c3d-8e4f-000000000001";
const std::string second_id = "0192f3c4-a1b2-7c3d-8e4f-000000000002";
const std::string third_id = "0192f3c4-a1b2-7c3d-8e4f-000000000003";

void put(Database& database, std::string_view entity, const std::string& id, std::string_view field,
         const Json& value) {
    REQUIRE(project(database, entity, id, field, value));
}

TEST_CASE("An area for improvement is read as it was written, with the others of its school, latest inspection first") {
    TemporaryFolder folder;
    const auto database = open_file(folder.file("a.db"));
    const std::pair<const char*, std::string> fields[] = {{"urn", "900001"},
                                                          {"inspected", "2026-10-12"},
                                                          {"subject", "eyfs"},
                                                          {"text", "Talk with the youngest"},
                                                          {"state", "being_addressed"},
                                                          {"evidence", "Seen twice"},
                                                          {"notes", first_id + " " + third_id}};
    for (const auto& [field, value] : fields) put(*database, "area_for_improvement", second_id, field, value);
    for (const auto& [id, inspected, urn] :
         {std::tuple(first_id, "2022-05-03", "900001"), {third_id, "2026-10-12", "900002"}}) {
        put(*database, "area_for_improvement", id, "inspected", inspected);
        put(*database, "area_for_improvement", id, "urn", urn);
    }
    const AreaStore store(*database);
    const AreaForImprovement whole = store.area(second_id).value().value();
    CHECK(whole == AreaForImprovement{second_id,
                                      "900001",
                                      Date{2026, 10, 12},
                                      Subject::eyfs,
                                      "Talk with the youngest",
                                      AreaState::being_addressed,
                                      "Seen twice",
                                      {first_id, third_id}});
    const auto of_school = store.areas_of_school("900001").value();
    REQUIRE(of_school.size() == 2);
    CHECK(of_school[0] == whole);
    CHECK(of_school[1] == AreaForImprovement{first_id, "900001", Date{2022, 5, 3}, Subject::school, "", {}, "", {}});
    CHECK(store.all_areas().value().back().id == third_id);
    CHECK_FALSE(store.area("0192f3c4-a1b2-7c3d-8e4f-0000000000ff").value().has_value());
}

TEST_CASE("What is at risk at the next inspection is read by its school, and is nothing where nobody said it") {
    TemporaryFolder folder;
    const auto database = open_file(folder.file("a.db"));
    put(*database, "inspection_risk", "EY900102", "risk", "inadequate");
    put(*database, "inspection_risk", "EY900102", "reason", "Ratios");
    const AreaStore store(*database);
    const InspectionRisk written{"EY900102", InspectionRiskKind::inadequate, "Ratios"};
    CHECK(store.risk("EY900102") == written);
    CHECK(store.risk("900001") == InspectionRisk{"900001", std::nullopt, ""});
    CHECK(store.all_risks().value() == std::vector{written});
}

TEST_CASE("What an older program kept of inspections without knowing it is in its tables after the migration") {
    TemporaryFolder folder;
    const auto steps = store_migrations();
    constexpr std::size_t before_inspections = 11;
    auto past =
        Database::open({.file_name = folder.file("a.db"), .vfs_name = {}, .key = {}, .sharing = Sharing::shared});
    REQUIRE(past);
    REQUIRE(migrate_to(**past, std::span(steps).first(before_inspections)));
    const std::array kept = {std::array<std::string, 4>{"inspection_risk", "900001", "risk", "\"none\""},
                             std::array<std::string, 4>{"area_for_improvement", first_id, "text", "\"Phonics\""}};
    for (const auto& [entity, id, field, value] : kept) {
        REQUIRE(
            (*past)->run("INSERT INTO field_state (entity, entity_id, field, stamp, value, author, superseded) VALUES "
                         "(?, ?, ?, 's', ?, 'a', '')",
                         entity, id, field, value));
    }
    REQUIRE(migrate(**past));
    CHECK(AreaStore(**past).risk("900001").value().risk == InspectionRiskKind::none);
    CHECK(AreaStore(**past).area(first_id).value()->text == "Phonics");
}

}  // namespace
}  // namespace kitbag
