#pragma once
// The people of one school or setting: who holds which post, who did, and adding, changing and ending one. Also what advisers
// call a place whose own name is withheld, and what of all this was written twice.

#include <string>

#include "app/commands.h"
#include "app/models/people_model.h"
#include "app/widgets/ui.h"

namespace kitbag {

// One form at a time.
struct PeopleView {
    enum class Form { none, add, change, end };
    Form form = Form::none;
    std::string post;   // Whose, of the last two.
    bool sent = false;  // It was in the frame before: it closes when that was recorded.
};

void draw_people(Ui& ui, const PeopleModel& model, PeopleView& view, Commands& commands);

}  // namespace kitbag
