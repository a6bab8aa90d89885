#pragma once
// One aspect of a visit under way: choose what fits, write the evidence.

#include "app/commands.h"
#include "app/models/visit_model.h"
#include "app/screens/visit_view.h"
#include "app/widgets/ui.h"

namespace kitbag {

void draw_visit_aspect(Ui& ui, const VisitModel& visit, const AspectModel& aspect, VisitView& view, Commands& commands);

}  // namespace kitbag
