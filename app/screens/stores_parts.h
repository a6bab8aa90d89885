#pragma once
// What the unlock and set-up screens show of the several stores of a tablet: whose passphrase is asked for, what to do with a store
// that cannot be read, and the ways to another one.

#include "app/commands.h"
#include "app/models/stores_model.h"
#include "app/widgets/ui.h"
#include "core/base/wipe.h"

namespace kitbag {

// That the county had a store erased, until it has been read.
void draw_erased(Ui& ui, const StoresModel& model, Commands& commands);

// "Who is using this tablet?"; nothing where there is only one.
void draw_advisers(Ui& ui, const StoresModel& model, Commands& commands);

// Nothing where the chosen store can be read, or nobody has tried yet.
// `passphrase` is what stands in the field above, and `idle` that nothing is being done now.
void draw_damaged(Ui& ui, const StoresModel& model, const SecretText& passphrase, bool idle, Commands& commands);

// To another store: of another adviser, from a backup, or set aside.
void draw_other_stores(Ui& ui, const StoresModel& model, Commands& commands);

// The same where one is being set up already.
void draw_ways_from_set_up(Ui& ui, const StoresModel& model, Commands& commands);

}  // namespace kitbag
