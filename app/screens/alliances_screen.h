#pragma once
// The county's teaching school alliances: what each is, who leads it and who belongs to it.

#include "app/commands.h"
#include "app/models/alliances_model.h"
#include "app/widgets/ui.h"

namespace kitbag {

void draw_alliances(Ui& ui, const AlliancesModel& model, Commands& commands);

}  // namespace kitbag
