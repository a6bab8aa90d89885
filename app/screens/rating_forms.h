#pragma once
// The forms by which a person takes a step of a rating, or judges the direction of travel.

#include <string>

#include "app/commands.h"
#include "app/models/categorisation_model.h"
#include "app/widgets/ui.h"

namespace kitbag {

struct RatingFormsView {
    std::string open;  // The form that was opened by its button: withdrawing is not always in sight.
};

void draw_step_form(Ui& ui, const StepForm& form, Commands& commands);
// Behind a button, because it is seldom wanted.
void draw_withdrawal(Ui& ui, const StepForm& form, RatingFormsView& view, Commands& commands);
void draw_direction(Ui& ui, const DirectionModel& model, Commands& commands);

void draw_step_lines(Ui& ui, std::string_view key, std::string_view label, std::span<const StepModel> steps);

}  // namespace kitbag
