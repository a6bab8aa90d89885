#include "core/storage/pool_vfs.h"

#include "tests/core/storage/stores.h"

namespace kitbag {
namespace {

constexpr std::string_view secret_words = "wrote of the pond behind the hall";

struct PoolStore {
    MemoryPool pool;
    SetClock clock;
    SeededRandom random;
    std::unique_ptr<PoolVfs> vfs = PoolVfs::create(pool, clock, random).value();

    Result<std::unique_ptr<Database>> open(const DatabaseKey& key = test_key()) {
        return Database::open(pool_options(key));
    }
};

Result<void> fill(Database& database, int rows) {
    for (int i = 0; i < rows; ++i) {
        const std::string value = std::string(secret_words) + std::string(3000, 'x') + std::to_string(i);
        Result<void> written =
            database.run("INSERT INTO setting (name, value) VALUES (?, ?)", std::to_string(i), value);
        if (!written) return written;
    }
    return {};
}

TEST_CASE("A store over a pool keeps what was written") {
    PoolStore store;
    SUBCASE("and writes arrive whole") {}
    SUBCASE("and each write stops after 1,000 bytes") {
        store.pool.write_at_most(1000);
    }
    {
        const auto database = store.open();
        REQUIRE(database);
        REQUIRE(migrate(**database));
        REQUIRE(fill(**database, 60));
    }
    const auto again = store.open();
    REQUIRE(again);
    CHECK(answer(**again, "SELECT count(*) FROM setting") == "60");
    CHECK(answer(**again, "PRAGMA integrity_check") == "ok");
}

TEST_CASE("Nothing of what is written lies readable in the pool, and the start-up check agrees") {
    PoolStore store;
    const auto database = store.open();
    REQUIRE(database);
    REQUIRE(migrate(**database));
    REQUIRE(fill(**database, 20));
    CHECK(assert_encrypted(store.pool));
    CHECK_FALSE(store.pool.holds(secret_words));
    CHECK_FALSE(store.pool.holds("SQLite format 3"));
    CHECK_FALSE(store.pool.holds("evidence_note"));
}

TEST_CASE("The start-up check refuses a store that is plain or not there") {
    struct Row {
        const char* what;
        bool keyed;
        bool opened;
        bool encrypted;
    };
    const Row rows[] = {
        {"encrypted", true, true, true}, {"plain", false, true, false}, {"never written", true, false, false}};
    for (const Row& row : rows) {
        CAPTURE(row.what);
        PoolStore store;
        if (row.opened) {
            DatabaseOptions options = pool_options();
            if (!row.keyed) options.key.reset();
            const auto database = Database::open(options);
            REQUIRE(database);
            REQUIRE(migrate(**database));
        }
        const Result<void> checked = assert_encrypted(store.pool);
        CHECK(checked.has_value() == row.encrypted);
        if (!checked) CHECK(checked.error().code == "not_encrypted");
    }
}

TEST_CASE("Another key opens nothing and changes nothing") {
    PoolStore store;
    {
        const auto database = store.open();
        REQUIRE(database);
        REQUIRE(migrate(**database));
    }
    const std::vector<std::uint8_t> before = store.pool.bytes(PoolFile::database);
    const auto wrong = store.open(test_key(8));
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().code == "storage_damaged");
    CHECK(store.pool.bytes(PoolFile::database) == before);
    CHECK(store.open());
}

TEST_CASE("A byte changed in the stored file is noticed") {
    PoolStore store;
    {
        const auto database = store.open();
        REQUIRE(database);
        REQUIRE(migrate(**database));
        REQUIRE(fill(**database, 200));
    }
    std::vector<std::uint8_t>& bytes = store.pool.bytes(PoolFile::database);
    bytes[bytes.size() / 2] ^= 1;
    const auto database = store.open();
    REQUIRE(database);
    Statement all = (*database)->query("SELECT sum(length(value)) FROM setting");
    const Result<bool> row = all.step();
    REQUIRE_FALSE(row);
    CHECK(row.error().code == "storage_damaged");
}

TEST_CASE("The pool opens its own files and refuses every other name") {
    struct Row {
        const char* name;
        bool opens;
    };
    const Row rows[] = {{"kitbag.db", true}, {"kitbag.key", false},   {"kitbag.label", false},
                        {"other.db", false}, {"../kitbag.db", false}, {"", false}};
    PoolStore store;
    for (const Row& row : rows) {
        CAPTURE(row.name);
        DatabaseOptions options = pool_options();
        options.file_name = row.name;
        CHECK(Database::open(options).has_value() == row.opens);
    }
}

TEST_CASE("Without exclusive locking a pool cannot have a write-ahead log, and says so") {
    PoolStore store;
    DatabaseOptions options = pool_options();
    options.sharing = Sharing::shared;
    const auto database = Database::open(options);
    REQUIRE_FALSE(database);
    CHECK(database.error().code == "storage_refused");
}

TEST_CASE("SQLite's clock and chance over a pool are those it was given") {
    PoolStore store;
    store.clock.set(1'795'442'525'123);
    const auto database = store.open();
    REQUIRE(database);
    CHECK(answer(**database, "SELECT CURRENT_TIMESTAMP") == "2026-11-23 14:02:05");
}

}  // namespace
}  // namespace kitbag
