#pragma once
// One measure of one year of many schools side by side, beside the county and England. It says figures, and judges nobody.

#include "app/commands.h"
#include "app/models/comparison_model.h"
#include "app/widgets/long_rows.h"
#include "app/widgets/ui.h"

namespace kitbag {

struct ComparisonView {
    bool choosing_measure = false;
    bool choosing = false;    // What else is compared: its dialog is open,
    ComparisonFilter wanted;  // and what was chosen in it so far.
    widgets::RowsMemory memory;
};

void draw_comparison(Ui& ui, const ComparisonModel& model, ComparisonView& view, Commands& commands);
void draw_comparison_dialog(Ui& ui, const ComparisonModel& model, ComparisonView& view, Commands& commands);

}  // namespace kitbag
