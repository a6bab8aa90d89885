#include "sync/server/devices.h"

#include "core/base/words.h"
#include "sync/server/secret.h"

namespace kitbag {
namespace {

constexpr Words<4> state_words = {"in_use", "shut_out", "wipe_wanted", "wiped"};

constexpr std::string_view select_devices =
    "SELECT device.id, device.adviser, adviser.name, device.role, device.name, device.created, device.last_seen, "
    "device.revoked, device.wipe_wanted, device.wiped FROM device JOIN adviser ON adviser.id = device.adviser ";

DeviceState state_in(const Statement& row) {
    if (row.is_null(7)) return DeviceState::in_use;
    if (!row.is_null(9)) return DeviceState::wiped;
    return row.is_null(8) ? DeviceState::shut_out : DeviceState::wipe_wanted;
}

DeviceEntry read_entry(const Statement& row) {
    return {row.text(0), row.text(1),    row.text(2),    row.text(3),
            row.text(4), row.integer(5), row.integer(6), state_in(row)};
}

Result<bool> is_full(Database& database, std::string_view device) {
    Statement row = database.query("SELECT count(*) FROM left_behind WHERE device = ?", device);
    const Result<bool> found = row.step();
    if (!found) return found;
    return static_cast<std::size_t>(row.integer(0)) >= left_behind_max;
}

}  // namespace

std::string_view to_word(DeviceState state) {
    return word_of(state_words, state);
}

Result<std::vector<DeviceEntry>> list_devices(Database& database) {
    static const std::string sql = std::string(select_devices) + "ORDER BY device.created, device.id";
    std::vector<DeviceEntry> entries;
    Statement row = database.query(sql);
    Result<bool> found = row.step();
    for (; found && *found; found = row.step()) entries.push_back(read_entry(row));
    if (!found) return std::unexpected(found.error());
    return entries;
}

Result<std::optional<DeviceEntry>> find_entry(Database& database, std::string_view id) {
    static const std::string sql = std::string(select_devices) + "WHERE device.id = ?";
    Statement row = database.query(sql, id);
    const Result<bool> found = row.step();
    if (!found) return std::unexpected(found.error());
    if (!*found) return std::nullopt;
    return read_entry(row);
}

Result<DeviceEntry> revoke_device(Database& database, std::string_view id, bool wipe, Instant now) {
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction) return std::unexpected(transaction.error());
    Result<void> written =
        database.run("UPDATE device SET revoked = COALESCE(revoked, ?), wipe_wanted = ? WHERE id = ? AND wiped IS NULL",
                     now, wipe ? std::optional<std::int64_t>(now) : std::nullopt, id);
    if (written) written = transaction->commit();
    if (!written) return std::unexpected(written.error());
    Result<std::optional<DeviceEntry>> entry = find_entry(database, id);
    if (!entry) return std::unexpected(entry.error());
    if (!*entry) {
        return fault("no_such_tablet", "There is no tablet “" + std::string(id) +
                                           "”. `kitbag_server devices` lists them, each with its 16 characters.");
    }
    return **std::move(entry);
}

Result<void> note_wiped(Database& database, std::string_view id, Instant now) {
    const Result<void> written =
        database.run("UPDATE device SET wiped = ? WHERE id = ? AND wipe_wanted IS NOT NULL AND wiped IS NULL", now, id);
    if (!written) return written;
    if (database.rows_changed() == 1) return {};
    return fault("wipe_not_wanted",
                 "The county has not asked this tablet to wipe itself. Nothing has to be done: go on working.");
}

Result<void> keep_left_behind(Database& database, std::string_view device, const Json& change, const Fault& reason,
                              Instant now) {
    const Result<bool> full = is_full(database, device);
    if (!full) return std::unexpected(full.error());
    if (*full) {
        return fault(
            "too_much_left",
            "The county has kept as much as it can of what it refused from this tablet. Do not wipe the tablet: "
            "bring it to your county officer.");
    }
    const std::string text = to_text(change);
    return database.run(
        "INSERT INTO left_behind (device, hash, at, code, sentence, text) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT "
        "(device, hash) DO NOTHING",
        device, secret_hash(text), now, reason.code, reason.sentence, text);
}

Result<Json> read_left_behind(Database& database) {
    Json all = Json::array();
    Statement row =
        database.query("SELECT device, at, code, sentence, text FROM left_behind ORDER BY at, device, hash");
    Result<bool> found = row.step();
    for (; found && *found; found = row.step()) {
        all.push_back({{"device", row.text(0)},
                       {"at", to_iso(row.integer(1))},
                       {"code", row.text(2)},
                       {"sentence", row.text(3)},
                       {"change", parse_json(row.text(4), "A kept change").value_or(Json(row.text(4)))}});
    }
    if (!found) return std::unexpected(found.error());
    return all;
}

}  // namespace kitbag
