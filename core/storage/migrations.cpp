#include "core/storage/migrations.h"

#include "core/storage/projection.h"
#include "embedded/store_migrations.h"

namespace kitbag {
namespace {

constexpr int first_with_proofs = 7;  // Of the versions of a store.

Fault newer_store() {
    return {"newer_store",
            "This store was written by a newer Kitbag than this one. Nothing was changed. Update Kitbag, then open it "
            "again."};
}

Result<int> number(Database& database, std::string_view sql) {
    Statement statement = database.query(sql);
    const Result<bool> row = statement.step();
    if (!row) return std::unexpected(row.error());
    return *row ? static_cast<int>(statement.integer(0)) : 0;
}

// One step and the mark that it was taken, together.
template <typename Mark>
Result<void> take_step(Database& database, std::string_view sql, Mark mark) {
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction) return std::unexpected(transaction.error());
    if (Result<void> done = database.run_script(std::string(sql)); !done) return done;
    if (Result<void> marked = mark(); !marked) return marked;
    return transaction->commit();
}

// Before there were proofs a tablet could not notice that its county was put back from an older copy. So what the county had taken from
// such a store is not confirmed until the county's log, which is read from its beginning once more, has brought it again.
Result<void> doubt_county(Database& database) {
    return database
        .run(
            "INSERT INTO unconfirmed (change) SELECT change FROM receipt WHERE EXISTS (SELECT 1 FROM setting WHERE "
            "name "
            "= 'sync.cursor')")
        .and_then([&] { return database.run("DELETE FROM setting WHERE name = 'sync.cursor'"); });
}

}  // namespace

std::vector<std::string_view> store_migrations() {
    std::vector<std::string_view> steps;
    for (const embedded::Text& text : embedded::store_migrations) steps.push_back(text.content);
    return steps;
}

// An older program keeps changes of records that it does not know, unread. So whoever brings its store up to date fills the
// tables again from what it kept, in the same transaction: a store is never left with the tables and without their rows.
Result<int> migrate(Database& database) {
    const Result<int> found = number(database, "PRAGMA user_version");
    if (!found) return found;
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction) return std::unexpected(transaction.error());
    const Result<int> reached = migrate_to(database, store_migrations());
    if (!reached) return reached;
    if (*found > 0 && *found < *reached) {
        if (Result<void> filled = rebuild_tables(database); !filled) return std::unexpected(filled.error());
    }
    if (*found > 0 && *found < first_with_proofs) {
        if (Result<void> doubted = doubt_county(database); !doubted) return std::unexpected(doubted.error());
    }
    if (Result<void> committed = transaction->commit(); !committed) return std::unexpected(committed.error());
    return reached;
}

Result<int> migrate_to(Database& database, std::span<const std::string_view> steps) {
    const int wanted = static_cast<int>(steps.size());
    const Result<int> found = number(database, "PRAGMA user_version");
    if (!found) return found;
    if (*found > wanted) return std::unexpected(newer_store());
    if (*found == 0) {
        const Result<int> tables = number(database, "SELECT count(*) FROM sqlite_schema");
        if (!tables) return tables;
        if (*tables > 0) {
            return fault("storage_damaged",
                         "This file is a database, but not one of Kitbag's. Nothing was changed. Choose another file.");
        }
    }
    for (int version = *found; version < wanted; ++version) {
        const Result<void> taken = take_step(database, steps[static_cast<std::size_t>(version)], [&] {
            return database.run_script("PRAGMA user_version = " + std::to_string(version + 1));
        });
        if (!taken) return std::unexpected(taken.error());
    }
    return wanted;
}

Result<int> migrate_part(Database& database, std::string_view part, std::span<const std::string_view> steps) {
    Result<int> found = 0;
    {
        Statement statement = database.query("SELECT version FROM part_version WHERE part = ?", part);
        const Result<bool> row = statement.step();
        if (!row) return std::unexpected(row.error());
        if (*row) found = static_cast<int>(statement.integer(0));
    }
    const int wanted = static_cast<int>(steps.size());
    if (*found > wanted) return std::unexpected(newer_store());
    for (int version = *found; version < wanted; ++version) {
        const Result<void> taken = take_step(database, steps[static_cast<std::size_t>(version)], [&] {
            return database.run(
                "INSERT INTO part_version (part, version) VALUES (?, ?) ON CONFLICT (part) DO UPDATE SET version = "
                "excluded.version",
                part, version + 1);
        });
        if (!taken) return std::unexpected(taken.error());
    }
    return wanted;
}

}  // namespace kitbag
