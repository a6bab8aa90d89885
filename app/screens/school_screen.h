#pragma once
// One school: what is known of it, its visits, and the start of a new one.

#include "app/commands.h"
#include "app/models/schools_model.h"
#include "app/widgets/ui.h"

namespace kitbag {

void draw_school(Ui& ui, const SchoolModel& model, Commands& commands);

}  // namespace kitbag
