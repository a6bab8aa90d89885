#pragma once
// What a visit agreed: strengths, areas for development, actions; and the actions of earlier visits that are still open.

#include "app/commands.h"
#include "app/models/visit_model.h"
#include "app/screens/visit_view.h"
#include "app/widgets/ui.h"

namespace kitbag {

void draw_visit_agreed(Ui& ui, const VisitModel& model, VisitView& view, Commands& commands);

}  // namespace kitbag
