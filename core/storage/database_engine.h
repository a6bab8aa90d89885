#pragma once
// What stands behind a Database. SQLite does on every tablet and, unless a county asks for something else, at the county
// (sqlite_engine.h); another engine is made by whoever brings it (sync/server/postgresql). An engine is asked in the SQL
// that the stores are written in, with `?` for each value, and brings about what SQLite would; it has no statements of
// its own to offer, so that no store can come to depend on which one it is.
//
// An engine belongs to one thread. Its faults are those of database.h.

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace kitbag {

// One statement of an engine, with the values that were bound to it and the row that it stands at.
class EngineStatement {
  public:
    virtual ~EngineStatement() = default;

    // Values, numbered from 1. What goes wrong is told by step().
    virtual void bind(int index, std::string_view value) = 0;
    virtual void bind(int index, std::int64_t value) = 0;
    virtual void bind(int index, std::span<const std::uint8_t> value) = 0;
    virtual void bind_null(int index) = 0;

    // As in Statement.
    virtual Result<bool> step() = 0;
    virtual std::int64_t integer(int column) const = 0;
    virtual std::string text(int column) const = 0;
    virtual std::span<const std::uint8_t> blob(int column) const = 0;
    virtual bool is_null(int column) const = 0;

    // As it was when it was prepared: without values, before its first row.
    virtual void reset() = 0;
};

class DatabaseEngine {
  public:
    virtual ~DatabaseEngine() = default;

    // `keep`: it will be used again and again. Transactions are statements like others, in the words of database.cpp.
    virtual Result<std::unique_ptr<EngineStatement>> prepare(std::string_view sql, bool keep) = 0;
    virtual Result<void> run_script(const std::string& sql) = 0;

    virtual std::int64_t rows_changed() const = 0;
    virtual bool in_transaction() const = 0;

    // Why a transaction that nobody here ended is no longer there.
    virtual Fault undone() const = 0;
};

}  // namespace kitbag
