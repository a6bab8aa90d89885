#pragma once
// Another passphrase for this tablet: the present one, and the new one twice.

#include "app/commands.h"
#include "app/models/passphrase_model.h"
#include "app/widgets/ui.h"

namespace kitbag {

struct PassphraseView {
    SecretText old;
    SecretText passphrase;
    SecretText again;
};

// Nothing while the form is closed, and then nothing that was typed in it is kept.
void draw_passphrase_dialog(Ui& ui, const PassphraseModel& model, PassphraseView& view, Commands& commands);

}  // namespace kitbag
