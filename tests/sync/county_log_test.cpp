#include "sync/change_log/county_log.h"

#include "tests/sync/county_desk.h"

namespace kitbag {
namespace {

const Writer bens_tablet{"00000000000000bb", ben_id, StaffRole::adviser};

TEST_CASE("The county refuses what cannot be part of its record, one by one") {
    Desk desk;
    CHECK(desk.accept(desk.change("visit", first_visit, visit_fields())).answer == Answer::accepted);
    CHECK(desk.accept(desk.change("evidence_note", first_note, {{"visit", first_visit}, {"text", "x"}})).answer ==
          Answer::accepted);
    struct Row {
        const char* what;
        const char* entity;
        std::string id;
        FieldValues values;
        const char* answer;
    };
    const std::string new_note = "0192f3c4-a1b2-7c3d-8e4f-0000000000a2";
    const Row rows[] = {
        {"a later edit", "visit", first_visit, {{"focus", "Maths"}}, "accepted"},
        {"a field of tomorrow", "visit", first_visit, {{"weather", "rain"}}, "accepted"},
        {"a judgement", "judgement", first_visit + ".leadership", {{"choice", "amber"}}, "accepted"},
        {"a note's later edit", "evidence_note", first_note, {{"text", "y"}}, "accepted"},
        {"no such school", "visit", second_visit, visit_fields("900999"), "unknown_school"},
        {"a visit never begun", "visit", second_visit, {{"focus", "Maths"}}, "unknown_visit"},
        {"a judgement of it", "judgement", second_visit + ".leadership", {{"choice", "amber"}}, "unknown_visit"},
        {"a note in it", "evidence_note", new_note, {{"visit", second_visit}, {"text", "x"}}, "unknown_visit"},
        {"a note in none", "evidence_note", new_note, {{"text", "x"}}, "unknown_visit"},
        {"another kind of record", "weather", first_visit, {{"rain", "yes"}}, "unknown_entity"},
        {"a word that is no choice", "judgement", first_visit + ".leadership", {{"choice", "purple"}}, "bad_field"},
        {"a day that is none", "visit", first_visit, {{"date", "2026-02-30"}}, "bad_field"},
        {"an id that cannot be", "judgement", first_visit, {{"choice", "amber"}}, "bad_change"},
        {"a judgement under another's id",
         "judgement",
         first_visit + ".leadership",
         {{"visit", second_visit}},
         "bad_change"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        const std::string before = state_of(*desk.county.database);
        const Outcome outcome = desk.accept(desk.change(row.entity, row.id, row.values));
        CHECK(word(outcome) == row.answer);
        if (outcome.answer == Answer::refused) {
            CHECK(state_of(*desk.county.database) == before);
            CHECK(outcome.reason.sentence.size() > 20);
        }
    }
}

TEST_CASE("A change from the future is refused by more than a day, and not by less") {
    struct Row {
        Instant ahead_ms;
        const char* answer;
    };
    const Row rows[] = {{future_allowed_ms, "accepted"},
                        {future_allowed_ms + 1, "from_the_future"},
                        {-future_allowed_ms * 400, "accepted"}};
    for (const Row& row : rows) {
        CAPTURE(row.ahead_ms);
        Desk desk;
        Change change = desk.change("visit", first_visit, visit_fields());
        change.stamp = HybridClock(desk.device).next(desk.clock.now() + row.ahead_ms);
        CHECK(word(desk.accept(change)) == row.answer);
    }
}

TEST_CASE("Only the tablet that wrote a change may send it") {
    Desk desk;
    const Change change = desk.change("visit", first_visit, visit_fields());
    CHECK(word(desk.accept(change, bens_tablet)) == "not_yours");
    CHECK(desk.count() == "0");
    CHECK(word(desk.accept(change)) == "accepted");
    CHECK(word(desk.accept(change, bens_tablet)) == "not_yours");
}

TEST_CASE("Nobody writes in another's name, and an officer records no visits") {
    Desk desk;
    CHECK(word(desk.accept(desk.change("visit", first_visit, visit_fields()))) == "accepted");
    struct Row {
        const char* what;
        Id author;
        StaffRole role;
        const char* answer;
    };
    const Row rows[] = {
        {"an adviser", ada_id, StaffRole::adviser, "accepted"},
        {"an early years adviser", ada_id, StaffRole::early_years_adviser, "accepted"},
        {"the head of early years", ada_id, StaffRole::head_of_early_years, "accepted"},
        {"an officer", ada_id, StaffRole::officer, "not_allowed"},
        {"another's name", ben_id, StaffRole::adviser, "not_yours"},
        {"another's name, by an officer", ben_id, StaffRole::officer, "not_yours"},
    };
    for (const Row& row : rows) {
        for (Change change : {desk.change("visit", first_visit, {{"focus", "Maths"}}),
                              desk.change("judgement", first_visit + ".leadership", {{"choice", "amber"}}),
                              desk.change("evidence_note", first_note, {{"visit", first_visit}, {"text", "x"}})}) {
            CAPTURE(row.what);
            CAPTURE(change.entity);
            change.author = row.author;
            const std::string before = desk.count();
            CHECK(word(desk.accept(change, {desk.device, ada_id, row.role})) == row.answer);
            CHECK((desk.count() == before) == (row.answer != std::string("accepted")));
        }
    }
}

TEST_CASE("The same change sent again has the same receipt and changes nothing") {
    Desk desk;
    const Change change = desk.change("visit", first_visit, visit_fields());
    const Outcome first = desk.accept(change);
    CHECK(first.receipt.number == receipt_number(1, change.id));
    const std::string before = state_of(*desk.county.database);
    desk.clock.pass(60'000);
    REQUIRE(desk.county.database->run("DELETE FROM school"));
    const Outcome again = desk.accept(change);
    CHECK(again.answer == Answer::already_had);
    CHECK(again.receipt == first.receipt);
    CHECK(state_of(*desk.county.database) == before);
    CHECK(desk.count() == "1");
}

TEST_CASE("The same id with other content is refused, and the first stays") {
    Desk desk;
    const Change change = desk.change("visit", first_visit, visit_fields());
    desk.accept(change);
    const std::string before = state_of(*desk.county.database);
    Change other = change;
    SUBCASE("another value") {
        other.fields["focus"] = {"Maths", {}};
    }
    SUBCASE("another base") {
        other.fields["date"].base = {std::string(32, '0')};
    }
    SUBCASE("another author") {
        other.author = ben_id;
    }
    CHECK(word(desk.accept(other)) == "bad_change");
    CHECK(state_of(*desk.county.database) == before);
}

TEST_CASE("A batch is answered in its order, and what is refused in it stops none of the rest") {
    Desk desk;
    const Change visit = desk.change("visit", first_visit, visit_fields());
    const Change judgement = desk.change("judgement", first_visit + ".leadership", {{"choice", "amber"}});
    const Change stray = desk.change("visit", second_visit, {{"focus", "x"}});
    const std::vector<ReceivedChange> batch = {
        {judgement.id, judgement}, {visit.id, visit}, {"odd", fault("bad_change", "This cannot be read.")},
        {stray.id, stray},         {visit.id, visit}, {judgement.id, judgement}};
    const auto reply = desk.county.log.accept(batch, desk.ada);
    REQUIRE(reply);
    std::string words;
    for (const Outcome& outcome : reply->outcomes) words += word(outcome) + " ";
    CHECK(words == "unknown_visit accepted bad_change unknown_visit already_had accepted ");
    CHECK(reply->outcomes[2].change == "odd");
}

TEST_CASE("Pages hand on every change once, in order, and end") {
    Desk desk;
    desk.accept(desk.change("visit", first_visit, visit_fields()));
    for (int i = 0; i < 6; ++i) desk.accept(desk.change("visit", first_visit, {{"focus", std::to_string(i)}}));
    for (const int limit : {1, 2, 3, 6, 7, 8, 500}) {
        CAPTURE(limit);
        std::vector<Id> ids;
        std::int64_t cursor = 0;
        bool more = true;
        while (more) {
            const auto page = desk.county.log.changes_after(cursor, limit);
            REQUIRE(page);
            REQUIRE(page->changes.size() <= static_cast<std::size_t>(limit));
            for (const CarriedChange& each : page->changes) ids.push_back(each.change.id);
            cursor = page->cursor;
            more = page->more;
        }
        CHECK(ids.size() == 7);
        CHECK(std::ranges::is_sorted(ids));
        const auto last = desk.county.log.changes_after(cursor, limit);
        CHECK(last->changes.empty());
        CHECK(last->cursor == cursor);
        CHECK_FALSE(last->more);
    }
}

TEST_CASE("A page of long texts ends early, and the next goes on from there") {
    Desk desk;
    desk.accept(desk.change("visit", first_visit, visit_fields()));
    std::string text;
    for (int i = 0; i < 100'000; ++i) text += "文";
    for (int i = 0; i < 20; ++i) desk.accept(desk.change("visit", first_visit, {{"focus", text.substr(3)}}));
    const auto first = desk.county.log.changes_after(0, 500);
    REQUIRE(first);
    CHECK(first->more);
    CHECK(first->changes.size() < 20);
    const auto second = desk.county.log.changes_after(first->cursor, 500);
    CHECK(first->changes.size() + second->changes.size() == 21);
    CHECK_FALSE(second->more);
}

TEST_CASE("A record's history is every change of it, in order") {
    Desk desk;
    const Change begun = desk.change("visit", first_visit, visit_fields());
    const Change edited = desk.change("visit", first_visit, {{"focus", "Maths"}});
    desk.accept(begun);
    desk.accept(desk.change("judgement", first_visit + ".leadership", {{"choice", "amber"}}));
    desk.accept(edited);
    CHECK(history_at_county(*desk.county.database, "visit", first_visit).value() == std::vector{begun, edited});
}

}  // namespace
}  // namespace kitbag
