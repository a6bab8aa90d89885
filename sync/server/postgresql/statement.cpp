#include "sync/server/postgresql/statement.h"

#include <charconv>
#include <cstring>

#include "core/base/check.h"

namespace kitbag {
namespace {

constexpr std::string_view in_place_of_zero = "\xEF\xBF\xBD";  // U+FFFD

}  // namespace

PostgresqlStatement::Value& PostgresqlStatement::place(int index) {
    const auto at = static_cast<std::size_t>(index);
    if (values_.size() < at) values_.resize(at);
    return values_[at - 1];
}

void PostgresqlStatement::bind(int index, std::string_view value) {
    std::string content(value);
    for (std::size_t at = content.find('\0'); at != std::string::npos; at = content.find('\0', at))
        content.replace(at, 1, in_place_of_zero);
    place(index) = {std::move(content), false};
}

void PostgresqlStatement::bind(int index, std::int64_t value) {
    place(index) = {std::to_string(value), false};
}

void PostgresqlStatement::bind(int index, std::span<const std::uint8_t> value) {
    place(index) = {std::string(value.begin(), value.end()), true};
}

void PostgresqlStatement::bind_null(int index) {
    place(index) = {};
}

Result<void> PostgresqlStatement::ask() {
    PostgresqlEngine::Values values;
    for (const Value& each : values_) {
        values.texts.push_back(each.content ? each.content->c_str() : nullptr);
        values.lengths.push_back(each.content ? static_cast<int>(each.content->size()) : 0);
        values.formats.push_back(each.bytes ? 1 : 0);
    }
    Result<PostgresqlAnswer> answer = engine_.ask(question_, values);
    if (!answer) return std::unexpected(answer.error());
    answer_ = *std::move(answer);
    return {};
}

Result<bool> PostgresqlStatement::step() {
    if (step_ != TransactionStep::none) return engine_.take(step_).transform([] { return false; });
    if (!answer_) {
        if (const Result<void> asked = ask(); !asked) return std::unexpected(asked.error());
    }
    if (row_ + 1 >= PQntuples(answer_.get())) return false;
    ++row_;
    return true;
}

std::int64_t PostgresqlStatement::integer(int column) const {
    if (is_null(column)) return 0;
    const char* text = PQgetvalue(answer_.get(), row_, column);
    if (std::strcmp(text, "t") == 0) return 1;
    std::int64_t value = 0;
    std::from_chars(text, text + std::strlen(text), value);
    return value;
}

std::string PostgresqlStatement::text(int column) const {
    if (is_null(column)) return {};
    return {PQgetvalue(answer_.get(), row_, column),
            static_cast<std::size_t>(PQgetlength(answer_.get(), row_, column))};
}

std::span<const std::uint8_t> PostgresqlStatement::blob(int column) const {
    bytes_.clear();
    if (is_null(column)) return bytes_;
    std::size_t size = 0;
    unsigned char* const bytes =
        PQunescapeBytea(reinterpret_cast<const unsigned char*>(PQgetvalue(answer_.get(), row_, column)), &size);
    CHECK(bytes != nullptr);
    bytes_.assign(bytes, bytes + size);
    PQfreemem(bytes);
    return bytes_;
}

// A column of a row that is not there is as one of SQLite's: nothing.
bool PostgresqlStatement::is_null(int column) const {
    if (!answer_ || row_ < 0 || row_ >= PQntuples(answer_.get())) return true;
    return PQgetisnull(answer_.get(), row_, column) == 1;
}

void PostgresqlStatement::reset() {
    values_.clear();
    answer_.reset();
    row_ = -1;
}

}  // namespace kitbag
