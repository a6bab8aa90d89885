#include "app/session/office_files.h"

#include <charconv>
#include <string>

#include "app/text/bundle_phrases.h"
#include "app/text/bundle_words.h"
#include "core/storage/county_settings.h"
#include "core/storage/escrow.h"
#include "core/storage/settings.h"

namespace kitbag {
namespace {

constexpr std::string_view given_at = "bundle.last";

}  // namespace

Result<BundleMade> give_office_file(Platform& platform, OpenStore& store) {
    const Instant now = platform.clock().now();
    Result<BundleMade> made =
        make_bundle(store.database(), store.log(), store.enrolment(), platform.clock(), platform.random(),
                    [&](std::span<const std::uint8_t> piece) { platform.add_to_file(piece); });
    if (made) {
        const Result<void> noted = Settings(store.database()).set(given_at, std::to_string(now));
        if (!noted) made = std::unexpected(noted.error());
    }
    if (!made) {
        platform.drop_file();
        return made;
    }
    platform.give_added_file(phrases::office_file_name(now), "application/octet-stream");
    return made;
}

void show_office_files(OpenStore& store, OfficeFilesModel& model) {
    const auto settings = read_county_settings(store.database());
    model.possible = settings && public_key_from(settings->recovery_key);
    model.last_made = words::office_files::never;
    const auto text = Settings(store.database()).get(given_at);
    if (!text || !*text) return;
    Instant at = 0;
    std::from_chars((*text)->data(), (*text)->data() + (*text)->size(), at);
    model.last_made = phrases::last_office_file(at);
}

}  // namespace kitbag
