#pragma once
// What two people wrote in one place without seeing each other, side by side, and which of them is to stand.

#include "app/commands.h"
#include "app/models/versions_model.h"
#include "app/widgets/ui.h"

namespace kitbag {

void draw_versions(Ui& ui, const VersionsModel& model, Commands& commands);

// Only the places, each with a heading of level 2: for another screen than that of a visit.
void draw_twice_written(Ui& ui, const VersionsModel& model, Commands& commands);

// The way here, from a visit and from its record: nothing where nothing was written twice.
void draw_written_twice(Ui& ui, int places, const Route& versions, Commands& commands);

}  // namespace kitbag
