#include "app/session/backup_maker.h"

#include <charconv>
#include <string>

#include "app/text/backup_phrases.h"
#include "core/storage/backup.h"
#include "core/storage/settings.h"

namespace kitbag {
namespace {

constexpr std::string_view given_at = "backup.last";

}  // namespace

Result<void> give_backup(Platform& platform, OpenStore& store, const KeyRecord& key) {
    const Enrolment& enrolment = store.enrolment();
    const Instant now = platform.clock().now();
    BackupHeader about;
    about.county = enrolment.county;
    about.device = enrolment.device;
    about.adviser = enrolment.adviser.id;
    about.made_at = now;
    const Result<void> written =
        write_backup(store.database(), store.pool(), about, key,
                     [&](std::span<const std::uint8_t> piece) { platform.add_to_file(piece); });
    if (!written) {
        platform.drop_file();
        return written;
    }
    platform.give_added_file(phrases::backup_file_name(now), "application/octet-stream");
    return Settings(store.database()).set(given_at, std::to_string(now));
}

std::optional<Instant> last_backup(OpenStore& store) {
    const auto text = Settings(store.database()).get(given_at);
    if (!text || !*text) return std::nullopt;
    Instant at = 0;
    std::from_chars((*text)->data(), (*text)->data() + (*text)->size(), at);
    return at;
}

}  // namespace kitbag
