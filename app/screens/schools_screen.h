#pragma once
// The list of schools with its search field. On a wide screen it stands beside the school that was chosen.

#include <string>
#include <string_view>

#include "app/commands.h"
#include "app/models/schools_model.h"
#include "app/widgets/long_rows.h"
#include "app/widgets/ui.h"

namespace kitbag {

struct SchoolsView {
    std::string search;
    bool narrowing = false;  // Its dialog is open,
    ListFilter wanted;       // and what was chosen in it so far.
    widgets::RowsMemory rows;
};

// `chosen` is the URN of the school shown beside the list, or "".
void draw_schools(Ui& ui, const SchoolsModel& model, SchoolsView& view, std::string_view chosen, Commands& commands);

void draw_narrowing_dialog(Ui& ui, const SchoolsModel& model, SchoolsView& view, Commands& commands);

}  // namespace kitbag
