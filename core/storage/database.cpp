#include "core/storage/database.h"

#include <utility>

#include <sqlite3.h>

#include "core/base/check.h"
#include "core/base/id.h"

namespace kitbag {
namespace {

constexpr int busy_wait_ms = 5'000;
constexpr std::size_t cached_statements_max = 128;
constexpr const char* cache_kib = "-32768";  // Pages in memory are decrypted once.
constexpr const char* log_pages = "4000";    // Then the log goes into the store: 16 MB, and some tens of milliseconds.
constexpr const char* journal_bytes_max = "4194304";  // What a checkpoint leaves of the write-ahead log.

// What went wrong in the world. Anything else is a mistake of ours in the SQL.
std::optional<Fault> fault_of(int code) {
    switch (code & 0xff) {
        case SQLITE_FULL:
            return Fault{
                "storage_full",
                "There is no room left on this device, so nothing more can be saved. Free some space, then go on: what "
                "was saved before is safe."};
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return Fault{
                "storage_damaged",
                "The store on this device cannot be read: it is damaged, or belongs to another key. Nothing was "
                "changed. Tell your county before you do anything else with it."};
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return Fault{"storage_busy", "The store is in use by another program. Wait a moment and try again."};
        case SQLITE_IOERR:
        case SQLITE_CANTOPEN:
        case SQLITE_READONLY:
        case SQLITE_PERM:
        case SQLITE_PROTOCOL:
        case SQLITE_NOMEM:
            return Fault{
                "storage_lost",
                "The device took the store away from Kitbag. What was saved before is safe. Close Kitbag and open it "
                "again."};
        default:
            return std::nullopt;
    }
}

void forget(std::string& text) {
    // Through a volatile pointer, so that the compiler may not leave it out.
    for (volatile char* at = text.data(); at != text.data() + text.size(); ++at) *at = 0;
}

}  // namespace

DatabaseKey::~DatabaseKey() {
    for (volatile std::uint8_t& byte : bytes) byte = 0;
}

Result<std::unique_ptr<Database>> Database::open(const DatabaseOptions& options) {
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(options.file_name.c_str(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
                                     options.vfs_name.empty() ? nullptr : options.vfs_name.c_str());
    std::unique_ptr<Database> database(new Database(handle));
    if (code != SQLITE_OK) return std::unexpected(database->fault_now(code));
    sqlite3_extended_result_codes(handle, 1);
    if (Result<void> unlocked = database->unlock(options.key); !unlocked) return std::unexpected(unlocked.error());
    if (options.damaged) database->pass_over_damage();
    if (Result<void> pinned = database->pin_settings(options.sharing); !pinned) return std::unexpected(pinned.error());
    return database;
}

Database::~Database() {
    for (auto& [sql, cached] : cache_) {
        CHECK(!cached.lent);
        sqlite3_finalize(cached.handle);
    }
    sqlite3_close(handle_);
}

Fault Database::fault_now(int code) const {
    std::optional<Fault> fault = fault_of(code);
    if (!fault) check_failed(handle_ ? sqlite3_errmsg(handle_) : sqlite3_errstr(code), __FILE__, __LINE__);
    return *std::move(fault);
}

Result<void> Database::unlock(const std::optional<DatabaseKey>& key) {
    if (!key) return {};
    // A raw key: it is random already, so there is nothing to gain from deriving another from it at each start.
    std::string raw = "raw:" + to_hex(key->bytes);
    const int code = sqlite3_key(handle_, raw.data(), static_cast<int>(raw.size()));
    forget(raw);
    if (code != SQLITE_OK) {
        return fault("storage_refused",
                     "The store could not be opened encrypted on this device. Nothing was written. Tell your county.");
    }
    return {};
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
    sqlite3_busy_timeout(handle_, busy_wait_ms);
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
        return Statement(*this, found->second.handle, &found->second.lent, std::nullopt);
    }
    const bool keep = found == cache_.end() && cache_.size() < cached_statements_max;
    sqlite3_stmt* handle = nullptr;
    const int code = sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()),
                                        keep ? SQLITE_PREPARE_PERSISTENT : 0, &handle, nullptr);
    if (code != SQLITE_OK) return Statement(*this, nullptr, nullptr, fault_now(code));
    CHECK(handle != nullptr);
    if (!keep) return Statement(*this, handle, nullptr, std::nullopt);
    Cached& cached = cache_.emplace(std::string(sql), Cached{handle, true}).first->second;
    return Statement(*this, handle, &cached.lent, std::nullopt);
}

Result<void> Database::finish(Statement statement) {
    Result<bool> row = statement.step();
    while (row && *row) row = statement.step();
    if (!row) return std::unexpected(row.error());
    return {};
}

Result<void> Database::run_script(const std::string& sql) {
    const int code = sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return std::unexpected(fault_now(code));
    return {};
}

Result<void> Database::checkpoint() {
    CHECK(!in_transaction());
    Statement statement = query("PRAGMA wal_checkpoint(TRUNCATE)");
    const Result<bool> row = statement.step();
    if (!row) return std::unexpected(row.error());
    const bool whole = *row && statement.integer(0) == 0;  // The first column: somebody was in the way.
    if (!whole) return std::unexpected(fault_now(SQLITE_BUSY));
    return {};
}

std::int64_t Database::last_row() const {
    return sqlite3_last_insert_rowid(handle_);
}
std::int64_t Database::rows_changed() const {
    return sqlite3_changes64(handle_);
}
bool Database::in_transaction() const {
    return sqlite3_get_autocommit(handle_) == 0;
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
    // SQLite may have undone it all by itself when the disk failed; then there is nothing left to undo.
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
    if (!database_->in_transaction()) return std::unexpected(database_->fault_now(SQLITE_IOERR));
    if (Result<void> done = database_->run(nested_ ? "RELEASE nested" : "COMMIT"); !done) return done;
    database_ = nullptr;
    return {};
}

}  // namespace kitbag
