#include "core/storage/pool_vfs.h"

#include <map>

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

constexpr std::size_t page_bytes = 4096;
constexpr std::size_t log_header_bytes = 32;
constexpr std::size_t frame_header_bytes = 24;

// SQLite's file format, 4.1 "WAL File Format": the first four bytes before each page are its number. The last of a page counts.
std::map<std::uint32_t, std::vector<std::uint8_t>> pages_of_log(const std::vector<std::uint8_t>& log) {
    std::map<std::uint32_t, std::vector<std::uint8_t>> pages;
    std::size_t at = log_header_bytes;
    for (; at + frame_header_bytes + page_bytes <= log.size(); at += frame_header_bytes + page_bytes) {
        const std::uint32_t page = std::uint32_t{log[at]} << 24 | std::uint32_t{log[at + 1]} << 16 |
                                   std::uint32_t{log[at + 2]} << 8 | std::uint32_t{log[at + 3]};
        const auto begin = log.begin() + static_cast<std::ptrdiff_t>(at + frame_header_bytes);
        pages[page].assign(begin, begin + static_cast<std::ptrdiff_t>(page_bytes));
    }
    return pages;
}

std::vector<std::uint8_t> page_of(const std::vector<std::uint8_t>& database, std::uint32_t page) {
    const auto begin = database.begin() + static_cast<std::ptrdiff_t>((page - 1) * page_bytes);
    return {begin, begin + static_cast<std::ptrdiff_t>(page_bytes)};
}

TEST_CASE("What the log holds is copied into the database as it lies, and is whole there") {
    PoolStore store;
    {
        const auto database = store.open();
        REQUIRE(database);
        REQUIRE(migrate(**database));
        REQUIRE((*database)->checkpoint());
        REQUIRE(fill(**database, 60));
        REQUIRE((*database)->run("UPDATE setting SET value = value || '.' WHERE name < '3'"));
        const auto pages = pages_of_log(store.pool.bytes(PoolFile::wal));
        REQUIRE(pages.size() > 60);
        REQUIRE(pages.contains(1));
        REQUIRE((*database)->checkpoint());
        for (const auto& [page, bytes] : pages) {
            CAPTURE(page);
            CHECK(page_of(store.pool.bytes(PoolFile::database), page) == bytes);
        }
        REQUIRE((*database)->run("UPDATE setting SET value = value || '.' WHERE name >= '3'"));
    }
    const auto again = store.open();
    REQUIRE(again);
    CHECK(answer(**again, "SELECT count(*) FROM setting WHERE value LIKE '%.'") == "60");
    CHECK(answer(**again, "PRAGMA integrity_check") == "ok");
}

TEST_CASE("A page that was changed in the log is not copied into the database") {
    PoolStore store;
    const auto database = store.open();
    REQUIRE(database);
    REQUIRE(migrate(**database));
    REQUIRE(fill(**database, 20));
    REQUIRE((*database)->checkpoint());
    REQUIRE((*database)->run("UPDATE setting SET value = 'new'"));
    const std::vector<std::uint8_t> before = store.pool.bytes(PoolFile::database);
    std::vector<std::uint8_t>& log = store.pool.bytes(PoolFile::wal);
    const std::uint32_t page = pages_of_log(log).rbegin()->first;
    std::size_t place = 0;
    SUBCASE("in what it says") {
        place = 100;
    }
    SUBCASE("in its mark") {
        place = page_bytes - 1;
    }
    log[log.size() - page_bytes + place] ^= 1;
    const Result<void> copied = (*database)->checkpoint();
    REQUIRE_FALSE(copied);
    CHECK(copied.error().code == "storage_damaged");
    CHECK(page_of(store.pool.bytes(PoolFile::database), page) == page_of(before, page));
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
