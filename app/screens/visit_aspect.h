#pragma once
// One aspect of a visit under way: choose what fits, write the evidence.

#include "app/commands.h"
#include "app/models/visit_model.h"
#include "app/widgets/ui.h"

namespace kitbag {

void draw_visit_aspect(Ui& ui, const VisitModel& visit, const AspectModel& aspect, bool jump_here, Commands& commands);

}  // namespace kitbag
