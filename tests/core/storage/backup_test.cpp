#include "core/storage/backup.h"

#include <string>

#include "core/base/hash.h"
#include "core/storage/key_ring.h"
#include "core/storage/settings.h"
#include "tests/core/storage/stores.h"
#include "tests/support/memory_source.h"

namespace kitbag {
namespace {

constexpr KeyCost cheap{.memory_kib = 8, .passes = 1};
constexpr std::string_view passphrase = "otters under the bridge";
constexpr std::string_view secret_words = "the library is open at lunch";

BackupHeader about() {
    BackupHeader header;
    header.county = "Wendshire";
    header.device = "00000000000000d1";
    header.adviser = "0192f3c4-a1b2-7c3d-8e4f-0000000000a1";
    header.made_at = 1'795'442'525'123;
    return header;
}

// A store with some pages, part of them still only in its write-ahead log; and its backup.
struct Made {
    MemoryPool pool;
    SetClock clock;
    SeededRandom random;
    std::vector<std::uint8_t> backup;

    explicit Made(int rows = 40) {
        const auto vfs = PoolVfs::create(pool, clock, random).value();
        KeyRing keys(pool, clock, random, cheap);
        const DatabaseKey key = keys.create(passphrase).value();
        const auto database = Database::open(pool_options(key)).value();
        REQUIRE(migrate(*database));
        for (int i = 0; i < rows; ++i)
            REQUIRE(Settings(*database).set(std::to_string(i), std::string(secret_words) + std::string(2000, 'x')));
        CHECK_FALSE(keys.unlock("not the passphrase"));  // So that the key is in the slot that is not the first.
        const ByteSink keep = [&](std::span<const std::uint8_t> piece) {
            backup.insert(backup.end(), piece.begin(), piece.end());
        };
        REQUIRE(write_backup(*database, pool, about(), keys.record().value(), keep));
        // What is written afterwards is no part of it.
        REQUIRE(Settings(*database).set("later", "x"));
    }
};

std::string code_of(std::vector<std::uint8_t> bytes) {
    MemorySource source(std::move(bytes));
    const auto checked = check_backup(source);
    return checked ? "" : checked.error().code;
}

// Opens what was put into a pool with the passphrase, as the unlock screen does, and counts what is in it.
std::string rows_in(MemoryPool& pool) {
    SetClock clock;
    SeededRandom random;
    const auto vfs = PoolVfs::create(pool, clock, random).value();
    const auto key = KeyRing(pool, clock, random, cheap).unlock(passphrase);
    if (!key) return key.error().code;
    const auto database = Database::open(pool_options(*key));
    if (!database) return database.error().code;
    REQUIRE(migrate(**database));
    CHECK(answer(**database, "PRAGMA integrity_check") == "ok");
    return answer(**database, "SELECT count(*) FROM setting");
}

TEST_CASE("A backup says what it is, and put into an empty pool it is the whole store, opened by the same passphrase") {
    Made made;
    MemorySource source(made.backup);
    const auto header = check_backup(source);
    REQUIRE(header);
    CHECK(header->county == "Wendshire");
    CHECK(header->device == about().device);
    CHECK(header->adviser == about().adviser);
    CHECK(header->made_at == about().made_at);
    CHECK(header->schema == static_cast<int>(store_migrations().size()));
    MemoryPool pool;
    REQUIRE(write_store(pool, source, *header));
    CHECK(rows_in(pool) == "40");
}

TEST_CASE("Nothing of what is written lies readable in a backup") {
    Made made;
    MemoryPool pool;
    pool.bytes(PoolFile::database) = made.backup;
    CHECK_FALSE(pool.holds(secret_words));
    CHECK_FALSE(pool.holds("SQLite format 3"));
    CHECK_FALSE(pool.holds(passphrase));
}

TEST_CASE("A backup with any one bit flipped is refused") {
    Made made(2);
    const std::size_t all = made.backup.size();
    for (std::size_t at = 0; at < all; at += at < 700 || at + 100 > all ? 1 : 611) {
        CAPTURE(at);
        std::vector<std::uint8_t> bytes = made.backup;
        bytes[at] ^= static_cast<std::uint8_t>(1u << (at % 8));
        const std::string code = code_of(std::move(bytes));
        const std::string wanted = at < 14 ? "not_backup" : at < 16 ? "newer_backup" : "backup_damaged";
        CHECK(code == wanted);
    }
}

TEST_CASE("A backup that is cut short anywhere says so, and one with something behind it is damaged") {
    Made made(2);
    for (std::size_t size = 14; size < made.backup.size(); size += size < 600 ? 7 : 1013) {
        CAPTURE(size);
        CHECK(code_of({made.backup.begin(), made.backup.begin() + static_cast<std::ptrdiff_t>(size)}) ==
              "backup_cut_short");
    }
    std::vector<std::uint8_t> longer = made.backup;
    longer.push_back('\n');
    CHECK(code_of(longer) == "backup_damaged");
}

// As a Kitbag would have made it whose tables have that number: with a length and a digest that fit.
std::vector<std::uint8_t> with_schema(const std::vector<std::uint8_t>& backup, const std::string& schema) {
    constexpr std::size_t before_digest = 16;
    const std::string all(backup.begin(), backup.end());
    const std::size_t begins = all.find('{');
    const std::size_t ends = all.find('\n', begins);
    std::string header = all.substr(begins, ends - begins);
    const std::string said = "\"schema\":" + std::to_string(store_migrations().size());
    REQUIRE(header.contains(said));
    header.replace(header.find(said), said.size(), "\"schema\":" + schema);
    std::string length = std::to_string(header.size());
    const std::size_t digits = begins - 1 - (before_digest + content_hash(header).size() + 1);
    length.insert(0, digits - length.size(), '0');
    const std::string made =
        all.substr(0, before_digest) + content_hash(header) + " " + length + "\n" + header + all.substr(ends);
    return {made.begin(), made.end()};
}

TEST_CASE("What is no backup, or of a newer Kitbag, is refused with its own code") {
    Made made(2);
    CHECK(code_of({}) == "not_backup");
    CHECK(code_of(std::vector<std::uint8_t>(5000, 'K')) == "not_backup");
    std::vector<std::uint8_t> format = made.backup;
    format[14] = '2';
    CHECK(code_of(format) == "newer_backup");
    const std::string next = std::to_string(store_migrations().size() + 1);
    for (const std::string& schema : {next, std::string("99"), std::string("4294967301")}) {
        CAPTURE(schema);
        CHECK(code_of(with_schema(made.backup, schema)) == "newer_backup");
    }
}

TEST_CASE("A file that is taken away while it is read is said to be unreadable") {
    Made made(2);
    MemorySource source(made.backup);
    const auto header = check_backup(source).value();
    source.gone = true;
    CHECK(check_backup(source).error().code == "backup_unreadable");
    MemoryPool pool;
    CHECK(write_store(pool, source, header).error().code == "backup_unreadable");
}

TEST_CASE("A backup that ends at no room or a lost handle gives no whole file") {
    Made made(2);
    SetClock clock;
    SeededRandom random;
    const auto vfs = PoolVfs::create(made.pool, clock, random).value();
    KeyRing keys(made.pool, clock, random, cheap);
    const DatabaseKey key = keys.unlock(passphrase).value();
    const KeyRecord record = keys.record().value();
    const auto database = Database::open(pool_options(key)).value();
    REQUIRE(Settings(*database).set("more", std::string(9000, 'y')));
    std::vector<std::uint8_t> kept;
    const ByteSink keep = [&](std::span<const std::uint8_t> piece) {
        kept.insert(kept.end(), piece.begin(), piece.end());
    };
    made.pool.trouble_at(1, Trouble::full_once);
    CHECK(write_backup(*database, made.pool, about(), record, keep).error().code == "storage_full");
    REQUIRE(write_backup(*database, made.pool, about(), record, keep));
    CHECK(code_of(kept) == "");
    made.pool.trouble_at(1, Trouble::lost_for_good);
    REQUIRE_FALSE(Settings(*database).set("again", "z"));
    CHECK(write_backup(*database, made.pool, about(), record, keep).error().code == "storage_lost");
}

TEST_CASE("The restored key survives a torn write of its next version") {
    Made made(2);
    MemorySource source(made.backup);
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        CAPTURE(seed);
        MemoryPool pool;
        REQUIRE(write_store(pool, source, check_backup(source).value()));
        SetClock clock;
        SeededRandom random(seed);
        KeyRing keys(pool, clock, random, cheap);
        pool.trouble_at(1, Trouble::torn_then_lost);
        CHECK_FALSE(keys.unlock(passphrase));
        pool.power_off(random);
        CHECK(rows_in(pool) == "2");
    }
}

}  // namespace
}  // namespace kitbag
