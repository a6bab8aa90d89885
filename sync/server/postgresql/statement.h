#pragma once
// One statement for a PostgreSQL server. All its rows are in memory from the first step on, so that others may be asked
// between two of them; the protocol's own pages keep them few.

#include <optional>
#include <string>
#include <vector>

#include "core/storage/database_engine.h"
#include "sync/server/postgresql/engine.h"

namespace kitbag {

class PostgresqlStatement final : public EngineStatement {
  public:
    PostgresqlStatement(PostgresqlEngine& engine, TransactionStep step, PostgresqlEngine::Question question)
        : engine_(engine), step_(step), question_(std::move(question)) {}

    // PostgreSQL has no text with a character 0 in it: in its place U+FFFD is kept. No field of a record may have one.
    void bind(int index, std::string_view value) override;
    void bind(int index, std::int64_t value) override;
    void bind(int index, std::span<const std::uint8_t> value) override;
    void bind_null(int index) override;

    Result<bool> step() override;
    std::int64_t integer(int column) const override;
    std::string text(int column) const override;
    std::span<const std::uint8_t> blob(int column) const override;
    bool is_null(int column) const override;
    void reset() override;

  private:
    struct Value {
        std::optional<std::string> content;  // Nothing is NULL.
        bool bytes = false;
    };
    Value& place(int index);
    Result<void> ask();

    PostgresqlEngine& engine_;
    TransactionStep step_;
    PostgresqlEngine::Question question_;
    std::vector<Value> values_;
    PostgresqlAnswer answer_;
    int row_ = -1;
    mutable std::vector<std::uint8_t> bytes_;  // Of the blob that was read last.
};

}  // namespace kitbag
