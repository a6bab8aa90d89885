#pragma once
// One database, and the only door to it: the rest of Kitbag never sees sqlite3.h. What is behind it is SQLite, or at a
// county that asks for it another engine (database_engine.h); what is written here holds for both, but for what says SQLite
// only. A Database belongs to one thread. It refuses to open a store whose journal, locking or durability is not what was asked for, because then
// "saved" would not mean saved.
//
// Mistakes of ours in the SQL stop the program. Faults of every function here: "storage_full", "storage_lost" (the
// disk or the browser took the file away), "storage_damaged" (not a store, or another key), "storage_busy" (another
// program holds it), "storage_refused" (the settings asked for could not be had). Each sentence can be shown as it
// stands.

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/storage/database_key.h"
#include "core/storage/statement.h"

namespace kitbag {

class DatabaseEngine;
class SqliteEngine;

enum class Sharing {
    alone,   // The only user of the file, with no shared memory: a tablet's browser.
    shared,  // Other programs on this computer may read beside us: the county server and its command line.
};

struct DatabaseOptions {
    std::string file_name;
    std::string vfs_name;            // "" for the operating system's own files; pool_vfs_name for a FilePool.
    std::optional<DatabaseKey> key;  // None: the file is not encrypted.
    Sharing sharing = Sharing::alone;
    bool damaged = false;  // To read what can be read: a list of tables that breaks off is taken as far as it goes.
};

class Database {
  public:
    // A SQLite database in a file.
    static Result<std::unique_ptr<Database>> open(const DatabaseOptions& options);
    // One that somebody else has opened.
    static std::unique_ptr<Database> over(std::unique_ptr<DatabaseEngine> engine);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    // A statement with its parameters, ready to step. `sql` is one statement; the text is the key of the cache, so
    // it must come from a fixed set: values are always bound, never written into it.
    template <typename... Values>
    Statement query(std::string_view sql, const Values&... values) {
        Statement statement = prepare(sql);
        int index = 0;
        (statement.bind_at(++index, values), ...);
        return statement;
    }

    // Runs a statement that answers with no rows, or whose rows are of no interest.
    template <typename... Values>
    Result<void> run(std::string_view sql, const Values&... values) {
        return finish(query(sql, values...));
    }

    // The same with as many texts as it has parameters.
    Result<void> run_with(std::string_view sql, std::span<const std::string_view> values);

    // Runs a text of several statements without parameters, as migrations have.
    Result<void> run_script(const std::string& sql);

    std::int64_t rows_changed() const;  // By the last statement.
    bool in_transaction() const;

    // SQLite only, from here on.

    // Brings everything that was committed into the one file and empties the write-ahead log. REQUIRES: no transaction.
    Result<void> checkpoint();

    // Looks through the store for damage as long as `go_on` says so; it is asked every thousand operations or so. True: all was
    // looked at and is whole. False: not all was looked at, and what was is whole. "storage_damaged" otherwise.
    Result<bool> check_quickly(const std::function<bool()>& go_on);
    // What check_table() takes, in the order of their names.
    Result<std::vector<std::string>> tables();
    // Reads one table with its indexes, and holds them against each other. "storage_damaged" when they do not fit.
    Result<void> check_table(std::string_view table);

  private:
    friend class Transaction;
    struct Cached {
        std::unique_ptr<EngineStatement> statement;
        bool lent = false;
    };
    Database(std::unique_ptr<DatabaseEngine> engine, SqliteEngine* sqlite);
    Result<void> pin_settings(Sharing sharing);
    void pass_over_damage();
    Result<void> pin(const std::string& pragma, const std::string& wanted, const std::string& answer);
    Statement prepare(std::string_view sql);
    Result<void> finish(Statement statement);

    std::unique_ptr<DatabaseEngine> engine_;
    SqliteEngine* sqlite_;  // The same, where it is SQLite.
    std::map<std::string, Cached, std::less<>> cache_;
};

// All or nothing. Takes the writer's place at once (BEGIN IMMEDIATE); undone when it goes without commit(). One begun
// inside another is a part of it: it can be undone alone, and is on the disk when the outer one is.
class Transaction {
  public:
    static Result<Transaction> begin(Database& database);
    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

    // After success everything written is on the disk. After a Fault nothing of it shows; only if the device dies before
    // anything else is written may it be found there, whole.
    Result<void> commit();

  private:
    Transaction(Database& database, bool nested) : database_(&database), nested_(nested) {}
    Database* database_;
    bool nested_;
};

// While it lives, what is read is the database of one moment, and nothing may be written. REQUIRES: no transaction.
class OneMoment {
  public:
    static Result<OneMoment> begin(Database& database);
    OneMoment(OneMoment&& other) noexcept;
    OneMoment& operator=(OneMoment&&) = delete;
    ~OneMoment();

  private:
    explicit OneMoment(Database& database) : database_(&database) {}
    Database* database_;
};

}  // namespace kitbag
