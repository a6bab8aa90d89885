#pragma once
// Carries what can be read of a damaged store into an empty one: every change, what the county answered to it, photographs, texts
// that were still being typed, and what the county had sent to work with. Changes go through the ordinary function (ChangeLog::
// apply), so the tables of current state are derived anew and never copied. The new store has read nothing of the county's log yet:
// the next sync brings again what the damaged one had received, also its own changes that could not be read here.

#include "core/base/result.h"
#include "core/storage/damaged_store.h"
#include "core/storage/database.h"
#include "sync/change_log/change_log.h"

namespace kitbag {

struct Salvaged {
    int changes = 0;           // That are in the new store now,
    int unsent = 0;            // of these, without a receipt: nobody else has them.
    int changes_lost = 0;      // That could not be read; as far as can be told.
    int photographs = 0;       // Pictures,
    int photographs_lost = 0;  // and those that this tablet took and that are not in the new store.

    bool operator==(const Salvaged&) const = default;
};

// What the store remembered of itself, except how far it had read at the county. Who the tablet is is a part of it: read that
// from `to` before there is a change log.
Result<void> salvage_settings(DamagedStore& from, Database& to);

// All the rest. `into` is the log of `to`, and `device` what the changes of this tablet name. A Fault is about `to` only; what
// cannot be read is passed over and counted.
Result<Salvaged> salvage_record(DamagedStore& from, Database& to, ChangeLog& into, std::string_view device);

}  // namespace kitbag
