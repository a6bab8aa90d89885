#pragma once
// Puts a backup back: into a store of its own, never over another, and it counts only when all of it is there, on the disk and
// opened once.
//
// The tablet is then the same device to its county as the one that made the backup, and nothing of what either writes is taken for
// the other's: ids of changes and records are random; a stamp is the moment of writing and the device (sync/stamp.h), so two are
// equal only when both tablets write in the same millisecond, and also then both texts are kept, as in any conflict. What the lost
// tablet sent after the backup comes back with the first pull, which begins at once where there is a connection: the county gives
// a device its own changes too, they get their receipts again, and the clock goes on after the greatest stamp among them. A draft
// of the backup that had since become a change still names the value it was based on, so it shows beside the newer text and not
// in its place.

#include <memory>
#include <optional>
#include <string_view>

#include "app/platform/platform.h"
#include "app/session/open_store.h"
#include "core/base/wipe.h"
#include "core/storage/backup.h"
#include "core/storage/store_shelf.h"

namespace kitbag {

// "other_county" when a store of this tablet belongs to another county than the backup.
Result<void> check_county(StoreShelf& shelf, const BackupHeader& header);

struct PutBack {
    int number = 0;                    // Of the store it is in.
    std::unique_ptr<OpenStore> store;  // Null when it was put back locked.
};

// Without a passphrase it is put back locked, for the county office to open. Codes: "backup_passphrase", "no_memory",
// "no_store_left", and those of backup.h and database.h. After a fault every store that was there is as it was.
Result<PutBack> put_back(Platform& platform, StoreShelf& shelf, ByteSource& source, const BackupHeader& header,
                         const std::optional<SecretText>& passphrase);

}  // namespace kitbag
