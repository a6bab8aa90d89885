#pragma once
// The suggested category with its reasons. It says each time that a person decides.

#include <string_view>

#include "app/models/visit_model.h"
#include "app/widgets/ui.h"

namespace kitbag {

// The category and how far the judging has come: always in sight.
void draw_suggestion_summary(Ui& ui, const SuggestionModel& model);

// The category alone, where there is little room.
void draw_suggested_category(Ui& ui, const SuggestionModel& model);

// Why, and what would alter it. `level` is that of its headings: one more than that of the heading it stands under.
void draw_suggestion_reasons(Ui& ui, const SuggestionModel& model, int level);

}  // namespace kitbag
