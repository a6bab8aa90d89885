#pragma once
// The rows of a statement as values. Only for the stores of this folder.

#include <optional>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/storage/statement.h"

namespace kitbag {

// Nothing where the column is "".
inline std::optional<Date> date_in(const Statement& row, int column) {
    const Result<Date> date = parse_date(row.text(column));
    return date ? std::optional(*date) : std::nullopt;
}

// One value for each row.
template <typename Read>
auto read_all(Statement statement, Read read) -> Result<std::vector<decltype(read(std::as_const(statement)))>> {
    std::vector<decltype(read(std::as_const(statement)))> values;
    Result<bool> row = statement.step();
    for (; row && *row; row = statement.step()) values.push_back(read(statement));
    if (!row) return std::unexpected(row.error());
    return values;
}

// Passes over the rows for which `read` gives nothing.
template <typename Read>
auto read_known(Statement statement, Read read)
    -> Result<std::vector<typename decltype(read(std::as_const(statement)))::value_type>> {
    std::vector<typename decltype(read(std::as_const(statement)))::value_type> values;
    Result<bool> row = statement.step();
    for (; row && *row; row = statement.step()) {
        if (auto value = read(statement)) values.push_back(*std::move(value));
    }
    if (!row) return std::unexpected(row.error());
    return values;
}

}  // namespace kitbag
