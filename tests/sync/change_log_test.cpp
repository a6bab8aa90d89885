#include "sync/change_log/change_log.h"

#include "core/storage/draft_store.h"
#include "core/storage/projection.h"
#include "core/storage/visit_store.h"
#include "tests/sync/tablets.h"

namespace kitbag {
namespace {

struct Desk {
    TemporaryFolder folder;
    SetClock clock;
    Tablet ada{folder.file("ada.db"), clock, 'a', ada_id};
    Tablet ben{folder.file("ben.db"), clock, 'b', ben_id};
    County county{clock, folder.file("county.db")};
};

TEST_CASE("What is written shows at once, and after a restart") {
    Desk desk;
    desk.ada.write("visit", first_visit, visit_fields());
    desk.ada.write("judgement", first_visit + ".leadership",
                   {{"visit", first_visit}, {"aspect", "leadership"}, {"choice", "amber"}});
    desk.ada.restart();
    const auto record = VisitStore(*desk.ada.database).visit(first_visit);
    REQUIRE(record);
    REQUIRE(record->has_value());
    CHECK((*record)->visit.urn == "900001");
    CHECK((*record)->judgements.at(0).choice == Choice::amber);
    CHECK(desk.ada.log->counts() == ChangeCounts{.waiting = 2, .refused = 0, .received = 0});
}

TEST_CASE("Stamps grow over a restart, though the clock was set back") {
    Desk desk;
    desk.ada.write("visit", first_visit, visit_fields());
    desk.clock.pass(-1'000'000);
    desk.ada.restart();
    desk.ada.write("visit", first_visit, {{"focus", "Maths"}});
    const auto changes = desk.ada.log->waiting(10, 1'000'000);
    REQUIRE(changes->size() == 2);
    CHECK((*changes)[1].change.stamp > (*changes)[0].change.stamp);
    CHECK(desk.ada.shown("visit", first_visit, "focus") == "Maths");
}

TEST_CASE("Writing what already shows is no change") {
    struct Row {
        const char* what;
        FieldValues values;
        bool change;
    };
    const Row rows[] = {
        {"the same again", {{"focus", "Maths"}}, false},
        {"nothing where nothing was said", {{"participants", ""}}, false},
        {"something else", {{"focus", "Reading"}}, true},
        {"one the same, one new", {{"focus", "Reading"}, {"participants", "The head"}}, true},
        {"taken back", {{"participants", ""}}, true},
    };
    Desk desk;
    desk.ada.write("visit", first_visit, visit_fields());
    desk.ada.write("visit", first_visit, {{"focus", "Maths"}});
    for (const Row& row : rows) {
        CAPTURE(row.what);
        CHECK(desk.ada.write("visit", first_visit, row.values).has_value() == row.change);
    }
    const auto changes = desk.ada.log->waiting(10, 1'000'000);
    CHECK((*changes)[3].change.fields.size() == 1);  // Of "one the same, one new" only the new one was written.
}

TEST_CASE("A value that cannot be is refused, and nothing of it is written") {
    struct Row {
        const char* entity;
        std::string id;
        FieldValues values;
        const char* code;
    };
    const Row rows[] = {
        {"visit", first_visit, {{"focus", "fine"}, {"date", "2026-02-30"}}, "bad_field"},
        {"visit", first_visit, {{"weather", "rain"}}, "unknown_field"},
        {"weather", first_visit, {{"focus", "x"}}, "unknown_entity"},
        {"visit", "not an id", {{"focus", "x"}}, "bad_change"},
        {"evidence_note", first_note, {{"text", std::string(100'001, 'x')}}, "bad_field"},
    };
    Desk desk;
    for (const Row& row : rows) {
        CAPTURE(row.code);
        const auto written = desk.ada.log->write(row.entity, row.id, row.values);
        REQUIRE_FALSE(written);
        CHECK(written.error().code == row.code);
    }
    CHECK(answer(*desk.ada.database, "SELECT count(*) FROM change") == "0");
    CHECK(answer(*desk.ada.database, "SELECT count(*) FROM visit") == "0");
}

TEST_CASE("The longest note in any script comes back whole at the county and on another tablet") {
    Desk desk;
    std::string text;
    for (int i = 0; i < 25'000; ++i) text += i % 2 == 0 ? "ß\"\\\n" : "文😀é\t";
    desk.ada.write("visit", first_visit, visit_fields());
    desk.ada.write("evidence_note", first_note, {{"visit", first_visit}, {"aspect", "leadership"}, {"text", text}});
    desk.county.sync(desk.ada);
    desk.county.sync(desk.ben);
    CHECK(desk.ben.shown("evidence_note", first_note, "text") == text);
}

TEST_CASE("A draft goes with the change that takes its text, and stays when that is refused") {
    Desk desk;
    DraftStore drafts(*desk.ada.database);
    REQUIRE(drafts.save("visit", first_visit, "date", "2026-02-3", 1));
    REQUIRE(drafts.save("visit", first_visit, "focus", "Mat", 1));
    CHECK_FALSE(desk.ada.log->write("visit", first_visit, {{"date", "2026-02-3"}}));
    desk.ada.write("visit", first_visit, {{"focus", "Maths"}});
    const auto left = drafts.all();
    REQUIRE(left->size() == 1);
    CHECK((*left)[0].field == "date");
}

TEST_CASE("What comes from the county while somebody types becomes a conflict, not an overwrite") {
    struct Row {
        const char* what;
        const char* typed;
        const char* shown;
        const char* conflicts;
    };
    const Row rows[] = {
        {"other words", "Maths and reading", "Maths and reading", "focus: Maths and reading (also: Spelling)"},
        {"the words it began with", "Maths", "Spelling", ""},
        {"the words that came", "Spelling", "Spelling", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        Desk desk;
        desk.ada.write("visit", first_visit, visit_fields());
        desk.ada.write("visit", first_visit, {{"focus", "Maths"}});
        desk.county.sync(desk.ada);
        desk.county.sync(desk.ben);
        REQUIRE(DraftStore(*desk.ada.database).save("visit", first_visit, "focus", "Maths a", 1));
        desk.ben.write("visit", first_visit, {{"focus", "Spelling"}});
        desk.county.sync(desk.ben);
        desk.county.sync(desk.ada);
        desk.clock.pass(1000);
        desk.ada.write("visit", first_visit, {{"focus", row.typed}});
        CHECK(desk.ada.shown("visit", first_visit, "focus") == row.shown);
        CHECK(desk.ada.conflicts(first_visit) == row.conflicts);
        CHECK(DraftStore(*desk.ada.database).all()->empty());
    }
}

TEST_CASE("A conflict ends when a person settles it, on every tablet") {
    Desk desk;
    desk.ada.write("visit", first_visit, visit_fields());
    desk.county.sync(desk.ada);
    desk.county.sync(desk.ben);
    desk.ada.write("visit", first_visit, {{"focus", "Maths"}});
    desk.ben.write("visit", first_visit, {{"focus", "Reading"}});
    desk.county.sync(desk.ada);
    desk.county.sync(desk.ben);
    desk.county.sync(desk.ada);
    CHECK(desk.ada.conflicts(first_visit) == "focus: Reading (also: Maths)");
    CHECK(desk.ben.conflicts(first_visit) == "focus: Reading (also: Maths)");

    const auto settled = desk.ben.log->settle("visit", first_visit, "focus", "Reading");
    REQUIRE(settled);
    CHECK(settled->has_value());
    CHECK_FALSE(desk.ben.log->settle("visit", first_visit, "focus", "Reading")->has_value());
    desk.county.sync(desk.ben);
    desk.county.sync(desk.ada);
    CHECK(desk.ada.conflicts(first_visit) == "");
    CHECK(desk.ben.conflicts(first_visit) == "");
    CHECK(desk.ada.shown("visit", first_visit, "focus") == "Reading");
}

TEST_CASE("An edit that saw only what shows leaves the other version kept") {
    Desk desk;
    desk.ada.write("visit", first_visit, visit_fields());
    desk.county.sync(desk.ada);
    desk.county.sync(desk.ben);
    desk.ada.write("visit", first_visit, {{"focus", "Maths"}});
    desk.ben.write("visit", first_visit, {{"focus", "Reading"}});
    desk.county.sync(desk.ada);
    desk.county.sync(desk.ben);
    desk.ben.write("visit", first_visit, {{"focus", "Reading and writing"}});
    CHECK(desk.ben.conflicts(first_visit) == "focus: Reading and writing (also: Maths)");
}

TEST_CASE("Changes wait in order, within both limits, and one too large for them goes alone") {
    Desk desk;
    desk.ada.write("visit", first_visit, visit_fields());
    desk.ada.write("visit", first_visit, {{"focus", std::string(3000, 'x')}});
    desk.ada.write("visit", first_visit, {{"participants", "The head"}});
    struct Row {
        std::size_t count_max;
        std::size_t bytes_max;
        std::size_t changes;
    };
    const Row rows[] = {{10, 1'000'000, 3}, {2, 1'000'000, 2}, {10, 3000, 1}, {10, 10, 1}, {10, 4100, 2}};
    for (const Row& row : rows) {
        CAPTURE(row.bytes_max);
        const auto changes = desk.ada.log->waiting(row.count_max, row.bytes_max);
        REQUIRE(changes);
        CHECK(changes->size() == row.changes);
        CHECK((*changes)[0].change.fields.contains("urn"));
    }
}

TEST_CASE("A visit is received when every part of it is, and shows the last receipt") {
    Desk desk;
    desk.ada.write("visit", first_visit, visit_fields());
    desk.ada.write("judgement", first_visit + ".leadership",
                   {{"visit", first_visit}, {"aspect", "leadership"}, {"choice", "amber"}});
    desk.ada.write("visit", second_visit, visit_fields());
    CHECK(desk.ada.log->receipt_of(first_visit)->waiting == 2);
    CHECK_FALSE(desk.ada.log->receipt_of(first_visit)->whole());

    desk.county.push_from(desk.ada, 1);
    CHECK(desk.ada.log->receipt_of(first_visit)->waiting == 1);
    CHECK(desk.ada.log->receipt_of(first_visit)->last.has_value());

    desk.clock.pass(60'000);
    const std::vector<Outcome> outcomes = desk.county.push_from(desk.ada, 1);
    desk.ada.restart();
    const auto received = desk.ada.log->receipt_of(first_visit);
    CHECK(received->whole());
    CHECK(received->last->number == outcomes.at(0).receipt.number);
    CHECK(received->last->at == to_iso(desk.clock.now()));
    CHECK(desk.ada.log->counts() == ChangeCounts{.waiting = 1, .refused = 0, .received = 2});
}

TEST_CASE("A refused change is kept with its reason, can be tried again, and stops nothing") {
    Desk desk;
    desk.ada.write("visit", second_visit, visit_fields("900999"));
    desk.ada.write("visit", first_visit, visit_fields());
    const std::vector<Outcome> outcomes = desk.county.push_from(desk.ada);
    CHECK(outcomes.at(0).reason.code == "unknown_school");
    CHECK(outcomes.at(1).answer == Answer::accepted);
    CHECK(desk.ada.log->counts() == ChangeCounts{.waiting = 0, .refused = 1, .received = 1});
    desk.ada.restart();
    const auto refused = desk.ada.log->refused();
    REQUIRE(refused->size() == 1);
    CHECK((*refused)[0].change.entity_id == second_visit);
    CHECK((*refused)[0].reason == outcomes.at(0).reason);
    CHECK(desk.ada.log->receipt_of(second_visit)->refused == 1);
    CHECK(desk.ada.shown("visit", second_visit, "urn") == "900999");

    REQUIRE(desk.ada.log->retry_refused((*refused)[0].change.id));
    CHECK(desk.ada.log->counts()->waiting == 1);
    REQUIRE(desk.county.database->run("UPDATE school SET urn = '900999' WHERE urn = '900002'"));
    CHECK(desk.county.push_from(desk.ada).at(0).answer == Answer::accepted);
    CHECK(desk.ada.log->refused()->empty());
}

TEST_CASE("Everything refused can be tried again at once, in the order it was written") {
    Desk desk;
    desk.ada.write("visit", second_visit, visit_fields("900999"));
    desk.ada.write("judgement", second_visit + ".leadership",
                   {{"visit", second_visit}, {"aspect", "leadership"}, {"choice", "red"}});
    desk.county.push_from(desk.ada);
    CHECK(desk.ada.log->counts()->refused == 2);
    REQUIRE(desk.ada.log->retry_all_refused());
    const auto waiting = desk.ada.log->waiting(10, 1'000'000);
    REQUIRE(waiting->size() == 2);
    CHECK((*waiting)[0].change.entity == "visit");
}

TEST_CASE("An outcome for a change that does not wait is passed over") {
    Desk desk;
    const auto id = desk.ada.write("visit", first_visit, visit_fields());
    const std::vector<Outcome> outcomes = desk.county.push_from(desk.ada);
    const Outcome late{.change = *id, .answer = Answer::refused, .receipt = {}, .reason = {"bad_change", "Too late."}};
    REQUIRE(desk.ada.log->record_outcomes({&late, 1}));
    const Outcome stranger{.change = "nobody", .answer = Answer::accepted, .receipt = {"R-1", "x"}, .reason = {}};
    REQUIRE(desk.ada.log->record_outcomes({&stranger, 1}));
    CHECK(desk.ada.log->counts() == ChangeCounts{.waiting = 0, .refused = 0, .received = 1});
}

TEST_CASE("A page from the county is taken once, however often it comes") {
    Desk desk;
    desk.ada.write("visit", first_visit, visit_fields());
    desk.county.sync(desk.ada);
    const auto page = desk.county.log.changes_after(0, 10);
    REQUIRE(desk.ben.log->apply(*page));
    const std::string before = state_of(*desk.ben.database);
    REQUIRE(desk.ben.log->apply(*page));
    CHECK(state_of(*desk.ben.database) == before);
    CHECK(desk.ben.log->counts() == ChangeCounts{});
    CHECK(desk.ben.log->receipt_of(first_visit)->whole());
}

TEST_CASE("Who wrote a page is known by name from then on, by the newest name") {
    Desk desk;
    const Person ben{ben_id, "Ben Okoye"};
    const Person married{ben_id, "Ben Okoye-Hart"};
    REQUIRE(desk.ada.log->apply({.changes = {}, .cursor = 1, .people = {ben}}));
    desk.ada.restart();
    const PersonStore people(*desk.ada.database);
    CHECK(people.name_of(ben_id) == "Ben Okoye");
    REQUIRE(desk.ada.log->apply({.changes = {}, .cursor = 2, .people = {married}}));
    CHECK(people.name_of(ben_id) == "Ben Okoye-Hart");
    CHECK(people.name_of(ada_id) == "");
}

TEST_CASE("A tablet that lost its store gets its own work back, and its receipts by sending it again") {
    Desk desk;
    desk.ada.write("visit", first_visit, visit_fields());
    desk.ada.write("visit", first_visit, {{"focus", "Maths"}});
    desk.county.sync(desk.ada);
    const auto before = desk.ada.log->receipt_of(first_visit);
    Tablet restored(desk.folder.file("restored.db"), desk.clock, 'a', ada_id);
    desk.county.sync(restored);
    CHECK(restored.shown("visit", first_visit, "focus") == "Maths");
    const std::vector<Outcome> outcomes = desk.county.push_from(restored);
    REQUIRE(outcomes.size() == 2);
    CHECK(outcomes[0].answer == Answer::already_had);
    CHECK(restored.log->receipt_of(first_visit)->last == before->last);
    CHECK(answer(*desk.county.database, "SELECT count(*) FROM change") == "2");
}

TEST_CASE("What a newer program wrote is kept, handed on, and shown once this program knows it") {
    Desk desk;
    Change newer{.id = "0192f3c4-a1b2-7c3d-8e4f-0000000000f1",
                 .device = desk.ben.device,
                 .author = ben_id,
                 .stamp = "0192f3c4a1b20000" + desk.ben.device,
                 .entity = "visit",
                 .entity_id = first_visit,
                 .fields = {}};
    for (const auto& [field, value] : visit_fields()) newer.fields[field] = {value, {}};
    newer.fields["adviser"] = {ben_id, {}};
    newer.fields["weather"] = {{{"rain", true}}, {}};
    const ReceivedChange received{newer.id, newer};
    const auto reply = desk.county.log.accept({&received, 1}, desk.ben.writer());
    CHECK(reply->outcomes.at(0).answer == Answer::accepted);
    desk.county.pull_to(desk.ada);
    CHECK(answer(*desk.ada.database, "SELECT value FROM field_state WHERE field = 'weather'") == "{\"rain\":true}");
    CHECK(desk.county.log.changes_after(0, 10)->changes.at(0).change == newer);
}

TEST_CASE("The derived tables are what the merged fields say") {
    Desk desk;
    desk.ada.write("visit", first_visit, visit_fields());
    desk.ada.write("visit", first_visit, {{"focus", "Maths"}});
    desk.ada.write("evidence_note", first_note, {{"visit", first_visit}, {"aspect", "leadership"}, {"text", "Zoë"}});
    const std::string before = state_of(*desk.ada.database);
    REQUIRE(rebuild_tables(*desk.ada.database));
    CHECK(state_of(*desk.ada.database) == before);
}

TEST_CASE(
    "A refused change that was put aside is kept with its reason, is not counted, and waits only when it is taken up") {
    Desk desk;
    desk.ada.write("visit", first_visit, visit_fields("999999"));
    desk.county.push_from(desk.ada);
    REQUIRE(desk.ada.log->counts()->refused == 1);
    const std::string change = desk.ada.log->refused()->front().change.id;
    REQUIRE(desk.ada.log->put_aside(change));
    CHECK(desk.ada.log->counts() == ChangeCounts{.waiting = 0, .refused = 0, .received = 0, .put_aside = 1});
    CHECK(desk.ada.log->refused()->front().put_aside);
    CHECK(desk.ada.log->refused()->front().reason.code == "unknown_school");
    CHECK(desk.ada.log->receipt_of(first_visit)->refused == 1);  // Its record still says so.
    desk.ada.restart();
    REQUIRE(desk.ada.log->retry_all_refused());
    CHECK(desk.ada.log->counts()->put_aside == 1);
    REQUIRE(desk.ada.log->put_aside("no such change"));
    REQUIRE(desk.ada.log->retry_refused(change));
    CHECK(desk.ada.log->counts() == ChangeCounts{.waiting = 1, .refused = 0, .received = 0, .put_aside = 0});
    desk.county.push_from(desk.ada);
    CHECK(desk.ada.log->counts()->refused == 1);  // Refused once more, it is told once more.
}

TEST_CASE("What waits is exactly what has neither receipt nor refusal") {
    Desk desk;
    desk.ada.write("visit", second_visit, visit_fields("900999"));
    for (int i = 0; i < 5; ++i) {
        desk.ada.write("visit", first_visit, visit_fields());
        desk.ada.write("visit", first_visit, {{"focus", std::to_string(i)}});
        desk.county.push_from(desk.ada, 2);
        CHECK(answer(*desk.ada.database,
                     "SELECT count(*) FROM change LEFT JOIN waiting ON waiting.change = position LEFT JOIN receipt ON "
                     "receipt.change = position LEFT JOIN refusal ON refusal.change = position WHERE (waiting.change "
                     "IS NOT NULL) "
                     "+ (receipt.change IS NOT NULL) + (refusal.change IS NOT NULL) <> 1") == "0");
    }
}

}  // namespace
}  // namespace kitbag
