#include <algorithm>

#include "tests/sync/tablets.h"

namespace kitbag {
namespace {

// Two advisers and a county. Each row of a story is something that one of them does; the order of the two tablets' own
// rows is kept, everything else may happen in any order.
struct Desk {
    TemporaryFolder folder;
    SetClock clock;
    Tablet ada{folder.file("ada.db"), clock, 'a', ada_id};
    Tablet ben{folder.file("ben.db"), clock, 'b', ben_id};
    County county{clock, folder.file("county.db")};

    Desk() {
        ada.write("visit", first_visit, visit_fields());
        county.sync(ada);
        county.sync(ben);
    }

    void perform(Tablet& tablet, int step) {
        const bool is_ada = &tablet == &ada;
        clock.pass(1);
        switch (step) {
            case 0:
                tablet.write("visit", first_visit, {{"focus", is_ada ? "Maths" : "Reading"}});
                break;
            case 1:
                county.push_from(tablet);
                break;
            case 2:
                county.pull_to(tablet, 2);
                break;
            default:
                tablet.write(
                    "judgement", first_visit + ".leadership",
                    {{"visit", first_visit}, {"aspect", "leadership"}, {"choice", is_ada ? "amber" : "green"}});
        }
    }

    void settle() {
        for (Tablet* tablet : {&ada, &ben, &ada}) county.sync(*tablet);
    }
};

constexpr int steps_each = 4;

TEST_CASE("In every order in which two tablets write and sync, all three come to the same record and nothing is lost") {
    // 'a' and 'b': whose turn it is. Every arrangement of four turns each.
    std::string turns = std::string(steps_each, 'a') + std::string(steps_each, 'b');
    int orders = 0;
    do {
        CAPTURE(turns);
        Desk desk;
        int next_of_ada = 0;
        int next_of_ben = 0;
        for (const char turn : turns) {
            if (turn == 'a') desk.perform(desk.ada, next_of_ada++);
            if (turn == 'b') desk.perform(desk.ben, next_of_ben++);
        }
        desk.settle();
        const std::string state = state_of(*desk.county.database);
        REQUIRE(state_of(*desk.ada.database) == state);
        REQUIRE(state_of(*desk.ben.database) == state);
        const std::string conflicts = desk.ada.conflicts(first_visit);
        REQUIRE(conflicts == desk.ben.conflicts(first_visit));
        // Both wrote the focus: whoever saw the other's words replaced them knowingly; else both are kept.
        const std::string all = conflicts + desk.ada.shown("visit", first_visit, "focus");
        const bool replaced_knowingly =
            answer(*desk.county.database,
                   "SELECT count(*) FROM field_state WHERE field = 'focus' AND superseded <> ''") == "1";
        REQUIRE((replaced_knowingly || (all.contains("Maths") && all.contains("Reading"))));
        REQUIRE(answer(*desk.county.database, "SELECT count(*) FROM change") == "5");
        REQUIRE(desk.ada.log->counts()->waiting == 0);
        REQUIRE(desk.ben.log->counts()->waiting == 0);
        ++orders;
    } while (std::ranges::next_permutation(turns).found);
    CHECK(orders == 70);
}

TEST_CASE("Two edits that did not see each other are both kept, on both tablets and at the county") {
    Desk desk;
    desk.ada.write("visit", first_visit, {{"focus", "Maths"}});
    desk.clock.pass(1);
    desk.ben.write("visit", first_visit, {{"focus", "Reading"}});
    desk.settle();
    CHECK(desk.ada.conflicts(first_visit) == "focus: Reading (also: Maths)");
    CHECK(desk.ben.conflicts(first_visit) == "focus: Reading (also: Maths)");
    CHECK(desk.ada.shown("visit", first_visit, "focus") == "Reading");
}

TEST_CASE("An answer that was lost on its way costs nothing: the same batch again gives the same receipts") {
    Desk desk;
    desk.ada.write("visit", first_visit, {{"focus", "Maths"}});
    const auto batch = desk.ada.log->waiting(10, 1'000'000);
    std::vector<ReceivedChange> received;
    for (const CarriedChange& each : *batch) received.push_back({each.change.id, each.change});
    const auto lost =
        desk.county.log.accept(received, desk.ada.writer());  // The county stored it; the tablet never heard.
    REQUIRE(lost);
    desk.ada.restart();
    const std::vector<Outcome> again = desk.county.push_from(desk.ada);
    REQUIRE(again.size() == 1);
    CHECK(again[0].answer == Answer::already_had);
    CHECK(again[0].receipt == lost->outcomes.at(0).receipt);
}

TEST_CASE("Clocks years apart still give one record") {
    TemporaryFolder folder;
    SetClock right;
    SetClock wrong(right.now() - 5 * 365 * 24 * 3600 * Instant{1000});
    Tablet ada(folder.file("ada.db"), right, 'a', ada_id);
    Tablet ben(folder.file("ben.db"), wrong, 'b', ben_id);
    County county(right, folder.file("county.db"));
    ada.write("visit", first_visit, visit_fields());
    ada.write("visit", first_visit, {{"focus", "Maths"}});
    county.sync(ada);
    county.sync(ben);
    ben.write("visit", first_visit, {{"focus", "Maths and reading"}});
    county.sync(ben);
    county.sync(ada);
    CHECK(ada.shown("visit", first_visit, "focus") == "Maths and reading");
    CHECK(ada.conflicts(first_visit) == "");
    CHECK(state_of(*ada.database) == state_of(*ben.database));
}

TEST_CASE("What was written while a clock was years ahead goes to the county when it is right again") {
    TemporaryFolder folder;
    SetClock right;
    SetClock clock(right.now());
    Tablet ada(folder.file("ada.db"), clock, 'a', ada_id);
    County county(right, folder.file("county.db"));
    ada.write("visit", first_visit, visit_fields());
    county.sync(ada);
    clock.pass(3 * 365 * 24 * 3600 * Instant{1000});
    ada.write("visit", first_visit, {{"focus", "Maths"}});
    ada.write("visit", first_visit, {{"focus", "Maths and reading"}});
    // Written once: it cannot be written anew under its name, and must hold nothing else back.
    ada.write("forum_note", first_note,
              {{"urn", "900001"}, {"service", "Family Service"}, {"text", "Heard."}, {"by", ada_id}});
    county.sync(ada);
    CHECK(ada.log->counts()->refused == 3);
    clock.set(right.now());
    CHECK(ada.log->write_anew() == 2);
    CHECK(ada.shown("visit", first_visit, "focus") == "Maths and reading");
    ada.restart();
    for (const Outcome& outcome : county.push_from(ada)) CHECK(outcome.answer == Answer::accepted);
    CHECK(answer(*county.database, "SELECT focus FROM visit") == "Maths and reading");
    CHECK(ada.conflicts(first_visit) == "");
    CHECK(ada.log->write_anew() == 0);
    CHECK(ada.log->counts() == ChangeCounts{.waiting = 0, .refused = 1, .received = 3});
}

}  // namespace

TEST_CASE(
    "A county that has a tablet's last received change again, and not the one before, is known to have been put back") {
    Desk desk;
    desk.ada.write("visit", first_visit, visit_fields());
    desk.ada.write("visit", first_visit, {{"focus", "Maths"}});
    desk.county.push_from(desk.ada);
    const KnownHistory known{.received = desk.ada.log->last_received().value(), .chain = {}};
    CHECK(desk.county.log.check_history(known));

    const CarriedChange last = desk.county.log.changes_after(1, 10)->changes.at(0);
    REQUIRE(last.change.id == known.received.change);
    const TemporaryFolder elsewhere;
    County older(desk.clock, elsewhere.file("county.db"));  // From before anything had come.
    const ReceivedChange given_back{last.change.id, last.change, last.proof};
    REQUIRE(older.log.accept({&given_back, 1}, desk.ben.writer())->outcomes.at(0).answer == Answer::accepted);
    const auto told = older.log.check_history(known);
    REQUIRE_FALSE(told);
    CHECK(told.error().code == "county_restored");

    REQUIRE(desk.ada.log->doubt_county());
    CHECK(desk.ada.log->last_received()->chain == "");  // It was the lost log's.
}

}  // namespace kitbag
