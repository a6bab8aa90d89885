#pragma once
// "Set up this tablet": name, enrolment code, passphrase. Seen once on each tablet.

#include <string>

#include "app/commands.h"
#include "app/models/set_up_model.h"
#include "app/models/stores_model.h"
#include "app/screens/display_dialog.h"
#include "app/widgets/ui.h"

namespace kitbag {

struct SetUpView {
    std::string name;
    std::string code;
    SecretText passphrase;
    SecretText passphrase_again;
};

void draw_set_up(Ui& ui, const SetUpModel& model, const StoresModel& stores, SetUpView& view, DisplayView& display,
                 Commands& commands);

}  // namespace kitbag
