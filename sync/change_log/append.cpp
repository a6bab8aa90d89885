#include "sync/change_log/append.h"

#include <vector>

#include "core/base/check.h"
#include "core/base/json.h"
#include "core/storage/projection.h"

namespace kitbag {
namespace {

constexpr std::size_t stamp_length = 32;

// What this program itself wrote to the store; that it cannot be read means the store was altered from outside.
Fault log_damaged() {
    return {"storage_damaged",
            "The record on this device has been altered and cannot be read. Nothing was changed. Tell your county "
            "before you do "
            "anything else with it."};
}

std::string join_stamps(const std::vector<Stamp>& stamps) {
    std::string text;
    text.reserve(stamps.size() * stamp_length);
    for (const Stamp& stamp : stamps) text += stamp;
    return text;
}

std::vector<Stamp> split_stamps(std::string_view text) {
    std::vector<Stamp> stamps;
    for (; text.size() >= stamp_length; text.remove_prefix(stamp_length))
        stamps.emplace_back(text.substr(0, stamp_length));
    return stamps;
}

// Every leaf but the one that shows, which is the last; nothing when there is no other.
std::optional<std::string> write_others(const FieldState& state) {
    if (state.leaves.size() < 2) return std::nullopt;
    Json others = Json::array();
    for (std::size_t i = 0; i + 1 < state.leaves.size(); ++i) {
        const Version& leaf = state.leaves[i];
        others.push_back({{"stamp", leaf.stamp}, {"value", leaf.value}, {"author", leaf.author}});
    }
    return to_text(others);
}

Result<std::vector<Version>> read_others(std::string_view text) {
    const Result<Json> json = parse_json(text, "The stored versions");
    if (!json || !json->is_array()) return std::unexpected(log_damaged());
    std::vector<Version> versions;
    for (const Json& member : *json)
        versions.push_back({text_or(member, "stamp"), text_or(member, "value"), text_or(member, "author")});
    return versions;
}

Result<void> store_state(Database& database, const Change& change, std::string_view field, const FieldState& state) {
    const Version& shown = winner(state);
    return database.run(
        "INSERT INTO field_state (entity, entity_id, field, stamp, value, author, others, superseded) VALUES (?, ?, ?, "
        "?, ?, ?, ?, "
        "?) ON CONFLICT (entity, entity_id, field) DO UPDATE SET stamp = excluded.stamp, value = excluded.value, "
        "author = "
        "excluded.author, others = excluded.others, superseded = excluded.superseded",
        change.entity, change.entity_id, field, shown.stamp, shown.value, shown.author, write_others(state),
        join_stamps(state.superseded));
}

// Gives the position.
Result<std::int64_t> add_to_log(Database& database, const Change& change, std::string_view proof) {
    Statement statement = database.query(
        "INSERT INTO change (id, device, author, stamp, entity, entity_id, fields, proof) VALUES (?, ?, ?, ?, ?, ?, ?, "
        "?) RETURNING position",
        change.id, change.device, change.author, change.stamp, change.entity, change.entity_id,
        to_text(fields_to_json(change)), proof);
    const Result<bool> row = statement.step();
    if (!row) return std::unexpected(row.error());
    const std::int64_t position = statement.integer(0);
    return statement.step().transform([&](bool) { return position; });
}

// What of a record shows otherwise than before, field by field.
using Shown = std::vector<ShownField>;

Result<void> take_field(Database& database, const Change& change, std::string_view field, const FieldEdit& edit,
                        Shown& changed) {
    Result<std::optional<FieldState>> found = field_state(database, change.entity, change.entity_id, field);
    if (!found) return std::unexpected(found.error());
    const std::optional<std::string> before = *found ? std::optional(winner(**found).value) : std::nullopt;
    FieldState state = std::move(*found).value_or(FieldState{});
    merge(state, {change.stamp, to_text(edit.value), change.author}, edit.base);
    if (Result<void> stored = store_state(database, change, field, state); !stored) return stored;
    const std::string& shown = winner(state).value;
    if (before == shown) return {};
    Result<Json> value = parse_json(shown, "A stored value");
    if (!value) return std::unexpected(log_damaged());
    changed.push_back({field, *std::move(value)});
    return {};
}

}  // namespace

Result<LoggedChange> read_logged(const Statement& row) {
    LoggedChange logged{row.integer(0),
                        {row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), row.text(6), {}},
                        row.text(8)};
    const Result<Json> json = parse_json(row.text(7), "A stored change");
    if (!json) return std::unexpected(log_damaged());
    auto fields = fields_from_json(*json, logged.change.stamp);
    if (!fields) return std::unexpected(log_damaged());
    logged.change.fields = *std::move(fields);
    return logged;
}

Result<std::vector<LoggedChange>> read_all_logged(Statement statement) {
    std::vector<LoggedChange> changes;
    Result<bool> row = statement.step();
    for (; row && *row; row = statement.step()) {
        Result<LoggedChange> logged = read_logged(statement);
        if (!logged) return std::unexpected(logged.error());
        changes.push_back(*std::move(logged));
    }
    if (!row) return std::unexpected(row.error());
    return changes;
}

Result<std::optional<LoggedChange>> find_change(Database& database, std::string_view id) {
    static const std::string sql = std::string(select_changes) + "WHERE change.id = ?";
    Statement statement = database.query(sql, id);
    const Result<bool> row = statement.step();
    if (!row) return std::unexpected(row.error());
    if (!*row) return std::nullopt;
    return read_logged(statement);
}

Result<std::int64_t> append(Database& database, const Change& change, std::string_view proof) {
    CHECK(database.in_transaction());
    const Result<std::int64_t> position = add_to_log(database, change, proof);
    if (!position) return position;
    Shown changed;
    for (const auto& [field, edit] : change.fields) {
        if (Result<void> taken = take_field(database, change, field, edit, changed); !taken)
            return std::unexpected(taken.error());
    }
    return project(database, change.entity, change.entity_id, changed).transform([&] { return *position; });
}

Result<void> merge_anew(Database& database, const Change& withdrawn) {
    CHECK(database.in_transaction());
    static const std::string sql =
        std::string(select_changes) +
        "WHERE change.entity_id = ? AND change.entity = ? AND change.position NOT IN (SELECT "
        "change FROM withdrawn)";
    const auto counting = read_all_logged(database.query(sql, withdrawn.entity_id, withdrawn.entity));
    if (!counting) return std::unexpected(counting.error());
    for (const auto& [field, unused] : withdrawn.fields) {
        Shown changed;  // One value after the other, of which the last is left.
        Result<void> merged = database.run("DELETE FROM field_state WHERE entity = ? AND entity_id = ? AND field = ?",
                                           withdrawn.entity, withdrawn.entity_id, field);
        for (const LoggedChange& each : *counting) {
            const auto edit = each.change.fields.find(field);
            if (merged && edit != each.change.fields.end())
                merged = take_field(database, each.change, field, edit->second, changed);
        }
        if (merged && !changed.empty())
            merged = project(database, withdrawn.entity, withdrawn.entity_id, field, changed.back().value);
        if (!merged) return merged;
    }
    return {};
}

Result<std::optional<FieldState>> field_state(Database& database, std::string_view entity, std::string_view entity_id,
                                              std::string_view field) {
    Statement statement = database.query(
        "SELECT stamp, value, author, others, superseded FROM field_state WHERE entity = ? AND entity_id = ? AND field "
        "= ?",
        entity, entity_id, field);
    const Result<bool> row = statement.step();
    if (!row) return std::unexpected(row.error());
    if (!*row) return std::nullopt;
    FieldState state;
    if (!statement.is_null(3)) {
        Result<std::vector<Version>> others = read_others(statement.text(3));
        if (!others) return std::unexpected(others.error());
        state.leaves = *std::move(others);
    }
    state.leaves.push_back({statement.text(0), statement.text(1), statement.text(2)});
    state.superseded = split_stamps(statement.text(4));
    return state;
}

}  // namespace kitbag
