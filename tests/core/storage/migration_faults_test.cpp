#include "tests/core/storage/stores.h"

namespace kitbag {
namespace {

constexpr const char* rating = "0192f3c4-a1b2-7c3d-8e4f-0000000000b1";

// A store of that past version with what such a program kept of a rating, whether it knew ratings or not.
void write_past_store(MemoryPool& pool, std::size_t version, const Clock& clock, Random& random) {
    const auto vfs = PoolVfs::create(pool, clock, random);
    REQUIRE(vfs);
    const auto database = Database::open(pool_options());
    REQUIRE(database);
    const auto steps = store_migrations();
    REQUIRE(migrate_to(**database, std::span(steps).first(version)));
    const std::pair<std::string, std::string> fields[] = {{"urn", "\"900001\""},
                                                          {"subject", "\"school\""},
                                                          {"step", "\"decided\""},
                                                          {"category", "\"red\""},
                                                          {"reason", '"' + std::string(20'000, 'k') + '"'}};
    for (const auto& [field, value] : fields) {
        REQUIRE((*database)->run(
            "INSERT INTO field_state (entity, entity_id, field, stamp, value, author, superseded) VALUES "
            "('rating_step', ?, ?, 's', ?, 'a', '')",
            rating, field, value));
    }
}

bool try_to_migrate(MemoryPool& pool, const Clock& clock, Random& random) {
    const auto vfs = PoolVfs::create(pool, clock, random);
    REQUIRE(vfs);
    const auto database = Database::open(pool_options());
    return database && migrate(**database);
}

void check_whole(MemoryPool& pool, const Clock& clock, Random& random) {
    const auto vfs = PoolVfs::create(pool, clock, random);
    REQUIRE(vfs);
    const auto database = Database::open(pool_options());
    REQUIRE(database);
    CHECK(migrate(**database) == static_cast<int>(store_migrations().size()));
    CHECK(answer(**database, "PRAGMA integrity_check") == "ok");
    CHECK(answer(**database, "SELECT urn || ' ' || category || length(reason) FROM rating_step") == "900001 red20000");
}

// Trouble at every operation of bringing the store up to date in turn, then the power goes, then the next start.
void try_everywhere(std::size_t version, Trouble trouble, std::uint64_t seed) {
    SetClock clock;
    SeededRandom random(seed);
    MemoryPool past;
    write_past_store(past, version, clock, random);
    int operation = 1;
    for (bool met = true; met; ++operation) {
        CAPTURE(operation);
        MemoryPool pool = past;
        pool.trouble_at(operation, trouble);
        const bool migrated = try_to_migrate(pool, clock, random);
        met = pool.had_trouble();
        if (!met) CHECK(migrated);
        pool.power_off(random);
        check_whole(pool, clock, random);
    }
    CHECK(operation > 3);  // The trouble did go somewhere.
}

TEST_CASE("A store of any past version whose update is interrupted anywhere is whole, and the next start finishes it") {
    const std::size_t versions = store_migrations().size();
    for (std::size_t version = 1; version < versions; ++version) {
        CAPTURE(version);
        try_everywhere(version, Trouble::torn_then_lost, 10 + version);
    }
    try_everywhere(versions - 1, Trouble::full_once, 20);
}

}  // namespace
}  // namespace kitbag
