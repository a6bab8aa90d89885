#include "core/storage/person_store.h"

#include "core/storage/read_rows.h"

namespace kitbag {

Result<void> PersonStore::put(std::span<const Person> people) {
    for (const Person& person : people) {
        Result<void> written = database_.run(
            "INSERT INTO person (id, name) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name",
            person.id, person.name);
        if (!written) return written;
    }
    return {};
}

Result<std::string> PersonStore::name_of(std::string_view id) const {
    Statement statement = database_.query("SELECT name FROM person WHERE id = ?", id);
    const Result<bool> row = statement.step();
    if (!row) return std::unexpected(row.error());
    return *row ? statement.text(0) : std::string();
}

Result<std::vector<Id>> PersonStore::ids_of(std::string_view name) const {
    return read_all(database_.query("SELECT id FROM person WHERE name = ? ORDER BY id", name),
                    [](const Statement& row) { return row.text(0); });
}

}  // namespace kitbag
