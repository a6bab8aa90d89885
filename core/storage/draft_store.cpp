#include "core/storage/draft_store.h"

namespace kitbag {
namespace {

Draft read_draft(const Statement& row) {
    return {row.text(0), row.text(1), row.text(2), row.text(3), row.integer(4), row.text(5)};
}

}  // namespace

Result<void> DraftStore::save(std::string_view entity, std::string_view entity_id, std::string_view field,
                              std::string_view text, Instant now) {
    return database_.run(
        "INSERT INTO draft (entity, entity_id, field, text, typed_at, base) VALUES (?1, ?2, ?3, ?4, ?5, "
        "coalesce((SELECT stamp FROM "
        "field_state WHERE entity = ?1 AND entity_id = ?2 AND field = ?3), '')) ON CONFLICT (entity, entity_id, field) "
        "DO UPDATE "
        "SET text = excluded.text, typed_at = excluded.typed_at",
        entity, entity_id, field, text, now);
}

Result<std::optional<Draft>> DraftStore::draft(std::string_view entity, std::string_view entity_id,
                                               std::string_view field) const {
    Statement statement = database_.query(
        "SELECT entity, entity_id, field, text, typed_at, base FROM draft WHERE entity = ? AND entity_id = ? AND field "
        "= ?",
        entity, entity_id, field);
    const Result<bool> row = statement.step();
    if (!row) return std::unexpected(row.error());
    return *row ? std::optional(read_draft(statement)) : std::nullopt;
}

Result<void> DraftStore::remove(std::string_view entity, std::string_view entity_id, std::string_view field) {
    return database_.run("DELETE FROM draft WHERE entity = ? AND entity_id = ? AND field = ?", entity, entity_id,
                         field);
}

Result<std::vector<Draft>> DraftStore::all() const {
    std::vector<Draft> drafts;
    Statement statement = database_.query(
        "SELECT entity, entity_id, field, text, typed_at, base FROM draft ORDER BY typed_at, entity, entity_id, field");
    Result<bool> row = statement.step();
    for (; row && *row; row = statement.step()) drafts.push_back(read_draft(statement));
    if (!row) return std::unexpected(row.error());
    return drafts;
}

}  // namespace kitbag
