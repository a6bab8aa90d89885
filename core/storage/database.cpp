#include "core/storage/database.h"

#include <utility>

#include "core/base/check.h"
#include "core/storage/database_engine.h"
#include "core/storage/sqlite_engine.h"

namespace kitbag {
namespace {

constexpr std::size_t cached_statements_max = 128;
constexpr const char* cache_kib = "-32768";  // Pages in memory are decrypted once.
constexpr const char* log_pages = "4000";    // Then the log goes into the store: 16 MB, and some tens of milliseconds.
constexpr const char* journal_bytes_max = "4194304";  // What a checkpoint leaves of the write-ahead log.

}  // namespace

Database::Database(std::unique_ptr<DatabaseEngine> engine, SqliteEngine* sqlite)
    : engine_(std::move(engine)), sqlite_(sqlite) {}

Result<std::unique_ptr<Database>> Database::open(const DatabaseOptions& options) {
    Result<std::unique_ptr<SqliteEngine>> engine = SqliteEngine::open(options);
    if (!engine) return std::unexpected(engine.error());
    SqliteEngine* const sqlite = engine->get();
    std::unique_ptr<Database> database(new Database(*std::move(engine), sqlite));
    if (options.damaged) database->pass_over_damage();
    if (Result<void> pinned = database->pin_settings(options.sharing); !pinned) return std::unexpected(pinned.error());
    return database;
}

std::unique_ptr<Database> Database::over(std::unique_ptr<DatabaseEngine> engine) {
    return std::unique_ptr<Database>(new Database(std::move(engine), nullptr));
}

Database::~Database() {
    for (const auto& [sql, cached] : cache_) CHECK(!cached.lent);
}

// SQLite's own way in: with this setting, whoever asks first hears that the list of tables is damaged, and from then on there are
// those tables that were read before the damage. Nothing is written because of it.
void Database::pass_over_damage() {
    (void)run("PRAGMA locking_mode=EXCLUSIVE");
    (void)run("PRAGMA writable_schema=ON");
    (void)run("SELECT 1 FROM sqlite_schema LIMIT 1");
}

Result<void> Database::pin(const std::string& pragma, const std::string& wanted, const std::string& answer) {
    if (Result<void> asked = run("PRAGMA " + pragma + "=" + wanted); !asked) return asked;
    Statement statement = query("PRAGMA " + pragma);
    const Result<bool> row = statement.step();
    if (!row) return std::unexpected(row.error());
    if (*row && statement.text(0) == answer) return {};
    return fault("storage_refused", "This device cannot keep a store safely (" + pragma + " is “" +
                                        (*row ? statement.text(0) : "") + "”, not “" + answer +
                                        "”). Use another browser or device, and tell your county.");
}

Result<void> Database::pin_settings(Sharing sharing) {
    struct Pin {
        const char* pragma;
        const char* wanted;
        const char* answer;
    };
    // The locking mode comes before anything touches the file: only so does WAL need no shared memory.
    const bool alone = sharing == Sharing::alone;
    const Pin pins[] = {
        {"locking_mode", alone ? "EXCLUSIVE" : "NORMAL", alone ? "exclusive" : "normal"},
        {"journal_mode", "WAL", "wal"},
        {"synchronous", "FULL", "2"},
        {"secure_delete", "ON", "1"},
        {"foreign_keys", "ON", "1"},
        {"temp_store", "MEMORY", "2"},
        {"trusted_schema", "OFF", "0"},
        {"cache_size", cache_kib, cache_kib},
        {"wal_autocheckpoint", log_pages, log_pages},
        {"journal_size_limit", journal_bytes_max, journal_bytes_max},
    };
    for (const Pin& each : pins) {
        if (Result<void> pinned = pin(each.pragma, each.wanted, each.answer); !pinned) return pinned;
    }
    return {};
}

Statement Database::prepare(std::string_view sql) {
    auto found = cache_.find(sql);
    if (found != cache_.end() && !found->second.lent) {
        found->second.lent = true;
        return Statement(found->second.statement.get(), &found->second.lent, std::nullopt);
    }
    const bool keep = found == cache_.end() && cache_.size() < cached_statements_max;
    Result<std::unique_ptr<EngineStatement>> made = engine_->prepare(sql, keep);
    if (!made) return Statement(nullptr, nullptr, std::move(made.error()));
    if (!keep) return Statement(made->release(), nullptr, std::nullopt);
    Cached& cached = cache_.emplace(std::string(sql), Cached{*std::move(made), true}).first->second;
    return Statement(cached.statement.get(), &cached.lent, std::nullopt);
}

Result<void> Database::finish(Statement statement) {
    Result<bool> row = statement.step();
    while (row && *row) row = statement.step();
    if (!row) return std::unexpected(row.error());
    return {};
}

Result<void> Database::run_with(std::string_view sql, std::span<const std::string_view> values) {
    Statement statement = prepare(sql);
    int index = 0;
    for (const std::string_view value : values) statement.bind_at(++index, value);
    return finish(std::move(statement));
}

Result<void> Database::run_script(const std::string& sql) {
    return engine_->run_script(sql);
}

Result<void> Database::checkpoint() {
    CHECK(sqlite_ != nullptr && !in_transaction());
    Statement statement = query("PRAGMA wal_checkpoint(TRUNCATE)");
    const Result<bool> row = statement.step();
    if (!row) return std::unexpected(row.error());
    const bool whole = *row && statement.integer(0) == 0;  // The first column: somebody was in the way.
    if (!whole) return std::unexpected(sqlite_->busy());
    return {};
}

std::int64_t Database::rows_changed() const {
    return engine_->rows_changed();
}
bool Database::in_transaction() const {
    return engine_->in_transaction();
}

Result<Transaction> Transaction::begin(Database& database) {
    const bool nested = database.in_transaction();
    if (Result<void> begun = database.run(nested ? "SAVEPOINT nested" : "BEGIN IMMEDIATE"); !begun) {
        return std::unexpected(begun.error());
    }
    return Transaction(database, nested);
}

Transaction::Transaction(Transaction&& other) noexcept
    : database_(std::exchange(other.database_, nullptr)), nested_(other.nested_) {}

Transaction::~Transaction() {
    // The engine may have undone it all by itself when the disk failed; then there is nothing left to undo.
    if (!database_ || !database_->in_transaction()) return;
    // A rollback that fails leaves the transaction uncommitted all the same: the next start undoes it.
    if (nested_) {
        (void)database_->run("ROLLBACK TO nested");
        (void)database_->run("RELEASE nested");
    } else {
        (void)database_->run("ROLLBACK");
    }
}

Result<void> Transaction::commit() {
    CHECK(database_ != nullptr);
    if (!database_->in_transaction()) return std::unexpected(database_->engine_->undone());
    if (Result<void> done = database_->run(nested_ ? "RELEASE nested" : "COMMIT"); !done) return done;
    database_ = nullptr;
    return {};
}

Result<OneMoment> OneMoment::begin(Database& database) {
    CHECK(!database.in_transaction());
    return database.run("BEGIN").transform([&] { return OneMoment(database); });
}

OneMoment::OneMoment(OneMoment&& other) noexcept : database_(std::exchange(other.database_, nullptr)) {}

OneMoment::~OneMoment() {
    if (database_ && database_->in_transaction()) (void)database_->run("ROLLBACK");
}

}  // namespace kitbag
