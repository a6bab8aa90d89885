#pragma once
// A visit under way: its details, each aspect with its three descriptors and the evidence, and the suggested category.

#include <string>

#include "app/commands.h"
#include "app/models/visit_model.h"
#include "app/widgets/ui.h"

namespace kitbag {

struct VisitView {
    bool show_reasons = false;  // On a narrow screen, where there is no room for them beside the aspects.
    std::string jump_to;        // The aspect that was chosen in the index, until it is drawn.
};

// The parts: a narrow screen puts them below each other, a wide one beside each other (see screens.cpp).
void draw_visit_side(Ui& ui, const VisitModel& model, VisitView& view);
void draw_visit_body(Ui& ui, const VisitModel& model, VisitView& view, Commands& commands);
void draw_visit_bar(Ui& ui, const VisitModel& model, VisitView& view);
void draw_visit_dialogs(Ui& ui, const VisitModel& model, VisitView& view, Commands& commands);

}  // namespace kitbag
