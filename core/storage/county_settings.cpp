#include "core/storage/county_settings.h"

#include <algorithm>
#include <charconv>

#include "core/storage/settings.h"

namespace kitbag {
namespace {

constexpr std::string_view recovery_key_name = "county.recovery_key";
constexpr std::string_view inspection_rule_name = "county.inspection_rule";
constexpr std::string_view alliances_name = "county.alliances";
constexpr std::string_view lock_after_name = "county.lock_after_minutes";
constexpr std::string_view lock_hidden_after_name = "county.lock_hidden_after_minutes";

Result<void> read_minutes(const Settings& settings, std::string_view name, int& minutes) {
    const Result<std::optional<std::string>> text = settings.get(name);
    if (!text) return std::unexpected(text.error());
    if (!*text) return {};
    int read = minutes;
    std::from_chars((*text)->data(), (*text)->data() + (*text)->size(), read);
    minutes = std::clamp(read, lock_minutes_min, lock_minutes_max);
    return {};
}

}  // namespace

Result<CountySettings> read_county_settings(Database& database) {
    const Settings stored(database);
    const Result<std::optional<std::string>> recovery_key = stored.get(recovery_key_name);
    if (!recovery_key) return std::unexpected(recovery_key.error());
    const Result<std::optional<std::string>> inspection_rule = stored.get(inspection_rule_name);
    if (!inspection_rule) return std::unexpected(inspection_rule.error());
    const Result<std::optional<std::string>> alliances = stored.get(alliances_name);
    if (!alliances) return std::unexpected(alliances.error());
    CountySettings settings;
    settings.recovery_key = recovery_key->value_or("");
    settings.inspection_rule = inspection_rule->value_or("");
    settings.alliances = alliances->value_or("");
    Result<void> read = read_minutes(stored, lock_after_name, settings.lock_after_minutes);
    if (read) read = read_minutes(stored, lock_hidden_after_name, settings.lock_hidden_after_minutes);
    if (!read) return std::unexpected(read.error());
    return settings;
}

Result<void> write_county_settings(Database& database, const CountySettings& settings) {
    Settings stored(database);
    if (Result<void> done = stored.set(recovery_key_name, settings.recovery_key); !done) return done;
    if (Result<void> done = stored.set(inspection_rule_name, settings.inspection_rule); !done) return done;
    if (Result<void> done = stored.set(alliances_name, settings.alliances); !done) return done;
    const std::string minutes = std::to_string(settings.lock_after_minutes);
    if (Result<void> done = stored.set(lock_after_name, minutes); !done) return done;
    return stored.set(lock_hidden_after_name, std::to_string(settings.lock_hidden_after_minutes));
}

}  // namespace kitbag
