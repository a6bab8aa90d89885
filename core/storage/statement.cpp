#include "core/storage/statement.h"

#include <utility>

#include <sqlite3.h>

#include "core/storage/database.h"

namespace kitbag {

Statement::Statement(Database& database, sqlite3_stmt* handle, bool* lent, std::optional<Fault> trouble)
    : database_(database), handle_(handle), lent_(lent), trouble_(std::move(trouble)) {}

Statement::Statement(Statement&& other) noexcept
    : database_(other.database_),
      handle_(std::exchange(other.handle_, nullptr)),
      lent_(std::exchange(other.lent_, nullptr)),
      trouble_(std::move(other.trouble_)) {}

Statement::~Statement() {
    if (!handle_) return;
    if (!lent_) {
        sqlite3_finalize(handle_);
        return;
    }
    sqlite3_reset(handle_);
    sqlite3_clear_bindings(handle_);
    *lent_ = false;
}

void Statement::note(int code) {
    if (code != SQLITE_OK && !trouble_) trouble_ = database_.fault_now(code);
}

void Statement::bind_at(int index, std::string_view value) {
    if (!handle_) return;
    // A null pointer would bind NULL where an empty text is meant.
    const char* text = value.data() ? value.data() : "";
    note(sqlite3_bind_text64(handle_, index, text, value.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::bind_at(int index, std::int64_t value) {
    if (handle_) note(sqlite3_bind_int64(handle_, index, value));
}

void Statement::bind_at(int index, std::span<const std::uint8_t> value) {
    if (!handle_) return;
    const void* bytes = value.data() ? static_cast<const void*>(value.data()) : "";
    note(sqlite3_bind_blob64(handle_, index, bytes, value.size(), SQLITE_TRANSIENT));
}

void Statement::bind_at(int index, std::nullopt_t) {
    if (handle_) note(sqlite3_bind_null(handle_, index));
}

Result<bool> Statement::step() {
    if (trouble_) return std::unexpected(*trouble_);
    const int code = sqlite3_step(handle_);
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    note(code);
    return std::unexpected(*trouble_);
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(handle_, column);
}

std::string Statement::text(int column) const {
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(handle_, column));
    return text ? std::string(text, static_cast<std::size_t>(sqlite3_column_bytes(handle_, column))) : std::string();
}

std::span<const std::uint8_t> Statement::blob(int column) const {
    const auto* bytes = static_cast<const std::uint8_t*>(sqlite3_column_blob(handle_, column));
    return {bytes, bytes ? static_cast<std::size_t>(sqlite3_column_bytes(handle_, column)) : 0};
}

bool Statement::is_null(int column) const {
    return sqlite3_column_type(handle_, column) == SQLITE_NULL;
}

}  // namespace kitbag
