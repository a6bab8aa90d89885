#include "core/storage/settings.h"

namespace kitbag {

Result<std::optional<std::string>> Settings::get(std::string_view name) const {
    Statement statement = database_.query("SELECT value FROM setting WHERE name = ?", name);
    const Result<bool> row = statement.step();
    if (!row) return std::unexpected(row.error());
    return *row ? std::optional(statement.text(0)) : std::nullopt;
}

Result<void> Settings::set(std::string_view name, std::string_view value) {
    return database_.run(
        "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value", name,
        value);
}

}  // namespace kitbag
