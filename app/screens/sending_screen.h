#pragma once
// "Sending and receiving": what the county has, what waits on this tablet, what was refused and why; and its lock.

#include <string>

#include "app/commands.h"
#include "app/models/sending_model.h"
#include "app/widgets/ui.h"

namespace kitbag {

struct SendingView {
    std::string code;  // For a tablet that is enrolled again.
};

void draw_sending(Ui& ui, const SendingModel& model, SendingView& view, Commands& commands);

}  // namespace kitbag
