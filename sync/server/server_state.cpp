#include "sync/server/server_state.h"

#include <string_view>

namespace kitbag {
namespace {

constexpr Instant day_ms = 86'400'000;

template <typename... Values>
Result<std::int64_t> number(Database& database, std::string_view sql, const Values&... values) {
    Statement row = database.query(sql, values...);
    const Result<bool> found = row.step();
    if (!found) return std::unexpected(found.error());
    return *found ? row.integer(0) : 0;
}

}  // namespace

Result<void> check_alive(Database& database) {
    const Result<std::int64_t> one = number(database, "SELECT 1");
    if (!one) return std::unexpected(one.error());
    return {};
}

Result<void> check_ready(Database& database, Instant now) {
    const Result<void> written = database.run(
        "INSERT INTO readiness (only_row, checked) VALUES (1, ?) ON CONFLICT (only_row) DO UPDATE SET checked = "
        "excluded.checked",
        now);
    if (written) return {};
    return fault("not_ready", "The server cannot write to its database just now. Check that its disk is not full.");
}

Result<Gauges> read_gauges(Database& database, Instant now) {
    Gauges gauges;
    const std::pair<std::int64_t*, Result<std::int64_t>> numbers[] = {
        {&gauges.devices_seen_today,
         number(database, "SELECT count(*) FROM device WHERE last_seen >= ?", now - now % day_ms)},
        {&gauges.devices_in_use, number(database, "SELECT count(*) FROM device WHERE revoked IS NULL")},
        {&gauges.changes, number(database, "SELECT count(*) FROM change")},
    };
    for (const auto& [place, value] : numbers) {
        if (!value) return std::unexpected(value.error());
        *place = *value;
    }
    return gauges;
}

}  // namespace kitbag
