#pragma once
// A new visit at one school: first which kind of visit, then starting it or planning it for later. Where the school answers
// to a trust it says what may be done by right, and takes down what the trust agreed to.

#include <string>

#include "app/commands.h"
#include "app/models/planning_model.h"
#include "app/widgets/ui.h"

namespace kitbag {

struct NewVisitView {
    std::string kind;       // "" while all kinds are shown.
    std::string variant;    // "" for the likeliest criteria.
    bool agreeing = false;  // The form for an agreement was opened.
    bool told = false;      // That one was recorded: said once, and the form closes.
};

const KindModel* chosen_kind(const NewVisitModel& model, const NewVisitView& view);  // Null while all are shown.

void draw_kinds(Ui& ui, const NewVisitModel& model, NewVisitView& view, Commands& commands);
void draw_kind(Ui& ui, const NewVisitModel& model, const KindModel& kind, NewVisitView& view, Commands& commands);
void draw_new_visit_dialog(Ui& ui, const NewVisitModel& model, Commands& commands);

}  // namespace kitbag
