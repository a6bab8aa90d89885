#pragma once
// The inspections of a school or setting as a part of its own page: what the last one named and how it stands, which a press changes
// there, what is at risk at the next one, and what was published of all of them.

#include "app/commands.h"
#include "app/models/schools_model.h"
#include "app/widgets/ui.h"

namespace kitbag {

void draw_inspections_section(Ui& ui, const SchoolModel& model, Commands& commands);

// Also for the screen on which the rest of it is written.
void draw_area(Ui& ui, const AreaRow& area, bool may_write, Commands& commands);
void draw_risk(Ui& ui, const RiskRow& risk);

}  // namespace kitbag
