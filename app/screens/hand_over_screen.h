#pragma once
// The record in the head's hands: only this, in large calm type, with room to say what is not right, and a signature. There
// is no way out of it but the adviser's passphrase.

#include <set>
#include <string>

#include "app/commands.h"
#include "app/models/record_model.h"
#include "app/widgets/ui.h"

namespace kitbag {

struct HandOverView {
    std::set<std::string> open;  // Parts that were marked as not right and have no words yet.
    SecretText passphrase;
    bool taking_back = false;  // The adviser's form is open.
};

void draw_hand_over(Ui& ui, const HandOverModel& model, HandOverView& view, Commands& commands);

}  // namespace kitbag
