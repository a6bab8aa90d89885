#pragma once
// "Unlock": the passphrase, and how long to wait after too many wrong ones.

#include <string>

#include "app/commands.h"
#include "app/models/set_up_model.h"
#include "app/models/stores_model.h"
#include "app/screens/display_dialog.h"
#include "app/widgets/ui.h"

namespace kitbag {

struct UnlockView {
    SecretText passphrase;
    int store = 0;  // Whose it is.
};

void draw_unlock(Ui& ui, const UnlockModel& model, const StoresModel& stores, UnlockView& view, DisplayView& display,
                 Commands& commands);

}  // namespace kitbag
