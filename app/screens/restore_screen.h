#pragma once
// "Put back a backup": the file, what it is, and the passphrase that opens it.

#include "app/commands.h"
#include "app/models/stores_model.h"
#include "app/widgets/ui.h"

namespace kitbag {

struct RestoreView {
    SecretText passphrase;
};

void draw_restore(Ui& ui, const StoresModel& model, RestoreView& view, Commands& commands);

}  // namespace kitbag
