#pragma once
// A school's outcomes: one measure at a time, over the years beside others, and one group of its pupils beside another.

#include <string>

#include "app/commands.h"
#include "app/models/outcomes_model.h"
#include "app/widgets/ui.h"

namespace kitbag {

struct OutcomesView {
    std::string stage;       // "" for the first,
    std::string measure;     // as here,
    std::string comparison;  // and here.
    bool choosing = false;   // Another measure.
    bool as_table = false;
    bool attaching = false;
    std::string aspect;  // To which it is to be attached.
};

void draw_outcomes(Ui& ui, const OutcomesModel& model, OutcomesView& view, Commands& commands);
void draw_attach_dialog(Ui& ui, const OutcomesModel& model, OutcomesView& view, Commands& commands);

}  // namespace kitbag
