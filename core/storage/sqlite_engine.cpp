#include "core/storage/sqlite_engine.h"

#include <utility>

#include <sodium.h>
#include <sqlite3.h>

#include "core/base/check.h"
#include "core/base/id.h"

namespace kitbag {
namespace {

constexpr int busy_wait_ms = 5'000;

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

class SqliteStatement final : public EngineStatement {
  public:
    SqliteStatement(const SqliteEngine& engine, sqlite3_stmt* handle) : engine_(engine), handle_(handle) {}
    ~SqliteStatement() override { sqlite3_finalize(handle_); }
    SqliteStatement(const SqliteStatement&) = delete;
    SqliteStatement& operator=(const SqliteStatement&) = delete;

    void bind(int index, std::string_view value) override {
        // A null pointer would bind NULL where an empty text is meant.
        const char* text = value.data() ? value.data() : "";
        note(sqlite3_bind_text64(handle_, index, text, value.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
    }
    void bind(int index, std::int64_t value) override { note(sqlite3_bind_int64(handle_, index, value)); }
    void bind(int index, std::span<const std::uint8_t> value) override {
        const void* bytes = value.data() ? static_cast<const void*>(value.data()) : "";
        note(sqlite3_bind_blob64(handle_, index, bytes, value.size(), SQLITE_TRANSIENT));
    }
    void bind_null(int index) override { note(sqlite3_bind_null(handle_, index)); }

    Result<bool> step() override {
        const int code = trouble_ == SQLITE_OK ? sqlite3_step(handle_) : trouble_;
        if (code == SQLITE_ROW) return true;
        if (code == SQLITE_DONE) return false;
        note(code);
        return std::unexpected(engine_.fault_now(code));
    }

    std::int64_t integer(int column) const override { return sqlite3_column_int64(handle_, column); }
    std::string text(int column) const override {
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(handle_, column));
        return text ? std::string(text, static_cast<std::size_t>(sqlite3_column_bytes(handle_, column)))
                    : std::string();
    }
    std::span<const std::uint8_t> blob(int column) const override {
        const auto* bytes = static_cast<const std::uint8_t*>(sqlite3_column_blob(handle_, column));
        return {bytes, bytes ? static_cast<std::size_t>(sqlite3_column_bytes(handle_, column)) : 0};
    }
    bool is_null(int column) const override { return sqlite3_column_type(handle_, column) == SQLITE_NULL; }

    void reset() override {
        sqlite3_reset(handle_);
        sqlite3_clear_bindings(handle_);
        trouble_ = SQLITE_OK;
    }

  private:
    // What went wrong first is what every later step tells.
    void note(int code) {
        if (trouble_ == SQLITE_OK) trouble_ = code;
    }

    const SqliteEngine& engine_;
    sqlite3_stmt* handle_;
    int trouble_ = SQLITE_OK;
};

}  // namespace

DatabaseKey::~DatabaseKey() {
    for (volatile std::uint8_t& byte : bytes) byte = 0;
}

Result<std::unique_ptr<SqliteEngine>> SqliteEngine::open(const DatabaseOptions& options) {
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(options.file_name.c_str(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
                                     options.vfs_name.empty() ? nullptr : options.vfs_name.c_str());
    std::unique_ptr<SqliteEngine> engine(new SqliteEngine(handle));
    if (code != SQLITE_OK) return std::unexpected(engine->fault_now(code));
    sqlite3_extended_result_codes(handle, 1);
    if (Result<void> unlocked = engine->unlock(options.key); !unlocked) return std::unexpected(unlocked.error());
    sqlite3_busy_timeout(handle, busy_wait_ms);
    return engine;
}

SqliteEngine::~SqliteEngine() {
    sqlite3_close(handle_);
}

Fault SqliteEngine::fault_now(int code) const {
    std::optional<Fault> fault = fault_of(code);
    if (!fault) check_failed(handle_ ? sqlite3_errmsg(handle_) : sqlite3_errstr(code), __FILE__, __LINE__);
    return *std::move(fault);
}

Result<void> SqliteEngine::unlock(const std::optional<DatabaseKey>& key) {
    if (!key) return {};
    CHECK(sodium_init() >= 0);  // Which chooses the quickest code that this processor has for the pages.
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

Result<std::unique_ptr<EngineStatement>> SqliteEngine::prepare(std::string_view sql, bool keep) {
    sqlite3_stmt* handle = nullptr;
    const int code = sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()),
                                        keep ? SQLITE_PREPARE_PERSISTENT : 0, &handle, nullptr);
    if (code != SQLITE_OK) return std::unexpected(fault_now(code));
    CHECK(handle != nullptr);
    return std::make_unique<SqliteStatement>(*this, handle);
}

Result<void> SqliteEngine::run_script(const std::string& sql) {
    const int code = sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return std::unexpected(fault_now(code));
    return {};
}

std::int64_t SqliteEngine::rows_changed() const {
    return sqlite3_changes64(handle_);
}
bool SqliteEngine::in_transaction() const {
    return sqlite3_get_autocommit(handle_) == 0;
}
Fault SqliteEngine::undone() const {
    return fault_now(SQLITE_IOERR);
}
Fault SqliteEngine::busy() const {
    return fault_now(SQLITE_BUSY);
}

}  // namespace kitbag
