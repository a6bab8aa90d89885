#pragma once
// A visit under way or planned, in parts of which one is seen at a time: its notes, its aspects, the questions of its
// template, what was agreed, its details, and the visit before.

#include <string_view>

#include "app/commands.h"
#include "app/models/visit_model.h"
#include "app/screens/visit_view.h"
#include "app/widgets/contents.h"
#include "app/widgets/ui.h"

namespace kitbag {

// Where the parts and the rest stand is visit_place.cpp's affair: below each other on a narrow screen, else beside.
void draw_visit_parts(Ui& ui, const VisitModel& model, VisitView& view, Commands& commands);
void draw_visit_undo(Ui& ui, const VisitModel& model, Commands& commands);
void draw_visit_side(Ui& ui, const VisitModel& model, VisitView& view, Commands& commands);
// `photos` draws the visit's photographs, beside its notes.
void draw_visit_body(Ui& ui, const VisitModel& model, VisitView& view, Commands& commands, const Contents& photos);
bool has_visit_bar(const VisitModel& model, const VisitView& view);
void draw_visit_bar(Ui& ui, const VisitModel& model, VisitView& view, Commands& commands);
void draw_visit_dialogs(Ui& ui, const VisitModel& model, VisitView& view, Commands& commands);

}  // namespace kitbag
