#pragma once
// "Sending and receiving": what the county has, what waits on this tablet, what was refused and why; and its lock.

#include "app/commands.h"
#include "app/models/sending_model.h"
#include "app/widgets/ui.h"

namespace kitbag {

void draw_sending(Ui& ui, const SendingModel& model, Commands& commands);

}  // namespace kitbag
