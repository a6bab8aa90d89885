// The one exception to "a store in use is never emptied": by the county's order, when everything is at the county.

#include "core/storage/erasure_order.h"

#include <algorithm>

#include "core/storage/device_store.h"
#include "core/storage/draft_store.h"
#include "core/storage/key_ring.h"
#include "core/storage/photo_store.h"
#include "core/storage/settings.h"
#include "core/storage/store_shelf.h"
#include "tests/core/storage/stores.h"
#include "tests/support/photographs.h"

namespace kitbag {
namespace {

constexpr KeyCost cheap{.memory_kib = 8, .passes = 1};
constexpr std::string_view passphrase = "otters under the bridge";
constexpr Instant noon = 1'795'442'520'000;

// Two stores of one tablet, of which the second is chosen and open.
struct Shelf {
    std::array<MemoryPool, stores_max> pools;
    StoreShelf shelf{[this] {
        StoreShelf::Pools all{};
        std::ranges::transform(pools, all.begin(), [](MemoryPool& pool) { return &pool; });
        return all;
    }()};
    SetClock clock;
    SeededRandom random;
    std::unique_ptr<PoolVfs> vfs;
    std::unique_ptr<Database> database;

    Shelf() {
        for (const int number : {1, 2}) {
            open(number);
            REQUIRE(DeviceStore(*database).save(
                {"000000000000000a", std::string(43, 'T'), {"ada", "Ada", "adviser"}, "W"}));
            REQUIRE(shelf.put_label(number, {.name = "Ada Marsh"}));
        }
        shelf.choose(2);
    }

    MemoryPool& pool(int number) { return pools[static_cast<std::size_t>(number - 1)]; }

    // Makes it where it is not there.
    void open(int number) {
        close();
        vfs = PoolVfs::create(pool(number), clock, random).value();
        KeyRing keys(pool(number), clock, random, cheap);
        const DatabaseKey key =
            keys.exists().value() ? keys.unlock(passphrase).value() : keys.create(passphrase).value();
        database = Database::open(pool_options(key)).value();
        REQUIRE(migrate(*database));
    }
    void close() {
        database.reset();
        vfs.reset();
    }

    // The order, with its proof.
    ErasureOrder order() {
        REQUIRE(ErasureOrders(*database).note_order(noon));
        REQUIRE(ErasureOrders(*database).note_all_sent(noon + 1));
        return ErasureOrders(*database).order().value();
    }
    bool opens(int number) {
        open(number);
        const bool whole = DeviceStore(*database).enrolment().value().has_value();
        close();
        return whole;
    }
    std::int64_t bytes_of_store(int number) {
        std::int64_t bytes = 0;
        for (const PoolFile file : {PoolFile::key, PoolFile::database, PoolFile::wal, PoolFile::journal})
            bytes += pool(number).size(file).value();
        return bytes;
    }
};

TEST_CASE("there is no order but from a store that has the county's, its proof, and nothing that only the tablet has") {
    Shelf shelf;
    Database& database = *shelf.database;
    ErasureOrders orders(database);
    CHECK(orders.order().error().code == "no_erasure_order");
    REQUIRE(orders.note_order(noon));
    CHECK(orders.order().error().code == "not_all_sent");
    REQUIRE(
        database.run("INSERT INTO change (id, device, author, stamp, entity, entity_id, fields) VALUES ('c', 'd', "
                     "'a', 's', 'visit', 'v', '{}')"));
    SUBCASE("a change that waits") {
        REQUIRE(database.run("INSERT INTO waiting (change) VALUES (1)"));
    }
    SUBCASE("a change that the county may have lost") {
        REQUIRE(database.run("INSERT INTO unconfirmed (change) VALUES (1)"));
    }
    SUBCASE("a refused change that the county did not keep, put aside or not") {
        REQUIRE(database.run("INSERT INTO refusal (change, code, sentence, at, put_aside) VALUES (1, 'x', 'x', 1, 1)"));
    }
    SUBCASE("a picture without a receipt") {
        const auto content = PhotoStore(database).put(jpeg_of("one"), {});
        REQUIRE(content);
        REQUIRE(database.run("INSERT INTO photo (id, visit, content) VALUES ('p', 'v', ?)", *content));
    }
    CHECK_FALSE(orders.not_sent()->nothing());
    CHECK(orders.note_all_sent(noon).error().code == "not_all_sent");
    // Not by a proof of before it was written, either.
    REQUIRE(Settings(database).set("erasure.all_sent", "5"));
    CHECK(orders.order().error().code == "not_all_sent");
    for (const char* const table : {"waiting", "unconfirmed", "refusal", "photo"})
        REQUIRE(database.run("DELETE FROM " + std::string(table)));
    REQUIRE(orders.note_all_sent(noon));
    CHECK(orders.order()->all_sent_at() == noon);
    CHECK(orders.order()->token() == std::string(43, 'T'));
    REQUIRE(orders.forget());
    CHECK(orders.order().error().code == "no_erasure_order");
}

TEST_CASE(
    "what the county keeps itself and what is only typed into a form do not hold an erasure up; the latter is "
    "counted") {
    Shelf shelf;
    REQUIRE(
        shelf.database->run("INSERT INTO change (id, device, author, stamp, entity, entity_id, fields) VALUES ('c', "
                            "'d', 'a', 's', 'visit', "
                            "'v', '{}')"));
    REQUIRE(shelf.database->run("INSERT INTO refusal (change, code, sentence, at, kept) VALUES (1, 'x', 'x', 1, 1)"));
    REQUIRE(DraftStore(*shelf.database).save("form", "v", "reason", "Not yet said", 1));
    CHECK(shelf.order().texts() == 1);
}

TEST_CASE("a tablet that is enrolled again is another to the county, so an order for the one before does not count") {
    Shelf shelf;
    (void)shelf.order();
    REQUIRE(
        DeviceStore(*shelf.database).save({"000000000000000b", std::string(43, 'U'), {"ada", "Ada", "adviser"}, "W"}));
    CHECK(ErasureOrders(*shelf.database).order().error().code == "no_erasure_order");
}

TEST_CASE("a store that is erased leaves nothing but that it was, and the other stores of the tablet stay") {
    Shelf shelf;
    CHECK(shelf.shelf.finish_erasing(2).error().code == "not_erasing");
    REQUIRE(shelf.shelf.begin_erasing(shelf.order()));
    shelf.close();
    CHECK(shelf.shelf.stores().size() == 1);
    CHECK(shelf.shelf.empty_store() == 3);
    REQUIRE(shelf.shelf.finish_erasing(2));
    CHECK(shelf.bytes_of_store(2) == 0);
    CHECK_FALSE(shelf.pool(2).holds("Ada Marsh"));
    CHECK(shelf.opens(1));
    REQUIRE(shelf.shelf.erased().size() == 1);
    CHECK(shelf.shelf.erased().front().label.at == noon + 1);
    CHECK(shelf.shelf.empty_store() == 3);  // The county has not been told.
    CHECK(shelf.shelf.forget_erased(2).error().code == "not_erased");

    REQUIRE(shelf.shelf.note_county_told(2));
    CHECK_FALSE(shelf.pool(2).holds(std::string(43, 'T')));
    CHECK(shelf.shelf.forget_erased(1).error().code == "not_erased");
    CHECK(shelf.opens(1));
    REQUIRE(shelf.shelf.forget_erased(2));
    CHECK(shelf.shelf.erased().empty());
    CHECK(shelf.shelf.empty_store() == 2);
}

TEST_CASE("an erasure that is stopped anywhere leaves a store that opens, or one that goes on being erased") {
    int whole = 0;
    int gone = 0;
    Trouble trouble = Trouble::lost_for_good;
    SUBCASE("when the handle was lost") {}
    SUBCASE("when half a write arrived and the handle was lost") {
        trouble = Trouble::torn_then_lost;
    }
    for (int operation = 1; operation < 60; ++operation) {
        CAPTURE(operation);
        Shelf shelf;
        const ErasureOrder order = shelf.order();
        shelf.close();
        shelf.pool(2).trouble_at(operation, trouble);
        const bool done = shelf.shelf.begin_erasing(order) && shelf.shelf.finish_erasing(2);
        const bool met = shelf.pool(2).had_trouble();
        CHECK(done != met);
        shelf.pool(2).power_off(shelf.random);
        CHECK(shelf.opens(1));
        const auto label = shelf.shelf.label(2);
        REQUIRE(label);
        if (label->standing == StoreState::in_use) {
            CHECK(shelf.opens(2));
            ++whole;
        } else {
            if (label->standing == StoreState::erasing) REQUIRE(shelf.shelf.finish_erasing(2));
            CHECK(shelf.bytes_of_store(2) == 0);
            CHECK(shelf.shelf.erased().front().label.token == std::string(43, 'T'));
            ++gone;
        }
        if (!met) break;
    }
    if (trouble == Trouble::lost_for_good) CHECK(whole > 0);
    CHECK(gone > 5);
}

TEST_CASE("the key goes first, so that nothing else can be read while the rest is still there") {
    bool seen = false;
    for (int operation = 1; operation < 40 && !seen; ++operation) {
        Shelf shelf;
        const ErasureOrder order = shelf.order();
        shelf.close();
        REQUIRE(shelf.shelf.begin_erasing(order));
        shelf.pool(2).trouble_at(operation, Trouble::lost_for_good);
        if (shelf.shelf.finish_erasing(2)) break;
        shelf.pool(2).power_off(shelf.random);
        const auto is_nothing = [](std::uint8_t byte) { return byte == 0; };
        const bool key_gone = std::ranges::all_of(shelf.pool(2).bytes(PoolFile::key), is_nothing);
        const bool rest_there = !shelf.pool(2).bytes(PoolFile::database).empty();
        CHECK((key_gone || rest_there));
        seen = key_gone && rest_there;
    }
    CHECK(seen);
}

}  // namespace
}  // namespace kitbag
