#pragma once
// The part of "Sending and receiving" for a tablet that never gets a connection: the file for the office, and its answer.

#include "app/commands.h"
#include "app/models/office_files_model.h"
#include "app/widgets/ui.h"

namespace kitbag {

void draw_office_files(Ui& ui, const OfficeFilesModel& model, Commands& commands);

}  // namespace kitbag
