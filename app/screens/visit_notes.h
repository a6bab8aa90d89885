#pragma once
// The notes of a visit under way: one large field to write in, what was written, and the dialog that sorts a note. Notes
// keep their place in the page's mind from part to part: the same field goes by the same id wherever it is drawn.

#include <string_view>

#include "app/commands.h"
#include "app/models/visit_model.h"
#include "app/screens/visit_view.h"
#include "app/widgets/contents.h"
#include "app/widgets/ui.h"

namespace kitbag {

// `photos` is drawn below the field to write in.
void draw_visit_notes(Ui& ui, const VisitModel& model, VisitView& view, Commands& commands, const Contents& photos);

// One note: to be written in where it is this adviser's, else to be read with its author's name.
void draw_note(Ui& ui, const NoteModel& note, std::string_view label, std::string_view hint, Commands& commands);
void draw_note_tags(Ui& ui, const NoteModel& note, VisitView& view, Commands& commands);

// What to look at, as quiet advice.
void draw_look_at(Ui& ui, const VisitModel& model);

// After the page, so that it lies over it.
void draw_sort_dialog(Ui& ui, const VisitModel& model, VisitView& view, Commands& commands);

}  // namespace kitbag
