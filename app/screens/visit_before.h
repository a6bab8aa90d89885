#pragma once
// What was found at the school last time, beside what is found now. It is only read.

#include "app/commands.h"
#include "app/models/visit_model.h"
#include "app/widgets/ui.h"

namespace kitbag {

void draw_visit_before(Ui& ui, const BeforeModel& model, Commands& commands);

}  // namespace kitbag
