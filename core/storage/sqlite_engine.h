#pragma once
// SQLite behind a Database. Only core/storage sees it: everybody else has Database::open().

#include <memory>
#include <optional>

#include "core/storage/database.h"
#include "core/storage/database_engine.h"

struct sqlite3;

namespace kitbag {

class SqliteEngine final : public DatabaseEngine {
  public:
    // Opened and unlocked, its settings not pinned yet.
    static Result<std::unique_ptr<SqliteEngine>> open(const DatabaseOptions& options);
    ~SqliteEngine() override;
    SqliteEngine(const SqliteEngine&) = delete;
    SqliteEngine& operator=(const SqliteEngine&) = delete;

    Result<std::unique_ptr<EngineStatement>> prepare(std::string_view sql, bool keep) override;
    Result<void> run_script(const std::string& sql) override;
    std::int64_t rows_changed() const override;
    bool in_transaction() const override;
    Fault undone() const override;

    // For what SQLite alone does.
    sqlite3* handle() const { return handle_; }
    Fault fault_now(int code) const;
    Fault busy() const;

  private:
    explicit SqliteEngine(sqlite3* handle) : handle_(handle) {}
    Result<void> unlock(const std::optional<DatabaseKey>& key);

    sqlite3* handle_;
};

}  // namespace kitbag
