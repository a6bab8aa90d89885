#include "core/storage/calendar_store.h"

namespace kitbag {

Result<void> CalendarStore::put(std::string_view text) {
    if (text.empty()) return database_.run("DELETE FROM calendar");
    return database_.run(
        "INSERT INTO calendar (only_row, half_terms) VALUES (1, ?) ON CONFLICT (only_row) DO UPDATE SET half_terms = "
        "excluded.half_terms",
        text);
}

Result<std::string> CalendarStore::text() const {
    Statement statement = database_.query("SELECT half_terms FROM calendar");
    const Result<bool> row = statement.step();
    if (!row) return std::unexpected(row.error());
    return *row ? statement.text(0) : std::string();
}

Result<std::vector<HalfTerm>> CalendarStore::half_terms() const {
    const Result<std::string> stored = text();
    if (!stored) return std::unexpected(stored.error());
    return stored->empty() ? std::vector<HalfTerm>{} : read_half_terms(*stored);
}

}  // namespace kitbag
