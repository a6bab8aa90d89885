#pragma once
// One prepared SQL statement with its parameters, made by Database::query. Its faults are those of database.h.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace kitbag {

class Database;
class EngineStatement;

// One prepared statement, borrowed from its Database's cache and given back when it goes. Binding never fails by
// itself: what went wrong earlier is told by step().
class Statement {
  public:
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&&) = delete;
    ~Statement();

    // True: a row is there to read. False: finished.
    Result<bool> step();

    // Columns of the row, from 0. REQUIRES: the last step() gave true. Views last until the next step().
    std::int64_t integer(int column) const;
    std::string text(int column) const;
    std::span<const std::uint8_t> blob(int column) const;
    bool is_null(int column) const;

  private:
    friend class Database;
    Statement(EngineStatement* statement, bool* lent, std::optional<Fault> trouble);
    void bind_at(int index, std::string_view value);
    void bind_at(int index, const char* value) { bind_at(index, std::string_view(value)); }
    void bind_at(int index, const std::string& value) { bind_at(index, std::string_view(value)); }
    void bind_at(int index, std::int64_t value);
    void bind_at(int index, int value) { bind_at(index, std::int64_t{value}); }
    void bind_at(int index, std::span<const std::uint8_t> value);
    void bind_at(int index, std::nullopt_t);
    template <typename Value>
    void bind_at(int index, const std::optional<Value>& value) {
        value ? bind_at(index, *value) : bind_at(index, std::nullopt);
    }

    EngineStatement* statement_;    // Null when it could not be prepared.
    bool* lent_;                    // The cache's mark, or null for a statement that is not cached and so is ours.
    std::optional<Fault> trouble_;  // Why it could not.
};

}  // namespace kitbag
