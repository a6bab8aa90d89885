#pragma once
// The record of a visit, to be read and not changed: by its adviser afterwards, and by any other on another tablet.

#include "app/commands.h"
#include "app/models/visit_model.h"
#include "app/widgets/ui.h"

namespace kitbag {

void draw_record(Ui& ui, const RecordModel& model, Commands& commands);

}  // namespace kitbag
