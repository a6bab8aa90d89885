#pragma once
// Above every screen after unlocking: where one can go, how things stand with the county, and what must be known now.

#include "app/commands.h"
#include "app/models/frame_model.h"
#include "app/widgets/ui.h"

namespace kitbag {

void draw_top_bar(Ui& ui, const FrameModel& model, const Route& route, Commands& commands);

}  // namespace kitbag
