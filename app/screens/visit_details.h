#pragma once
// What a visit is: when, who, what about, and the button that completes it, or begins it where it is only planned.

#include "app/commands.h"
#include "app/models/visit_model.h"
#include "app/widgets/ui.h"

namespace kitbag {

void draw_visit_details(Ui& ui, const VisitModel& model, Commands& commands);

}  // namespace kitbag
