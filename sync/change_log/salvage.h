#pragma once
// Carries what can be read of a damaged store into an empty one: every change, what the county answered to it, photographs, texts
// that were still being typed, and what the county had sent to work with. Changes go through the ordinary function (ChangeLog::
// apply), so the tables of current state are derived anew and never copied. The new store has read nothing of the county's log yet:
// the next sync brings again what the damaged one had received, also its own changes that could not be read here.
//
// A change that nobody else has, and whose own row is lost, is made anew from the merged fields, where those still have it: with
// their stamp, author and values, and another id.

#include <optional>
#include <string>
#include <vector>

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/storage/damaged_store.h"
#include "core/storage/database.h"
#include "sync/change_log/change_log.h"

namespace kitbag {

struct Salvaged {
    int changes = 0;             // That are in the new store now,
    int unsent = 0;              // of these, without a receipt: nobody else has them.
    int changes_lost = 0;        // That could not be read; as far as can be told.
    int made_anew = 0;           // Of the changes in the new store: from the merged fields.
    int photographs = 0;         // Pictures,
    int photographs_lost = 0;    // and those that this tablet took and that are not in the new store.
    bool identity_lost = false;  // Who the tablet is to its county: it has to be enrolled again.

    bool whole() const { return changes_lost == 0 && photographs_lost == 0 && !identity_lost; }
    bool operator==(const Salvaged&) const = default;
};

// What the store remembered of itself, except how far it had read at the county. Who the tablet is is a part of it: read that
// from `to` before there is a change log.
Result<void> salvage_settings(DamagedStore& from, Database& to);

// Who the tablet was, told by its changes where its own word for it is lost: what has an answer of the county's, or waits for
// one, was written on it. Without a token, and without what nothing else names. Nothing where that cannot be told for certain.
struct ToldByChanges {
    Id adviser;
    std::string name;                  // "" when nobody with that id is known here.
    std::vector<std::string> devices;  // Never empty; that of its last change comes last.
};
Result<std::optional<ToldByChanges>> told_by_changes(DamagedStore& from);

// All the rest. `into` is the log of `to`. A Fault is about `to` only; what cannot be read is passed over and counted.
struct SalvageInto {
    Database& to;
    ChangeLog& log;
    Random& random;
};
Result<Salvaged> salvage_record(DamagedStore& from, const SalvageInto& into);

}  // namespace kitbag
