#pragma once
// Gives the person a backup of the store that is open (core/storage/backup.h), and remembers in the store when. Whether the
// browser kept the file nobody tells us.

#include <optional>

#include "app/platform/platform.h"
#include "app/session/open_store.h"
#include "core/storage/key_record.h"

namespace kitbag {

// `key`: as it is stored for this store. After a fault no file was given.
Result<void> give_backup(Platform& platform, OpenStore& store, const KeyRecord& key);

// When one was last given; nothing when none was.
std::optional<Instant> last_backup(OpenStore& store);

}  // namespace kitbag
