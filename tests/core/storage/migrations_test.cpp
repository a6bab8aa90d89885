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
