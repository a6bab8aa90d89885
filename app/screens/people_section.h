#pragma once
// Who holds which post at a school or setting, as a part of its own page, with the way into the adviser's caseload.

#include "app/commands.h"
#include "app/models/schools_model.h"
#include "app/widgets/ui.h"

namespace kitbag {

void draw_people_section(Ui& ui, const SchoolModel& model, Commands& commands);

}  // namespace kitbag
