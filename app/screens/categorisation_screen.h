#pragma once
// "Category and direction" of one school: where its ratings stand, what may be done now, aspect by aspect, and everything
// that was decided. The parts: a narrow screen puts them below each other, a wide one beside each other.

#include <set>
#include <string>

#include "app/commands.h"
#include "app/models/categorisation_model.h"
#include "app/screens/rating_forms.h"
#include "app/widgets/ui.h"

namespace kitbag {

struct CategorisationView {
    RatingFormsView forms;
    std::set<std::string> open_aspects;  // Whose evidence is shown.
    bool show_reasons = false;
};

// What is known: the ratings, and everything that was decided.
void draw_ratings(Ui& ui, const CategorisationModel& model, Commands& commands);
void draw_rating_history(Ui& ui, const CategorisationModel& model);

// What may be done, and what it rests on.
void draw_rating_work(Ui& ui, const CategorisationModel& model, CategorisationView& view, Commands& commands);

}  // namespace kitbag
