#include "app/session/storage_notice.h"

#include "app/text/phrases.h"
#include "core/storage/settings.h"

namespace kitbag {
namespace {

constexpr std::string_view hidden_on = "storage_notice_hidden_on";

std::string day_of(Instant now) {
    return to_iso(date_of(phrases::wall_clock(now)));
}

}  // namespace

bool storage_notice_hidden(OpenStore& store, Instant now) {
    const auto day = Settings(store.database()).get(hidden_on);
    return day && *day && **day == day_of(now);
}

Result<void> hide_storage_notice(OpenStore& store, Instant now) {
    return Settings(store.database()).set(hidden_on, day_of(now));
}

}  // namespace kitbag
