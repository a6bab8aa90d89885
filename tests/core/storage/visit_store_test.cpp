#include "core/storage/visit_store.h"

#include "core/storage/projection.h"
#include "tests/core/storage/stores.h"

namespace kitbag {
namespace {

const std::string first_id = "0192f3c4-a1b2-7c3d-8e4f-000000000001";
const std::string second_id = "0192f3c4-a1b2-7c3d-8e4f-000000000002";
const std::string third_id = "0192f3c4-a1b2-7c3d-8e4f-000000000003";
const std::string note_id = "0192f3c4-a1b2-7c3d-8e4f-0000000000aa";

void put(Database& database, std::string_view entity, const std::string& id, std::string_view field,
         const Json& value) {
    REQUIRE(project(database, entity, id, field, value));
}

TEST_CASE("A visit is read with its judgements and notes") {
    TemporaryFolder folder;
    const auto database = open_file(folder.file("a.db"));
    put(*database, "visit", first_id, "urn", "900001");
    put(*database, "visit", first_id, "date", "2026-11-23");
    put(*database, "visit", first_id, "status", "completed");
    put(*database, "visit", first_id, "focus", "Reading");
    put(*database, "judgement", first_id + ".leadership", "visit", first_id);
    put(*database, "judgement", first_id + ".leadership", "aspect", "leadership");
    put(*database, "judgement", first_id + ".leadership", "choice", "amber");
    put(*database, "judgement", first_id + ".leadership", "choice", "green");
    put(*database, "evidence_note", note_id, "visit", first_id);
    put(*database, "evidence_note", note_id, "text", "Zoë read aloud");
    const auto record = VisitStore(*database).visit(first_id);
    REQUIRE(record);
    REQUIRE(record->has_value());
    CHECK((*record)->visit.urn == "900001");
    CHECK((*record)->visit.date == Date{2026, 11, 23});
    CHECK((*record)->visit.status == VisitStatus::completed);
    CHECK((*record)->visit.focus == "Reading");
    REQUIRE((*record)->judgements.size() == 1);
    CHECK((*record)->judgements[0].choice == Choice::green);
    REQUIRE((*record)->notes.size() == 1);
    CHECK((*record)->notes[0].id == note_id);
    CHECK((*record)->notes[0].visit == first_id);
    CHECK((*record)->notes[0].text == "Zoë read aloud");
    CHECK(VisitStore(*database).note(note_id).value() == (*record)->notes[0]);
    CHECK_FALSE(VisitStore(*database).note(first_id).value().has_value());
    CHECK_FALSE(VisitStore(*database).visit(second_id).value().has_value());
}

TEST_CASE("The notes of a school's visits since a day come by visit, the latest first, also of one under way") {
    TemporaryFolder folder;
    const auto database = open_file(folder.file("a.db"));
    int last = 0;
    for (const auto& [visit, urn, date] : {std::tuple(first_id, "900001", "2026-10-11"),
                                           {second_id, "900001", "2026-10-12"},
                                           {third_id, "900002", "2026-11-02"},
                                           {note_id, "900001", "2026-11-23"}}) {
        put(*database, "visit", visit, "urn", urn);
        put(*database, "visit", visit, "date", date);
        put(*database, "visit", visit, "status", "under_way");
        const std::string note = "0192f3c4-a1b2-7c3d-8e4f-0000000000b" + std::to_string(++last);
        put(*database, "evidence_note", note, "visit", visit);
        put(*database, "evidence_note", note, "text", date);
    }
    const auto notes = VisitStore(*database).notes_since("900001", {2026, 10, 12});
    REQUIRE(notes);
    REQUIRE(notes->size() == 2);
    CHECK(notes->front().note.text == "2026-11-23");
    CHECK(notes->front().date == Date{2026, 11, 23});
    CHECK(notes->back().note.visit == second_id);
}

TEST_CASE("Visits come newest first, and those without a date before them") {
    TemporaryFolder folder;
    const auto database = open_file(folder.file("a.db"));
    put(*database, "visit", first_id, "urn", "900001");
    put(*database, "visit", first_id, "date", "2026-11-23");
    put(*database, "visit", second_id, "urn", "900001");
    put(*database, "visit", second_id, "date", "2026-09-01");
    put(*database, "visit", third_id, "urn", "900001");
    const auto ids = [](const std::vector<Visit>& visits) {
        std::vector<std::string> list;
        for (const Visit& visit : visits) list.push_back(visit.id);
        return list;
    };
    const VisitStore visits(*database);
    CHECK(ids(visits.visits_of_school("900001").value()) == std::vector{third_id, first_id, second_id});
    CHECK(visits.visits_of_school("900002").value().empty());
    CHECK(ids(visits.visits(2).value()) == std::vector{third_id, first_id});
}

TEST_CASE("What this program cannot hold is left out of the tables") {
    TemporaryFolder folder;
    const auto database = open_file(folder.file("a.db"));
    put(*database, "visit", first_id, "urn", "900001");
    put(*database, "visit", first_id, "weather", "rain");
    put(*database, "visit", first_id, "status", "forgotten");
    put(*database, "visit", first_id, "focus", 12);
    put(*database, "setting", "x", "value", "y");
    put(*database, "visit", "x'; DROP TABLE visit", "urn", "900001");
    CHECK(answer(*database, "SELECT urn || '/' || status || '/' || focus FROM visit") == "900001//");
    CHECK(answer(*database, "SELECT count(*) FROM visit") == "1");
}

TEST_CASE("The tables can be made again from the merged fields") {
    TemporaryFolder folder;
    const auto database = open_file(folder.file("a.db"));
    const auto merged = [&](const char* entity, const std::string& id, const char* field, const char* json) {
        REQUIRE(
            database->run("INSERT INTO field_state VALUES (?, ?, ?, '', ?, '', NULL, '')", entity, id, field, json));
    };
    merged("visit", first_id, "urn", "\"900001\"");
    merged("visit", first_id, "focus", "\"Reading\"");
    merged("evidence_note", note_id, "text", "\"Zoë\"");
    merged("tomorrow", "x", "y", "{\"a\":1}");
    put(*database, "visit", second_id, "urn", "900002");
    REQUIRE(rebuild_tables(*database));
    CHECK(answer(*database, "SELECT group_concat(id || urn || focus) FROM visit") == first_id + "900001Reading");
    CHECK(answer(*database, "SELECT text FROM evidence_note") == "Zoë");
}

}  // namespace
}  // namespace kitbag
