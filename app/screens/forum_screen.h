#pragma once
// What the School Performance Forum heard about one school, half term by half term, and the form that adds to it.

#include "app/commands.h"
#include "app/models/planning_model.h"
#include "app/widgets/ui.h"

namespace kitbag {

struct ForumView {
    bool adding = false;
    bool told = false;  // That a note was recorded: said once, and the form closes.
    bool naming_aspect = false;
    bool not_discussed = false;  // The schools that the Forum has not come to are shown.
};

void draw_forum(Ui& ui, const ForumModel& model, ForumView& view, Commands& commands);

}  // namespace kitbag
