#pragma once
// What may be done with a record: the steps of the visit's life, handing it to the head, paper and files, amendments. A
// form with a reason stands behind a button; what is typed in it waits until the step is taken.

#include <string>
#include <string_view>

#include "app/commands.h"
#include "app/models/record_model.h"
#include "app/widgets/ui.h"

namespace kitbag {

struct RecordView {
    std::string open;  // The form that was opened by its button: a word of VisitStatus, or "amend." and a part.
};

void draw_next_steps(Ui& ui, const RecordModel& model, RecordView& view, Commands& commands);
void draw_paper(Ui& ui, const RecordModel& model, Commands& commands);

// Nothing where this part may not be amended.
void draw_amending(Ui& ui, const RecordModel& model, std::string_view part, std::string_view title, RecordView& view,
                   Commands& commands);

}  // namespace kitbag
