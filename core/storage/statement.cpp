#include "core/storage/statement.h"

#include <utility>

#include "core/storage/database_engine.h"

namespace kitbag {

Statement::Statement(EngineStatement* statement, bool* lent, std::optional<Fault> trouble)
    : statement_(statement), lent_(lent), trouble_(std::move(trouble)) {}

Statement::Statement(Statement&& other) noexcept
    : statement_(std::exchange(other.statement_, nullptr)),
      lent_(std::exchange(other.lent_, nullptr)),
      trouble_(std::move(other.trouble_)) {}

Statement::~Statement() {
    if (!statement_) return;
    if (!lent_) {
        delete statement_;
        return;
    }
    statement_->reset();
    *lent_ = false;
}

void Statement::bind_at(int index, std::string_view value) {
    if (statement_) statement_->bind(index, value);
}

void Statement::bind_at(int index, std::int64_t value) {
    if (statement_) statement_->bind(index, value);
}

void Statement::bind_at(int index, std::span<const std::uint8_t> value) {
    if (statement_) statement_->bind(index, value);
}

void Statement::bind_at(int index, std::nullopt_t) {
    if (statement_) statement_->bind_null(index);
}

Result<bool> Statement::step() {
    if (trouble_) return std::unexpected(*trouble_);
    return statement_->step();
}

std::int64_t Statement::integer(int column) const {
    return statement_->integer(column);
}

std::string Statement::text(int column) const {
    return statement_->text(column);
}

std::span<const std::uint8_t> Statement::blob(int column) const {
    return statement_->blob(column);
}

bool Statement::is_null(int column) const {
    return statement_->is_null(column);
}

}  // namespace kitbag
