#include "core/storage/key_ring.h"

#include "core/base/id.h"
#include "tests/core/storage/stores.h"

namespace kitbag {
namespace {

constexpr KeyCost cheap{.memory_kib = 8, .passes = 1};
constexpr std::string_view passphrase = "lantern otter gravel";

struct Ring {
    MemoryPool pool;
    SetClock clock;
    SeededRandom random;
    KeyRing ring{pool, clock, random, cheap};

    std::string try_unlock(std::string_view words) {
        const Result<DatabaseKey> key = ring.unlock(words);
        return key ? "opened" : key.error().code;
    }
};

TEST_CASE("A passphrase is 8 to 10,000 characters of any kind") {
    struct Row {
        const char* what;
        std::string text;
        const char* code;
    };
    const Row rows[] = {
        {"empty", "", "short_passphrase"},
        {"seven letters", "otterly", "short_passphrase"},
        {"eight letters", "otterlyy", ""},
        {"seven letters of three bytes each", "文文文文文文文", "short_passphrase"},
        {"eight letters of three bytes each", "文文文文文文文文", ""},
        {"eight spaces", "        ", ""},
        {"as long as allowed", std::string(10'000, 'x'), ""},
        {"one longer", std::string(10'001, 'x'), "long_passphrase"},
        {"not text", "otter\xff\xfe\xfd", "long_passphrase"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        const Result<void> checked = check_passphrase(row.text);
        CHECK((checked ? std::string() : checked.error().code) == row.code);
    }
}

TEST_CASE("The passphrase that made the key opens it, after any number of starts") {
    Ring tablet;
    CHECK(tablet.ring.exists() == false);
    const Result<DatabaseKey> made = tablet.ring.create(passphrase);
    REQUIRE(made);
    CHECK(tablet.ring.exists() == true);
    KeyRing later(tablet.pool, tablet.clock, tablet.random, cheap);
    for (int i = 0; i < 3; ++i) {
        const Result<DatabaseKey> opened = later.unlock(passphrase);
        REQUIRE(opened);
        CHECK(opened->bytes == made->bytes);
    }
    CHECK_FALSE(tablet.pool.holds(passphrase));
    CHECK_FALSE(tablet.pool.holds(to_hex(made->bytes)));
}

TEST_CASE("After five wrong passphrases in a row the waits grow, and a right one ends them") {
    struct Row {
        const char* words;
        Instant pass_ms;  // Before this attempt.
        const char* answer;
    };
    const Row rows[] = {
        {"wrong one", 0, "wrong_passphrase"},
        {"wrong two", 0, "wrong_passphrase"},
        {"wrong three", 0, "wrong_passphrase"},
        {"wrong four", 0, "wrong_passphrase"},
        {"wrong five", 0, "wrong_passphrase"},
        {"lantern otter gravel", 0, "locked_for_a_while"},
        {"lantern otter gravel", 29'999, "locked_for_a_while"},
        {"wrong six", 1, "wrong_passphrase"},
        {"wrong seven", 59'999, "locked_for_a_while"},
        {"wrong seven", 1, "wrong_passphrase"},
        {"lantern otter gravel", 119'999, "locked_for_a_while"},
        {"lantern otter gravel", 1, "opened"},
        {"wrong one", 0, "wrong_passphrase"},
        {"lantern otter gravel", 0, "opened"},
    };
    Ring tablet;
    REQUIRE(tablet.ring.create(passphrase));
    int attempt = 0;
    for (const Row& row : rows) {
        CAPTURE(++attempt);
        tablet.clock.pass(row.pass_ms);
        CHECK(tablet.try_unlock(row.words) == row.answer);
    }
}

TEST_CASE("A wait is never longer than an hour") {
    Ring tablet;
    REQUIRE(tablet.ring.create(passphrase));
    for (int i = 0; i < 30; ++i) {
        CHECK(tablet.try_unlock("wrong") == "wrong_passphrase");
        CHECK(tablet.ring.wait_ms().value() <= longest_wait_ms);
        tablet.clock.pass(longest_wait_ms);
    }
    CHECK(tablet.try_unlock(passphrase) == "opened");
}

TEST_CASE("A wait is told in words") {
    Ring tablet;
    REQUIRE(tablet.ring.create(passphrase));
    for (int i = 0; i < 4; ++i) CHECK(tablet.try_unlock("wrong") == "wrong_passphrase");
    const Result<DatabaseKey> fifth = tablet.ring.unlock("wrong");
    REQUIRE_FALSE(fifth);
    CHECK(fifth.error().sentence.contains("30 seconds"));
    tablet.clock.pass(29'500);
    const Result<DatabaseKey> early = tablet.ring.unlock(passphrase);
    REQUIRE_FALSE(early);
    CHECK(early.error().sentence.contains("Wait 1 second and"));
}

TEST_CASE("A clock that was set back does not shorten a wait, nor lengthen it past its own length") {
    Ring tablet;
    REQUIRE(tablet.ring.create(passphrase));
    for (int i = 0; i < 5; ++i) CHECK(tablet.try_unlock("wrong") == "wrong_passphrase");
    tablet.clock.pass(-365 * 24 * 3600 * Instant{1000});
    CHECK(tablet.try_unlock(passphrase) == "locked_for_a_while");
    CHECK(tablet.ring.wait_ms() == first_wait_ms);
    tablet.clock.pass(first_wait_ms);
    CHECK(tablet.try_unlock(passphrase) == "opened");
}

TEST_CASE("An attempt is counted before it is tried, so that stopping the page makes none free") {
    Ring tablet;
    REQUIRE(tablet.ring.create(passphrase));
    for (int i = 0; i < 5; ++i) {
        // The write that counts the attempt passes; the page is gone before anything else is written.
        tablet.pool.trouble_at(3, Trouble::lost_for_good);
        CHECK(tablet.try_unlock("wrong") == "wrong_passphrase");
        SeededRandom chance;
        tablet.pool.power_off(chance);
    }
    CHECK(tablet.try_unlock(passphrase) == "locked_for_a_while");
}

TEST_CASE("A new passphrase opens the same key, and the old one no longer does") {
    Ring tablet;
    const Result<DatabaseKey> made = tablet.ring.create(passphrase);
    REQUIRE(made);
    CHECK(tablet.ring.change_passphrase("not that one", "copper kettle noon").error().code == "wrong_passphrase");
    CHECK(tablet.ring.change_passphrase(passphrase, "short").error().code == "short_passphrase");
    REQUIRE(tablet.ring.change_passphrase(passphrase, "copper kettle noon"));
    CHECK(tablet.try_unlock(passphrase) == "wrong_passphrase");
    const Result<DatabaseKey> opened = tablet.ring.unlock("copper kettle noon");
    REQUIRE(opened);
    CHECK(opened->bytes == made->bytes);
}

TEST_CASE("No torn write loses the key: the old passphrase or the new one opens it") {
    for (const Trouble trouble : {Trouble::lost_for_good, Trouble::torn_then_lost, Trouble::full_once}) {
        bool met = true;
        for (int operation = 1; met; ++operation) {
            CAPTURE(operation);
            Ring tablet;
            const Result<DatabaseKey> made = tablet.ring.create(passphrase);
            REQUIRE(made);
            tablet.pool.trouble_at(operation, trouble);
            const bool changed = tablet.ring.change_passphrase(passphrase, "copper kettle noon").has_value();
            met = tablet.pool.had_trouble();
            SeededRandom chance(static_cast<std::uint64_t>(operation));
            tablet.pool.power_off(chance);
            Result<DatabaseKey> opened = tablet.ring.unlock("copper kettle noon");
            if (!opened && !changed) opened = tablet.ring.unlock(passphrase);
            REQUIRE(opened);
            CHECK(opened->bytes == made->bytes);
        }
    }
}

TEST_CASE("A key that cannot be read is missing only where no store was ever written") {
    struct Row {
        const char* what;
        bool store_written;
        const char* answer;
    };
    const Row rows[] = {{"a set-up that was cut short", false, "no"}, {"a store without its key", true, "key_damaged"}};
    for (const Row& row : rows) {
        CAPTURE(row.what);
        Ring tablet;
        tablet.pool.bytes(PoolFile::key).assign(300, '?');
        if (row.store_written) tablet.pool.bytes(PoolFile::database).assign(4096, 'x');
        const Result<bool> exists = tablet.ring.exists();
        CHECK((exists ? (*exists ? "yes" : "no") : exists.error().code) == row.answer);
        CHECK(tablet.try_unlock(passphrase) == "key_damaged");
    }
}

TEST_CASE("A record altered on the disk is not believed") {
    Ring tablet;
    REQUIRE(tablet.ring.create(passphrase));
    tablet.pool.bytes(PoolFile::database).assign(4096, 'x');
    const std::vector<std::uint8_t> good = tablet.pool.bytes(PoolFile::key);
    for (std::size_t at = 0; at < 400; at += 7) {
        CAPTURE(at);
        std::vector<std::uint8_t>& bytes = tablet.pool.bytes(PoolFile::key);
        bytes = good;
        bytes[at] ^= 1;
        bytes[at + static_cast<std::size_t>(key_slot_spacing)] ^= 1;
        CHECK(tablet.try_unlock(passphrase) == "key_damaged");
    }
}

PublicKey recovery_key(std::uint8_t seed) {
    SeededRandom random(seed);
    return public_half(new_secret_key(random));
}

// What the escrow in each slot is sealed to, as fingerprints.
std::vector<std::string> escrows(Ring& tablet) {
    std::vector<std::string> found;
    const std::vector<std::uint8_t>& bytes = tablet.pool.bytes(PoolFile::key);
    for (const std::size_t at : {std::size_t{0}, static_cast<std::size_t>(key_slot_spacing)}) {
        const auto record = read_slot({reinterpret_cast<const char*>(bytes.data()) + at, key_slot_bytes});
        found.push_back(record && record->escrow ? fingerprint(record->escrow->recovery_key) : "none");
    }
    return found;
}

TEST_CASE("A key in escrow stays there, whatever else the record is written for, until the county's key changes") {
    Ring tablet;
    const Result<DatabaseKey> key = tablet.ring.create(passphrase);
    REQUIRE(key);
    const Holder ada{"00000000000000aa", "Ada Marsh"};
    CHECK(escrows(tablet) == std::vector<std::string>{"none", "none"});
    REQUIRE(tablet.ring.put_in_escrow(*key, ada, recovery_key(1)));
    const std::string first = fingerprint(recovery_key(1));
    CHECK(escrows(tablet) == std::vector{first, first});
    const std::vector<std::uint8_t> written = tablet.pool.bytes(PoolFile::key);
    REQUIRE(tablet.ring.put_in_escrow(*key, ada, recovery_key(1)));
    CHECK(tablet.pool.bytes(PoolFile::key) == written);
    CHECK(tablet.try_unlock("wrong") == "wrong_passphrase");
    REQUIRE(tablet.ring.change_passphrase(passphrase, "copper kettle noon"));
    CHECK(escrows(tablet) == std::vector{first, first});
    CHECK(tablet.try_unlock("copper kettle noon") == "opened");
    REQUIRE(tablet.ring.put_in_escrow(*key, ada, recovery_key(2)));
    const std::string second = fingerprint(recovery_key(2));
    CHECK(escrows(tablet) == std::vector{second, second});
    CHECK_FALSE(tablet.pool.holds("Ada Marsh"));
    CHECK_FALSE(tablet.pool.holds(to_hex(key->bytes)));
}

}  // namespace
}  // namespace kitbag
