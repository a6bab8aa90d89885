#include "tests/core/storage/stores.h"

namespace kitbag {
namespace {

constexpr int commits = 12;

// What a tablet does: opens its store, makes the tables, and commits one note after another, each a few pages. Tells
// how many commits were promised.
int work(MemoryPool& pool, const Clock& clock, Random& random) {
    const auto vfs = PoolVfs::create(pool, clock, random);
    REQUIRE(vfs);
    const auto database = Database::open(pool_options());
    if (!database || !migrate(**database)) return 0;
    int promised = 0;
    for (int i = 0; i < commits; ++i) {
        auto transaction = Transaction::begin(**database);
        if (!transaction) break;
        const std::string value(5000, static_cast<char>('a' + i));
        if (!(*database)->run("INSERT INTO setting (name, value) VALUES (?, ?)", i, value)) break;
        if (!(*database)->run("UPDATE setting SET value = value || 'z' WHERE name = '0'")) break;
        if (!transaction->commit()) break;
        ++promised;
    }
    return promised;
}

// Opens what is left, and says how many commits are there. Every one is whole, and none is there without those before
// it.
int found_after(MemoryPool& pool, const Clock& clock, Random& random) {
    const auto vfs = PoolVfs::create(pool, clock, random);
    REQUIRE(vfs);
    const auto database = Database::open(pool_options());
    REQUIRE(database);
    REQUIRE(migrate(**database));
    CHECK(answer(**database, "PRAGMA integrity_check") == "ok");
    const int found = std::stoi(answer(**database, "SELECT count(*) FROM setting"));
    if (found > 0) {
        CHECK(answer(**database, "SELECT max(CAST(name AS INTEGER)) FROM setting") == std::to_string(found - 1));
        CHECK(answer(**database, "SELECT length(value) FROM setting WHERE name = '0'") == std::to_string(5000 + found));
    }
    return found;
}

// Tries the trouble at every operation of the work in turn, until the work passes without meeting it.
void try_everywhere(Trouble trouble, std::uint64_t seed) {
    SetClock clock;
    SeededRandom random(seed);
    int operation = 1;
    for (bool met = true; met; ++operation) {
        CAPTURE(operation);
        MemoryPool pool;
        pool.trouble_at(operation, trouble);
        const int promised = work(pool, clock, random);
        met = pool.had_trouble();
        pool.power_off(random);
        const int found = found_after(pool, clock, random);
        CHECK(found >= promised);
        CHECK(found <= promised + 1);  // One whose commit was under way may be there, but whole.
    }
    CHECK(operation > 3 * commits);  // The trouble did go everywhere.
}

TEST_CASE("Whatever operation fails, all that was committed is there after the power went") {
    SUBCASE("when there was no room once") {
        try_everywhere(Trouble::full_once, 1);
    }
    SUBCASE("when the handle was lost") {
        try_everywhere(Trouble::lost_for_good, 2);
    }
    SUBCASE("when half a write arrived and the handle was lost") {
        try_everywhere(Trouble::torn_then_lost, 3);
    }
}

TEST_CASE("The power may go between any two operations, whatever became of unflushed writes") {
    SetClock clock;
    for (std::uint64_t seed = 100; seed < 130; ++seed) {
        CAPTURE(seed);
        SeededRandom random(seed);
        MemoryPool pool;
        pool.trouble_at(static_cast<int>(1 + random.below(90)), Trouble::lost_for_good);
        const int promised = work(pool, clock, random);
        pool.power_off(random);
        CHECK(found_after(pool, clock, random) >= promised);
    }
}

TEST_CASE("After a full disk has room again, saving goes on in the same session") {
    SetClock clock;
    SeededRandom random;
    MemoryPool pool;
    const auto vfs = PoolVfs::create(pool, clock, random);
    REQUIRE(vfs);
    const auto database = Database::open(pool_options());
    REQUIRE(database);
    REQUIRE(migrate(**database));
    const auto save = [&](std::string_view name) {
        return (*database)->run("INSERT INTO setting (name, value) VALUES (?, ?)", name, std::string(9000, 'x'));
    };
    REQUIRE(save("before"));
    pool.trouble_at(1, Trouble::full_once);
    const Result<void> full = save("during");
    REQUIRE_FALSE(full);
    CHECK(full.error().code == "storage_full");
    CHECK(save("after"));
    CHECK(answer(**database, "SELECT group_concat(name) FROM (SELECT name FROM setting ORDER BY name)") ==
          "after,before");
}

// The handles go at that operation, and come back by themselves while the store stays open; what was not flushed is in any state.
// Tells whether there were as many operations.
bool lose_and_find_again(int operation, Trouble trouble) {
    SetClock clock;
    SeededRandom random(static_cast<std::uint64_t>(operation));
    MemoryPool pool;
    std::string wanted;
    bool met = false;
    {
        const auto vfs = PoolVfs::create(pool, clock, random);
        const auto database = Database::open(pool_options()).value();
        REQUIRE(migrate(*database));
        pool.trouble_at(operation, trouble);
        for (int i = 0; i < 40; ++i) {
            const std::string name(1, static_cast<char>('A' + i));
            const auto save = [&] {
                return database->run(
                    "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET "
                    "value = excluded.value",
                    name, std::string(9000, 'x'));
            };
            if (!save()) {
                met = true;
                pool.power_off(random);
                REQUIRE(save());  // As the app does, which still has the text.
            }
            wanted += name;
            if (i % 10 == 9 && !database->checkpoint()) {
                met = true;
                pool.power_off(random);
                REQUIRE(database->checkpoint());
            }
        }
        CHECK(answer(*database, "PRAGMA integrity_check") == "ok");
    }
    pool.power_off(random);
    const auto vfs = PoolVfs::create(pool, clock, random);
    const auto database = Database::open(pool_options()).value();
    CHECK(answer(*database, "PRAGMA integrity_check") == "ok");
    CHECK(answer(*database, "SELECT group_concat(name, '') FROM (SELECT name FROM setting ORDER BY name)") == wanted);
    return met;
}

TEST_CASE("Handles that are lost anywhere and opened again leave the open store whole, and saving goes on in it") {
    for (const Trouble trouble : {Trouble::lost_for_good, Trouble::torn_then_lost}) {
        int operation = 1;
        for (bool met = true; met; ++operation) {
            CAPTURE(operation);
            met = lose_and_find_again(operation, trouble);
        }
        CHECK(operation > 80);  // It went everywhere.
    }
}

TEST_CASE("A store whose handle is lost says so for every later save") {
    SetClock clock;
    SeededRandom random;
    MemoryPool pool;
    const auto vfs = PoolVfs::create(pool, clock, random);
    REQUIRE(vfs);
    const auto database = Database::open(pool_options());
    REQUIRE(database);
    REQUIRE(migrate(**database));
    pool.trouble_at(1, Trouble::lost_for_good);
    for (int i = 0; i < 3; ++i) {
        const Result<void> saved = (*database)->run("INSERT INTO setting (name, value) VALUES (?, 'x')", i);
        REQUIRE_FALSE(saved);
        CHECK(saved.error().code == "storage_lost");
    }
}

}  // namespace
}  // namespace kitbag
