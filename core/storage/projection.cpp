#include "core/storage/projection.h"

#include <string>
#include <vector>

#include "core/visits/record_fields.h"

namespace kitbag {

Result<void> project(Database& database, std::string_view entity, std::string_view entity_id,
                     std::span<const ShownField> fields) {
    if (!check_entity_id(entity, entity_id)) return {};
    // Tables and columns are named as entities and fields are; what check_field passed is one of them.
    std::string columns, marks, updates;
    std::vector<std::string_view> values = {entity_id};
    for (const ShownField& field : fields) {
        if (!check_field(entity, field.name, field.value)) continue;
        const std::string column(field.name);
        columns += ", " + column;
        marks += ", ?";
        updates += (updates.empty() ? "" : ", ") + column + " = excluded." + column;
        values.push_back(*field.value.get_ptr<const std::string*>());
    }
    if (values.size() == 1) return {};
    return database.run_with("INSERT INTO " + std::string(entity) + " (id" + columns + ") VALUES (?" + marks +
                                 ") ON CONFLICT (id) DO UPDATE SET " + updates,
                             values);
}

Result<void> project(Database& database, std::string_view entity, std::string_view entity_id, std::string_view field,
                     const Json& value) {
    const ShownField one{field, value};
    return project(database, entity, entity_id, std::span(&one, 1));
}

Result<void> rebuild_tables(Database& database) {
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction) return std::unexpected(transaction.error());
    for (const Entity& entity : entities()) {
        if (Result<void> emptied = database.run("DELETE FROM " + std::string(entity.name)); !emptied) return emptied;
    }
    {
        Statement statement = database.query("SELECT entity, entity_id, field, value FROM field_state");
        Result<bool> row = statement.step();
        for (; row && *row; row = statement.step()) {
            const Result<Json> value = parse_json(statement.text(3), "A stored value");
            if (!value) return std::unexpected(value.error());
            if (Result<void> done = project(database, statement.text(0), statement.text(1), statement.text(2), *value);
                !done)
                return done;
        }
        if (!row) return std::unexpected(row.error());
    }
    return transaction->commit();
}

}  // namespace kitbag
