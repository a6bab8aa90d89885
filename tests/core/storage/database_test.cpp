#include "core/storage/database.h"

#include <fstream>

#include "tests/core/storage/stores.h"

namespace kitbag {
namespace {

TEST_CASE("A value comes back as it was bound") {
    TemporaryFolder folder;
    const auto database = open_file(folder.file("a.db"));
    REQUIRE(database->run("CREATE TABLE note (words TEXT, number INTEGER, bytes BLOB, absent TEXT)"));
    const std::string words("Zoë’s caf\0e", 13);
    const std::uint8_t bytes[] = {0, 255, 7};
    REQUIRE(database->run("INSERT INTO note VALUES (?, ?, ?, ?)", words, std::int64_t{-9'000'000'000},
                          std::span<const std::uint8_t>(bytes), std::nullopt));
    Statement row = database->query("SELECT words, number, bytes, absent, '' FROM note");
    REQUIRE(row.step().value());
    CHECK(row.text(0) == words);
    CHECK(row.integer(1) == -9'000'000'000);
    CHECK(std::ranges::equal(row.blob(2), bytes));
    CHECK(row.is_null(3));
    CHECK_FALSE(row.is_null(4));
    CHECK(row.step() == false);
}

TEST_CASE("An empty text is bound as text and not as nothing") {
    TemporaryFolder folder;
    const auto database = open_file(folder.file("a.db"));
    Statement row = database->query("SELECT ? IS NULL, ? IS NULL", std::string_view(), std::optional<std::string>());
    REQUIRE(row.step().value());
    CHECK(row.integer(0) == 0);
    CHECK(row.integer(1) == 1);
}

TEST_CASE("The same statement can be in use twice at once") {
    TemporaryFolder folder;
    const auto database = open_file(folder.file("a.db"));
    const std::string_view sql = "VALUES (1), (2), (3)";
    Statement outer = database->query(sql);
    REQUIRE(outer.step().value());
    {
        Statement inner = database->query(sql);
        REQUIRE(inner.step().value());
        REQUIRE(inner.step().value());
        CHECK(inner.integer(0) == 2);
    }
    CHECK(outer.integer(0) == 1);
    REQUIRE(outer.step().value());
    CHECK(outer.integer(0) == 2);
}

TEST_CASE("A transaction is undone unless it is committed") {
    struct Row {
        const char* what;
        bool commit_inner;
        bool commit_outer;
        const char* names;
    };
    const Row rows[] = {
        {"both", true, true, "inner,outer"},
        {"only the outer", false, true, "outer"},
        {"only the inner", true, false, "(none)"},
        {"neither", false, false, "(none)"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        TemporaryFolder folder;
        const auto database = open_file(folder.file("a.db"));
        REQUIRE(database->run("CREATE TABLE guest (name TEXT)"));
        {
            auto outer = Transaction::begin(*database);
            REQUIRE(outer);
            REQUIRE(database->run("INSERT INTO guest VALUES ('outer')"));
            {
                auto inner = Transaction::begin(*database);
                REQUIRE(inner);
                REQUIRE(database->run("INSERT INTO guest VALUES ('inner')"));
                if (row.commit_inner) REQUIRE(inner->commit());
            }
            if (row.commit_outer) REQUIRE(outer->commit());
        }
        CHECK_FALSE(database->in_transaction());
        CHECK(answer(*database,
                     "SELECT coalesce(group_concat(name), '(none)') FROM (SELECT name FROM guest ORDER BY name)") ==
              row.names);
    }
}

TEST_CASE("A store says what was asked for: journal, durability, keys, temporary files") {
    struct Row {
        Sharing sharing;
        const char* pragma;
        const char* value;
    };
    const Row rows[] = {
        {Sharing::alone, "locking_mode", "exclusive"}, {Sharing::alone, "journal_mode", "wal"},
        {Sharing::alone, "synchronous", "2"},          {Sharing::shared, "locking_mode", "normal"},
        {Sharing::shared, "journal_mode", "wal"},      {Sharing::shared, "synchronous", "2"},
        {Sharing::shared, "foreign_keys", "1"},        {Sharing::shared, "temp_store", "2"},
        {Sharing::alone, "secure_delete", "1"},        {Sharing::shared, "secure_delete", "1"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.pragma);
        TemporaryFolder folder;
        const auto database =
            Database::open({.file_name = folder.file("a.db"), .vfs_name = {}, .key = {}, .sharing = row.sharing});
        REQUIRE(database);
        CHECK(answer(**database, std::string("PRAGMA ") + row.pragma) == row.value);
    }
}

TEST_CASE("A store in use by one that wants it alone is busy") {
    TemporaryFolder folder;
    const auto first =
        Database::open({.file_name = folder.file("a.db"), .vfs_name = {}, .key = {}, .sharing = Sharing::alone});
    REQUIRE(first);
    const auto second =
        Database::open({.file_name = folder.file("a.db"), .vfs_name = {}, .key = {}, .sharing = Sharing::shared});
    REQUIRE_FALSE(second);
    CHECK(second.error().code == "storage_busy");
}

TEST_CASE("A shared store can be read beside its writer") {
    TemporaryFolder folder;
    const auto writer = open_file(folder.file("a.db"));
    const auto reader = open_file(folder.file("a.db"));
    REQUIRE(writer->run("INSERT INTO setting (name, value) VALUES ('colour', 'green')"));
    CHECK(answer(*reader, "SELECT value FROM setting WHERE name = 'colour'") == "green");
}

std::string read_whole(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

TEST_CASE("What is removed from a store is written over in its file, in a page and in pages of its own") {
    TemporaryFolder folder;
    const std::string path = folder.file("a.db");
    const auto database = open_file(path);
    for (const std::size_t size : {20, 20'000}) {
        CAPTURE(size);
        const std::string words = "the pond behind the hall" + std::string(size, 'x') + "the end of it";
        REQUIRE(database->run("INSERT INTO setting (name, value) VALUES ('a', ?)", words));
        REQUIRE(database->checkpoint());
        REQUIRE(read_whole(path).contains("the end of it"));
        REQUIRE(database->run("DELETE FROM setting WHERE name = 'a'"));
        REQUIRE(database->checkpoint());
        CHECK_FALSE(read_whole(path).contains("the pond behind the hall"));
        CHECK_FALSE(read_whole(path).contains("the end of it"));
    }
}

TEST_CASE("A file that is no store is damaged, and stays as it was") {
    struct Row {
        const char* what;
        std::string content;
    };
    const Row rows[] = {
        {"text", std::string(5000, 'x')},
        {"a header and nothing that fits it", std::string("SQLite format 3") + '\0' + std::string(5000, 'x')},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        TemporaryFolder folder;
        const std::string path = folder.file("a.db");
        std::ofstream(path, std::ios::binary) << row.content;
        const auto database =
            Database::open({.file_name = path, .vfs_name = {}, .key = {}, .sharing = Sharing::shared});
        REQUIRE_FALSE(database);
        CHECK(database.error().code == "storage_damaged");
        CHECK(read_whole(path) == row.content);
    }
}

TEST_CASE("A folder that is not there is a store that cannot be had") {
    TemporaryFolder folder;
    const auto database =
        Database::open({.file_name = folder.file("none/a.db"), .vfs_name = {}, .key = {}, .sharing = Sharing::shared});
    REQUIRE_FALSE(database);
    CHECK(database.error().code == "storage_lost");
    CHECK_FALSE(database.error().sentence.empty());
}

}  // namespace
}  // namespace kitbag
