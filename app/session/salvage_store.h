#pragma once
// Recovers what can be read of a damaged store into another of the same adviser, under the same key and passphrase. As with a
// backup (put_back.h), the new store counts only when all of it is there and was opened once more, by one small write of its label;
// then the damaged one is set aside by another. Nothing is ever written into the damaged one but that label.
//
// The tablet stays the same device to its county, which put_back.h says is no trouble: it sends what has no receipt, and is given
// again what the county has.

#include <memory>

#include "app/platform/platform.h"
#include "app/session/open_store.h"
#include "core/storage/key_record.h"
#include "core/storage/store_shelf.h"
#include "sync/change_log/salvage.h"

namespace kitbag {

struct SalvagedStore {
    int number = 0;
    std::unique_ptr<OpenStore> store;
    Salvaged told;
};

// `damaged` is the number of a store that is not open, `key` opens it and `record` is how it keeps that. Codes: "nothing_readable",
// "no_store_left", and those of database.h about the new store. After a Fault every store that was there is as it was.
Result<SalvagedStore> salvage_store(Platform& platform, StoreShelf& shelf, int damaged, const DatabaseKey& key,
                                    const KeyRecord& record);

}  // namespace kitbag
