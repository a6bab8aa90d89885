#pragma once
// Stores for these tests: on a real file, or on a pool in memory, with the tables made.

#include <memory>
#include <string>

#include <doctest/doctest.h>

#include "core/storage/database.h"
#include "core/storage/migrations.h"
#include "core/storage/pool_vfs.h"
#include "tests/support/memory_pool.h"
#include "tests/support/seams.h"

namespace kitbag {

inline DatabaseKey test_key(std::uint8_t seed = 7) {
    DatabaseKey key;
    SeededRandom(seed).fill(key.bytes);
    return key;
}

// REQUIRES: it opens.
inline std::unique_ptr<Database> open_file(const std::string& file_name) {
    auto database = Database::open({.file_name = file_name, .vfs_name = {}, .key = {}, .sharing = Sharing::shared});
    REQUIRE(database);
    REQUIRE(migrate(**database));
    return *std::move(database);
}

inline DatabaseOptions pool_options(const DatabaseKey& key = test_key()) {
    return {.file_name = pool_database_name, .vfs_name = pool_vfs_name, .key = key, .sharing = Sharing::alone};
}

// The first column of the first row as text; "(none)" when there is no row.
inline std::string answer(Database& database, std::string_view sql) {
    Statement statement = database.query(sql);
    const Result<bool> row = statement.step();
    REQUIRE(row);
    return *row ? statement.text(0) : "(none)";
}

}  // namespace kitbag
