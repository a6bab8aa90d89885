#include "core/storage/gathered_writes.h"

#include "tests/core/storage/stores.h"

namespace kitbag {
namespace {

// Counts what reaches the pool.
class Counting final : public FilePool {
  public:
    PoolResult<std::size_t> read(PoolFile file, std::int64_t offset, std::span<std::uint8_t> into) override {
        return pool.read(file, offset, into);
    }
    PoolResult<std::size_t> write(PoolFile file, std::int64_t offset, std::span<const std::uint8_t> bytes) override {
        ++writes;
        return pool.write(file, offset, bytes);
    }
    PoolResult<void> truncate(PoolFile file, std::int64_t size) override { return pool.truncate(file, size); }
    PoolResult<void> flush(PoolFile file) override { return pool.flush(file); }
    PoolResult<std::int64_t> size(PoolFile file) override { return pool.size(file); }

    MemoryPool pool;
    int writes = 0;
};

std::vector<std::uint8_t> some_bytes(SeededRandom& chance, std::uint64_t most) {
    std::vector<std::uint8_t> bytes(1 + chance.below(most));
    chance.fill(bytes);
    return bytes;
}

std::vector<std::uint8_t> read(FilePool& pool, PoolFile file, std::int64_t offset, std::size_t count) {
    std::vector<std::uint8_t> bytes(count, 0xee);
    const auto got = pool.read(file, offset, bytes);
    REQUIRE(got);
    bytes.resize(*got);
    return bytes;
}

void write(FilePool& pool, PoolFile file, std::int64_t offset, std::span<const std::uint8_t> bytes) {
    REQUIRE(write_fully(pool, file, offset, bytes));
}

TEST_CASE("A commit of many pages reaches the files as one write") {
    Counting counting;
    SetClock clock;
    SeededRandom random;
    const auto vfs = PoolVfs::create(counting, clock, random);
    REQUIRE(vfs);
    const auto database = Database::open(pool_options());
    REQUIRE(database);
    REQUIRE(migrate(**database));
    REQUIRE((*database)->run("INSERT INTO setting (name, value) VALUES ('first', 'x')"));
    counting.writes = 0;
    REQUIRE((*database)->run("INSERT INTO setting (name, value) VALUES ('second', ?)", std::string(60'000, 'x')));
    CHECK(counting.writes == 1);
}

TEST_CASE("Files read the same as if every write had been handed on at once, and are the same after a flush") {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        CAPTURE(seed);
        SeededRandom chance(seed);
        MemoryPool under, plain;
        GatheredWrites gathered(under);
        std::int64_t next = 0;  // Most writes lie behind the one before.
        for (int step = 0; step < 120; ++step) {
            CAPTURE(step);
            const auto file = static_cast<PoolFile>(chance.below(3));
            const auto place = static_cast<std::int64_t>(chance.below(40'000));
            switch (chance.below(8)) {
                case 0:
                    REQUIRE(gathered.truncate(file, place));
                    REQUIRE(plain.truncate(file, place));
                    break;
                case 1:
                    REQUIRE(gathered.flush(file));
                    CHECK(under.bytes(file) == plain.bytes(file));
                    break;
                case 2:
                    CHECK(gathered.size(file) == plain.size(file));
                    CHECK(read(gathered, file, place, 9'000) == read(plain, file, place, 9'000));
                    break;
                default:
                    const bool behind = chance.below(5) != 0;
                    const PoolFile target = behind ? PoolFile::wal : file;
                    const std::int64_t offset = behind ? next : place;
                    const auto bytes = some_bytes(chance, 20'000);
                    write(gathered, target, offset, bytes);
                    write(plain, target, offset, bytes);
                    if (behind) next = (offset + static_cast<std::int64_t>(bytes.size())) % 400'000;
            }
        }
        for (const PoolFile file : {PoolFile::database, PoolFile::wal, PoolFile::journal}) {
            REQUIRE(gathered.flush(file));
            CHECK(under.bytes(file) == plain.bytes(file));
        }
    }
}

TEST_CASE("What found no room is told at the flush, still there to be read, and handed on when there is room") {
    SeededRandom chance;
    MemoryPool under;
    GatheredWrites gathered(under);
    const auto bytes = some_bytes(chance, 9'000);
    write(gathered, PoolFile::wal, 0, bytes);
    CHECK(under.bytes(PoolFile::wal).empty());
    under.trouble_at(1, Trouble::full_once);
    const auto flushed = gathered.flush(PoolFile::wal);
    REQUIRE_FALSE(flushed);
    CHECK(flushed.error() == PoolError::full);
    CHECK(read(gathered, PoolFile::wal, 0, bytes.size()) == bytes);
    REQUIRE(gathered.flush(PoolFile::wal));
    CHECK(under.bytes(PoolFile::wal) == bytes);
}

TEST_CASE("What was written before is handed on before, whatever file it belongs to") {
    SeededRandom chance;
    MemoryPool under;
    GatheredWrites gathered(under);
    write(gathered, PoolFile::database, 0, some_bytes(chance, 900));
    SUBCASE("a write of another file") {
        write(gathered, PoolFile::wal, 0, some_bytes(chance, 900));
    }
    SUBCASE("a truncation of another file") {
        REQUIRE(gathered.truncate(PoolFile::wal, 0));
    }
    CHECK_FALSE(under.bytes(PoolFile::database).empty());
}

// More is changed than stays in memory, so that pages are written before the commit, and one operation finds no room.
TEST_CASE(
    "Where a transaction finds no room in its middle it is taken back in whole, and what comes after it is whole") {
    SetClock clock;
    int met = 0;
    for (int operation = 1; operation <= 12; ++operation) {
        CAPTURE(operation);
        SeededRandom random(static_cast<std::uint64_t>(operation));
        MemoryPool pool;
        int rows = 0;
        {
            const auto vfs = PoolVfs::create(pool, clock, random);
            const auto database = Database::open(pool_options()).value();
            REQUIRE(migrate(*database));
            REQUIRE(database->run("PRAGMA cache_size=10"));
            auto transaction = Transaction::begin(*database);
            REQUIRE(transaction);
            pool.trouble_at(operation, Trouble::full_once);
            for (int row = 0; row < 8; ++row) {
                const auto written = database->run(
                    "INSERT INTO setting (name, value) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
                    "WHERE i < 25) "
                    "SELECT ? || '-' || i, ? FROM n",
                    row, std::string(3000, 'y'));
                if (written)
                    rows += 25;
                else if (!database->in_transaction())
                    rows = 0;  // All of it was taken back. What comes now is committed at once.
            }
            if (database->in_transaction() && !transaction->commit()) rows = 0;
            met += pool.had_trouble();
        }
        pool.power_off(random);
        const auto vfs = PoolVfs::create(pool, clock, random);
        const auto database = Database::open(pool_options()).value();
        CHECK(answer(*database, "PRAGMA integrity_check") == "ok");
        CHECK(answer(*database, "SELECT count(*) FROM setting WHERE length(value) = 3000") == std::to_string(rows));
    }
    CHECK(met >= 3);
}

}  // namespace
}  // namespace kitbag
