#include "core/storage/migrations.h"

#include "tests/core/storage/stores.h"

namespace kitbag {
namespace {

std::unique_ptr<Database> open_bare(const std::string& path) {
    auto database = Database::open({.file_name = path, .vfs_name = {}, .key = {}, .sharing = Sharing::shared});
    REQUIRE(database);
    return *std::move(database);
}

std::string schema_of(Database& database) {
    return answer(database, "SELECT group_concat(sql, ';') FROM (SELECT sql FROM sqlite_schema ORDER BY name)");
}

TEST_CASE("A store of any past version comes to the tables of today") {
    TemporaryFolder folder;
    const auto steps = store_migrations();
    REQUIRE(steps.size() >= 2);
    const auto fresh = open_bare(folder.file("fresh.db"));
    CHECK(migrate(*fresh) == static_cast<int>(steps.size()));
    for (std::size_t version = 0; version <= steps.size(); ++version) {
        CAPTURE(version);
        const auto past = open_bare(folder.file(std::to_string(version) + ".db"));
        REQUIRE(migrate_to(*past, std::span(steps).first(version)));
        CHECK(answer(*past, "PRAGMA user_version") == std::to_string(version));
        CHECK(migrate(*past) == static_cast<int>(steps.size()));
        CHECK(schema_of(*past) == schema_of(*fresh));
    }
}

TEST_CASE("What an older program kept without knowing it is in its table after the migration") {
    TemporaryFolder folder;
    const auto steps = store_migrations();
    constexpr std::size_t before_ratings = 3;
    const auto past = open_bare(folder.file("past.db"));
    REQUIRE(migrate_to(*past, std::span(steps).first(before_ratings)));
    const std::string id = "0192f3c4-a1b2-7c3d-8e4f-0000000000b1";
    const std::pair<const char*, const char*> fields[] = {
        {"urn", "\"900001\""}, {"subject", "\"school\""}, {"step", "\"decided\""}, {"category", "\"red\""}};
    for (const auto& [field, value] : fields) {
        REQUIRE(
            past->run("INSERT INTO field_state (entity, entity_id, field, stamp, value, author, superseded) VALUES "
                      "('rating_step', ?, ?, 's', ?, 'a', '')",
                      id, field, value));
    }
    REQUIRE(migrate(*past));
    CHECK(answer(*past, "SELECT urn || ' ' || step || ' ' || category FROM rating_step") == "900001 decided red");
}

// As a program of that version left it: one change received, one not sent, and the county's log read up to some place.
std::unique_ptr<Database> past_tablet(const std::string& path, std::size_t version) {
    auto past = open_bare(path);
    const auto steps = store_migrations();
    REQUIRE(migrate_to(*past, std::span(steps).first(version)));
    REQUIRE(
        past->run_script("INSERT INTO change (id, device, author, stamp, entity, entity_id, fields) VALUES ('c1', 'd', "
                         "'a', 's1', 'visit', 'v', '{}'), ('c2', 'd', 'a', 's2', 'visit', 'v', '{}');"
                         "INSERT INTO receipt (change, number, at) VALUES (1, 'R-000001-9f3c', '2026-11-23T14:02:05Z');"
                         "INSERT INTO waiting (change) VALUES (2);"
                         "INSERT INTO setting (name, value) VALUES ('sync.cursor', '40')"));
    return past;
}

TEST_CASE("What the county took of a store from before there were proofs is to be confirmed by reading its log anew") {
    TemporaryFolder folder;
    constexpr std::size_t with_proofs = 7;
    for (std::size_t version = 2; version < store_migrations().size(); ++version) {
        CAPTURE(version);
        const auto past = past_tablet(folder.file(std::to_string(version) + ".db"), version);
        REQUIRE(migrate(*past));
        CHECK(answer(*past, "SELECT group_concat(change) FROM waiting") == "2");
        CHECK(answer(*past, "SELECT group_concat(change) FROM receipt") == "1");
        CHECK(answer(*past, "SELECT count(*) || ' ' || coalesce(max(change), '') FROM unconfirmed") ==
              (version < with_proofs ? "1 1" : "0 "));
        CHECK(answer(*past, "SELECT count(*) FROM setting WHERE name = 'sync.cursor'") ==
              (version < with_proofs ? "0" : "1"));
    }
}

TEST_CASE("A county's store of before there were proofs doubts nobody") {
    TemporaryFolder folder;
    const auto past = past_tablet(folder.file("county.db"), 6);
    REQUIRE(past->run_script("DELETE FROM setting; DELETE FROM waiting"));
    REQUIRE(migrate(*past));
    CHECK(answer(*past, "SELECT count(*) FROM unconfirmed") == "0");
}

TEST_CASE("A store newer than the program is refused and left as it was") {
    TemporaryFolder folder;
    const auto database = open_bare(folder.file("a.db"));
    REQUIRE(migrate(*database));
    REQUIRE(database->run("PRAGMA user_version = 9000"));
    const std::string before = schema_of(*database);
    const Result<int> reached = migrate(*database);
    REQUIRE_FALSE(reached);
    CHECK(reached.error().code == "newer_store");
    CHECK(schema_of(*database) == before);
    CHECK(answer(*database, "PRAGMA user_version") == "9000");
}

TEST_CASE("Another program's database is not taken for a store") {
    TemporaryFolder folder;
    const auto database = open_bare(folder.file("a.db"));
    REQUIRE(database->run("CREATE TABLE change (something TEXT)"));
    const Result<int> reached = migrate(*database);
    REQUIRE_FALSE(reached);
    CHECK(reached.error().code == "storage_damaged");
}

TEST_CASE("Tables that a program adds for itself are numbered apart") {
    TemporaryFolder folder;
    const auto database = open_file(folder.file("a.db"));
    const std::string_view steps[] = {
        "CREATE TABLE account (name TEXT);",
        "ALTER TABLE account ADD COLUMN role TEXT; INSERT INTO account VALUES ('Ada', 'officer');"};
    CHECK(migrate_part(*database, "server", std::span(steps).first(1)) == 1);
    CHECK(migrate_part(*database, "server", steps) == 2);
    CHECK(migrate_part(*database, "server", steps) == 2);
    CHECK(answer(*database, "SELECT role FROM account") == "officer");
    CHECK(answer(*database, "PRAGMA user_version") == std::to_string(store_migrations().size()));
    const Result<int> older = migrate_part(*database, "server", std::span(steps).first(1));
    REQUIRE_FALSE(older);
    CHECK(older.error().code == "newer_store");
}

}  // namespace
}  // namespace kitbag
