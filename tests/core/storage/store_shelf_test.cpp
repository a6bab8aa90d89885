#include "core/storage/store_shelf.h"

#include <algorithm>

#include "core/storage/backup.h"
#include "core/storage/key_ring.h"
#include "core/storage/settings.h"
#include "tests/core/storage/stores.h"
#include "tests/support/memory_source.h"

namespace kitbag {
namespace {

constexpr KeyCost cheap{.memory_kib = 8, .passes = 1};
constexpr std::string_view passphrase = "otters under the bridge";

struct Shelf {
    std::array<MemoryPool, stores_max> pools;
    StoreShelf shelf{[this] {
        StoreShelf::Pools all{};
        std::ranges::transform(pools, all.begin(), [](MemoryPool& pool) { return &pool; });
        return all;
    }()};
    SetClock clock;
    SeededRandom random;

    MemoryPool& pool(int number) { return pools[static_cast<std::size_t>(number - 1)]; }

    // A store with one row, as setting up makes it.
    void fill(int number, std::string_view row) {
        const auto vfs = PoolVfs::create(pool(number), clock, random).value();
        const DatabaseKey key = KeyRing(pool(number), clock, random, cheap).create(passphrase).value();
        const auto database = Database::open(pool_options(key)).value();
        REQUIRE(migrate(*database));
        REQUIRE(Settings(*database).set("row", row));
    }
    std::string row_of(int number) {
        const auto vfs = PoolVfs::create(pool(number), clock, random).value();
        const auto key = KeyRing(pool(number), clock, random, cheap).unlock(passphrase);
        if (!key) return key.error().code;
        const auto database = Database::open(pool_options(*key)).value();
        return answer(*database, "SELECT value FROM setting WHERE name = 'row'");
    }
    std::vector<int> numbers() {
        std::vector<int> found;
        for (const ShelvedStore& store : shelf.stores()) found.push_back(store.number);
        return found;
    }
};

TEST_CASE("A store of before there were labels is in use, without a name, and is never given away") {
    Shelf shelf;
    CHECK(shelf.numbers().empty());
    CHECK(shelf.shelf.empty_store() == 1);
    shelf.fill(1, "old");
    REQUIRE(shelf.numbers() == std::vector{1});
    CHECK(shelf.shelf.stores().front().label == StoreLabel{});
    CHECK(shelf.shelf.empty_store() == 2);
    CHECK(shelf.row_of(1) == "old");
}

TEST_CASE("A label is read back, the last one counts, and it holds a name but not the county's") {
    Shelf shelf;
    shelf.fill(1, "x");
    for (int i = 1; i <= 3; ++i) {
        const StoreLabel label{.standing = i == 3 ? StoreState::set_aside : StoreState::in_use,
                               .name = "Ada Marsh " + std::to_string(i),
                               .county = county_mark("Wendshire"),
                               .at = i};
        REQUIRE(shelf.shelf.put_label(1, label));
        CHECK(shelf.shelf.stores().front().label == label);
    }
    CHECK(shelf.pool(1).holds("Ada Marsh"));
    CHECK_FALSE(shelf.pool(1).holds("Wendshire"));
    CHECK(county_mark("Wendshire") != county_mark("Fenland"));
    std::ranges::fill(shelf.pool(1).bytes(PoolFile::label), std::uint8_t{0x5a});
    CHECK(shelf.shelf.stores().front().label == StoreLabel{});
}

TEST_CASE("The longest name fits, cut between characters where it must be") {
    Shelf shelf;
    shelf.fill(1, "x");
    std::string name;
    for (int i = 0; i < 200; ++i) name += "Þ";
    REQUIRE(shelf.shelf.put_label(1, {.name = name + "é"}));
    CHECK(shelf.shelf.stores().front().label.name == name);
}

TEST_CASE("What was left unfinished is emptied and used again; what is set aside or in use is not") {
    Shelf shelf;
    shelf.fill(1, "one");
    shelf.fill(2, "two");
    shelf.fill(3, "three");
    REQUIRE(shelf.shelf.put_label(1, {.standing = StoreState::set_aside}));
    REQUIRE(shelf.shelf.put_label(2, {.standing = StoreState::unfinished}));
    CHECK(shelf.numbers() == std::vector{1, 3});
    CHECK(shelf.shelf.empty_store() == 2);
    CHECK(shelf.pool(2).size(PoolFile::database) == 0);
    CHECK(shelf.pool(2).size(PoolFile::label) == 0);
    CHECK(shelf.row_of(1) == "one");
    CHECK(shelf.row_of(3) == "three");
}

TEST_CASE("A store is removed only when it was set aside and saved as a file since; every other is refused and stays") {
    Shelf shelf;
    for (int number = 1; number <= 4; ++number) shelf.fill(number, std::to_string(number));
    REQUIRE(shelf.shelf.put_label(2, {.standing = StoreState::in_use, .saved = 5}));
    REQUIRE(shelf.shelf.put_label(3, {.standing = StoreState::set_aside}));
    REQUIRE(shelf.shelf.put_label(4, {.standing = StoreState::set_aside, .saved = 5}));
    for (const int number : {1, 2, 3}) {
        CAPTURE(number);
        CHECK(shelf.shelf.remove(number).error().code == "not_removable");
        CHECK(shelf.row_of(number) == std::to_string(number));
    }
    REQUIRE(shelf.shelf.remove(4));
    CHECK(shelf.numbers() == std::vector{1, 2, 3});
    for (int file = 0; file < pool_file_count; ++file) CHECK(shelf.pool(4).size(static_cast<PoolFile>(file)) == 0);
}

TEST_CASE("A removal that is stopped anywhere leaves the store as it was or one that counts for nothing") {
    int kept = 0;
    int gone = 0;
    Trouble trouble = Trouble::lost_for_good;
    SUBCASE("when the handle was lost") {}
    SUBCASE("when half a write arrived and the handle was lost") {
        trouble = Trouble::torn_then_lost;
    }
    for (int operation = 1; operation < 40; ++operation) {
        CAPTURE(operation);
        Shelf shelf;
        shelf.fill(1, "one");
        shelf.fill(2, "two");
        REQUIRE(shelf.shelf.put_label(1, {.standing = StoreState::set_aside, .saved = 5}));
        shelf.pool(1).trouble_at(operation, trouble);
        const bool removed = shelf.shelf.remove(1).has_value();
        const bool met = shelf.pool(1).had_trouble();
        CHECK(removed != met);
        shelf.pool(1).power_off(shelf.random);
        const bool still_there = shelf.numbers() == std::vector{1, 2};
        if (still_there) {
            CHECK(shelf.row_of(1) == "one");
            CHECK(shelf.shelf.label(1)->standing == StoreState::set_aside);
            ++kept;
        } else {
            CHECK(shelf.numbers() == std::vector{2});
            CHECK(shelf.shelf.empty_store() == 1);
            ++gone;
        }
        CHECK(shelf.row_of(2) == "two");
        if (!met) break;
    }
    CHECK(kept + gone > 8);
    CHECK(gone > 3);
    if (trouble == Trouble::lost_for_good) CHECK(kept > 0);
}

TEST_CASE("A tablet with as many stores as it can keep says so and gives none away") {
    Shelf shelf;
    for (int number = 1; number <= stores_max; ++number) {
        CHECK(shelf.shelf.has_room());
        shelf.fill(number, "x");
    }
    CHECK_FALSE(shelf.shelf.has_room());
    CHECK(shelf.shelf.empty_store().error().code == "no_store_left");
}

TEST_CASE("A store whose handles are lost counts as something and is not given away") {
    Shelf shelf;
    shelf.pool(1).trouble_at(1, Trouble::lost_for_good);
    CHECK_FALSE(shelf.pool(1).flush(PoolFile::key));
    CHECK(shelf.shelf.empty_store() == 2);
}

// What putting back a backup writes, in its order; the last step makes it count.
bool put_back(Shelf& shelf, MemorySource& source, const BackupHeader& header) {
    const auto number = shelf.shelf.empty_store();
    return number && shelf.shelf.put_label(*number, {.standing = StoreState::unfinished}) &&
           write_store(shelf.shelf.pool(*number), source, header) &&
           shelf.shelf.put_label(*number, {.standing = StoreState::in_use, .name = "Ada Marsh"});
}

TEST_CASE(
    "Whatever write of putting back a backup fails, there is either all of it or none, and the old store is as it "
    "was") {
    MemorySource source;
    {
        Shelf made;
        made.fill(1, "of the backup");
        const auto vfs = PoolVfs::create(made.pool(1), made.clock, made.random).value();
        KeyRing keys(made.pool(1), made.clock, made.random, cheap);
        const DatabaseKey key = keys.unlock(passphrase).value();
        const auto database = Database::open(pool_options(key)).value();
        REQUIRE(write_backup(*database, made.pool(1), {.county = "Wendshire"}, keys.record().value(),
                             [&](std::span<const std::uint8_t> piece) {
                                 source.bytes.insert(source.bytes.end(), piece.begin(), piece.end());
                             }));
    }
    const BackupHeader header = check_backup(source).value();
    for (const Trouble trouble : {Trouble::full_once, Trouble::lost_for_good, Trouble::torn_then_lost}) {
        int operation = 1;
        for (bool met = true; met; ++operation) {
            CAPTURE(operation);
            Shelf shelf;
            shelf.fill(1, "old");
            shelf.pool(2).trouble_at(operation, trouble);
            const bool put = put_back(shelf, source, header);
            met = shelf.pool(2).had_trouble();
            CHECK(put == !met);
            SeededRandom chance(static_cast<std::uint64_t>(operation));
            shelf.pool(2).power_off(chance);
            const bool counts = shelf.numbers() == std::vector{1, 2};
            if (put) CHECK(counts);
            if (counts) CHECK(shelf.row_of(2) == "of the backup");
            CHECK(shelf.row_of(1) == "old");
            if (!counts) {  // And it can be tried again at once, in the same place.
                CHECK(put_back(shelf, source, header));
                CHECK(shelf.row_of(2) == "of the backup");
            }
        }
        CHECK(operation > 8);  // The trouble did go everywhere.
    }
}

TEST_CASE("A store that cannot be read is given as it was found, byte for byte") {
    Shelf shelf;
    std::ranges::generate_n(std::back_inserter(shelf.pool(1).bytes(PoolFile::database)), 700'000,
                            [&] { return static_cast<std::uint8_t>(shelf.random.below(256)); });
    shelf.pool(1).bytes(PoolFile::key) = {1, 2, 3};
    std::vector<std::uint8_t> given;
    REQUIRE(write_as_found(shelf.pool(1), [&](std::span<const std::uint8_t> piece) {
        given.insert(given.end(), piece.begin(), piece.end());
    }));
    const std::string_view text(reinterpret_cast<const char*>(given.data()), given.size());
    CHECK(text.starts_with("KITBAG-STORE-AS-FOUND-1\n{\"files\":[{\"bytes\":700000,\"name\":\"kitbag.db\"}"));
    CHECK(text.ends_with("\x01\x02\x03"));
    const auto& stored = shelf.pool(1).bytes(PoolFile::database);
    CHECK_FALSE(std::ranges::search(given, stored).empty());
}

}  // namespace
}  // namespace kitbag
