#pragma once
// The record of a visit, to be read, by its adviser afterwards and by any other on another tablet, and what can be done with
// it: see record_forms.h.

#include "app/commands.h"
#include "app/models/record_model.h"
#include "app/screens/record_forms.h"
#include "app/widgets/ui.h"

namespace kitbag {

void draw_record(Ui& ui, const RecordModel& model, RecordView& view, Commands& commands);

}  // namespace kitbag
