#include "core/storage/damaged_store.h"

#include <algorithm>
#include <utility>

#include "core/storage/list_of_tables.h"

namespace kitbag {
namespace {

// Where nobody knows how many rows there were: after so many numbers with nothing to read, there is nothing.
constexpr std::int64_t numbers_missed_max = 20'000;
// Of rows without numbers. A page that is lost is in the way of every row beyond it, so more tries would tell the same.
constexpr int rows_missed_max = 16;

std::string_view first_of(std::string_view columns) {
    return columns.substr(0, columns.find(','));
}

// True: to the end. False: something was in the way. `take`'s own Fault otherwise.
Result<bool> read_on(Statement statement, const std::function<Result<void>(const Statement&)>& take) {
    for (;;) {
        const Result<bool> row = statement.step();
        if (!row) return false;
        if (!*row) return true;
        if (Result<void> taken = take(statement); !taken) return std::unexpected(taken.error());
    }
}

}  // namespace

Result<std::unique_ptr<DamagedStore>> DamagedStore::open(FilePool& pool, const DatabaseKey& key, const Clock& clock,
                                                         Random& random) {
    std::unique_ptr<DamagedStore> store(new DamagedStore(pool));
    auto vfs = PoolVfs::create(store->pool_, clock, random, PoolRole::damaged);
    if (!vfs) return std::unexpected(vfs.error());
    store->vfs_ = std::move(*vfs);
    const Result<bool> as_found = store->open_database(key);
    if (as_found && *as_found) return store;
    if (!as_found && as_found.error().code != "storage_damaged") return std::unexpected(as_found.error());
    store->database_.reset();
    const Result<void> listed = list_tables_anew(store->pool_, damaged_vfs_name, key);
    if (!listed && !as_found) return std::unexpected(as_found.error());
    const Result<bool> anew = store->open_database(key);
    if (!anew) return std::unexpected(anew.error());
    return store;
}

// True: with the whole list of its tables.
Result<bool> DamagedStore::open_database(const DatabaseKey& key) {
    auto database = Database::open({.file_name = pool_database_name,
                                    .vfs_name = damaged_vfs_name,
                                    .key = key,
                                    .sharing = Sharing::alone,
                                    .damaged = true});
    if (!database) return std::unexpected(database.error());
    database_ = std::move(*database);
    return find_tables();
}

// In the order, and as far, as SQLite itself has just read the list of tables: to ask for any other would be a mistake of ours.
Result<bool> DamagedStore::find_tables() {
    tables_.clear();
    return read_on(database_->query("SELECT name, type, sql FROM sqlite_schema ORDER BY rowid"),
                   [&](const Statement& row) -> Result<void> {
                       if (row.text(1) == "table") tables_.push_back(row.text(0));
                       return {};
                   });
}

bool DamagedStore::has(std::string_view table) const {
    return std::ranges::contains(tables_, table);
}

Result<void> DamagedStore::each_numbered(const ReadableTable& table, const Take& take) {
    if (!has(table.name)) return {};
    const std::string number(first_of(table.columns));
    const std::string sql = "SELECT " + std::string(table.columns) + " FROM " + std::string(table.name) + " WHERE " +
                            number + " >= ? ORDER BY " + number;
    const std::optional<std::int64_t> greatest = last_number(table.name);
    std::int64_t next = 1;
    std::int64_t reached = 0;  // The last that could be read.
    for (;;) {
        const Result<bool> whole = read_on(database_->query(sql, next), [&](const Statement& row) {
            reached = row.integer(0);
            next = reached + 1;
            return take(row);
        });
        if (!whole) return std::unexpected(whole.error());
        if (*whole) return {};
        ++next;  // Whatever is in the way: one number further may be beyond it.
        if (next > greatest.value_or(reached + numbers_missed_max)) return {};
    }
}

Result<void> DamagedStore::each_row(const ReadableTable& table, const Take& take) {
    if (!has(table.name)) return {};
    const std::string all = "SELECT " + std::string(table.columns) + " FROM " + std::string(table.name) + " ORDER BY " +
                            std::string(first_of(table.columns));
    for (const std::string_view way : {" ASC", " DESC"}) {
        const std::string sql = all + std::string(way) + " LIMIT -1 OFFSET ?";
        std::int64_t passed = 0;
        for (int missed = 0; missed <= rows_missed_max; ++missed, ++passed) {
            const Result<bool> whole = read_on(database_->query(sql, passed), [&](const Statement& row) {
                ++passed;
                missed = 0;
                return take(row);
            });
            if (!whole) return std::unexpected(whole.error());
            if (*whole) return {};
        }
    }
    return {};
}

Result<void> DamagedStore::row_at(const ReadableTable& table, std::int64_t number, const Take& take) {
    if (!has(table.name)) return {};
    const std::string sql = "SELECT " + std::string(table.columns) + " FROM " + std::string(table.name) + " WHERE " +
                            std::string(first_of(table.columns)) + " = ?";
    return read_on(database_->query(sql, number), take).transform([](bool) {});
}

std::optional<std::int64_t> DamagedStore::last_number(std::string_view table) {
    if (!has("sqlite_sequence")) return std::nullopt;
    Statement statement = database_->query("SELECT seq FROM sqlite_sequence WHERE name = ?", table);
    const Result<bool> row = statement.step();
    if (!row || !*row) return std::nullopt;
    return statement.integer(0);
}

}  // namespace kitbag
