#include <algorithm>

#include <doctest/doctest.h>

#include "core/storage/note_search.h"
#include "tests/core/storage/stores.h"

using namespace kitbag;

namespace {

struct FilledPool {
    MemoryPool pool;
    SetClock clock;
    SeededRandom random{3};
    std::unique_ptr<PoolVfs> vfs = *PoolVfs::create(pool, clock, random);
    std::unique_ptr<Database> database = *Database::open(pool_options());

    FilledPool() {
        REQUIRE(migrate(*database));
        for (int row = 0; row < 300; ++row)
            REQUIRE(database->run("INSERT INTO setting(name, value) VALUES(?, ?)", "name " + std::to_string(row),
                                  std::string(500, 'a')));
        REQUIRE(database->run("PRAGMA wal_checkpoint(TRUNCATE)"));
    }
};

const auto patient = [] { return true; };

}  // namespace

TEST_CASE("A store that is whole is told as whole, table by table too") {
    FilledPool store;
    CHECK(store.database->check_quickly(patient).value());
    const auto tables = store.database->tables();
    REQUIRE(tables);
    CHECK(std::ranges::contains(*tables, "evidence_note"));
    for (const std::string& table : *tables) {
        CAPTURE(table);
        CHECK(store.database->check_table(table));
    }
}

TEST_CASE("A look for damage ends when it is told to, and says that it has not seen all") {
    FilledPool store;
    int asked = 0;
    const auto whole = store.database->check_quickly([&] { return ++asked < 2; });
    REQUIRE(whole);
    CHECK_FALSE(*whole);
    CHECK(asked == 2);
    CHECK(store.database->check_quickly(patient).value());
}

TEST_CASE("One damaged page anywhere in the store is found, and nothing is changed") {
    FilledPool store;
    const std::size_t pages = store.pool.bytes(PoolFile::database).size() / 4096;
    store.database.reset();
    for (std::size_t page = 1; page < pages; ++page) {
        CAPTURE(page);
        std::uint8_t& byte = store.pool.bytes(PoolFile::database)[page * 4096 + 100];
        byte ^= 1;
        const auto before = store.pool.bytes(PoolFile::database);
        auto database = Database::open(pool_options());
        if (database) {
            const auto whole = (*database)->check_quickly(patient);
            REQUIRE_FALSE(whole);
            CHECK(whole.error().code == "storage_damaged");
        } else {
            CHECK(database.error().code == "storage_damaged");
        }
        CHECK(store.pool.bytes(PoolFile::database) == before);
        byte ^= 1;
    }
    CHECK(pages > 40);
}

TEST_CASE("The index of notes is brought together step by step, and then there is nothing to do") {
    FilledPool store;
    for (int note = 0; note < 200; ++note)
        REQUIRE(store.database->run("INSERT INTO note_words(rowid, text) VALUES(?, ?)", note + 1,
                                    "quiet reading " + std::to_string(note)));
    NoteSearch search(*store.database);
    int steps = 0;
    for (auto more = search.tidy(); more && *more; more = search.tidy()) REQUIRE(++steps < 100);
    CHECK(steps > 0);
    CHECK(answer(*store.database, "PRAGMA secure_delete") == "1");  // As before: what is removed is written over.
}

TEST_CASE("None of a hundred saved notes waits for the index to be brought together") {
    FilledPool store;
    const auto changes = [&] { return std::stoi(answer(*store.database, "SELECT total_changes()")); };
    int most = 0;
    for (int note = 0; note < 100; ++note) {
        const int before = changes();
        REQUIRE(store.database->run("INSERT INTO note_words(rowid, text) VALUES(?, 'quiet reading')", note + 1));
        most = std::max(most, changes() - before);
    }
    CHECK(most < 10);  // Rows of the index; bringing sixteen pieces together changes more.
}
