#pragma once
// The questions that a visit's template asks, each with its answer.

#include "app/commands.h"
#include "app/models/visit_model.h"
#include "app/widgets/ui.h"

namespace kitbag {

void draw_visit_questions(Ui& ui, const VisitModel& model, Commands& commands);

}  // namespace kitbag
