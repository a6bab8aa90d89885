#pragma once
// Every visit by day: a month as a calendar where there is room for one, and a list to open them from.

#include "app/commands.h"
#include "app/models/planning_model.h"
#include "app/widgets/ui.h"

namespace kitbag {

void draw_visits(Ui& ui, const VisitsModel& model, Commands& commands);

}  // namespace kitbag
