#include "core/storage/projection.h"

#include <string>

#include "core/visits/record_fields.h"

namespace kitbag {

Result<void> project(Database& database, std::string_view entity, std::string_view entity_id, std::string_view field,
                     const Json& value) {
    if (!check_entity_id(entity, entity_id) || !check_field(entity, field, value)) return {};
    // Tables and columns are named as entities and fields are; what check_field passed is one of them. So the texts of
    // these statements are a fixed set too.
    const std::string table(entity);
    const std::string column(field);
    return database.run("INSERT INTO " + table + " (id, " + column + ") VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET " +
                            column + " = excluded." + column,
                        entity_id, *value.get_ptr<const std::string*>());
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
