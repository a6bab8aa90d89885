#pragma once
// One typed field of a visit: asks for it to be kept as it is typed, and says how safe it is.

#include <string_view>

#include "app/commands.h"
#include "app/models/field_model.h"
#include "app/widgets/field.h"

namespace kitbag {

// `look` says everything but value, error and note, which the model has.
void draw_visit_field(Ui& ui, std::string_view key, widgets::Field look, const FieldModel& model, Commands& commands);

}  // namespace kitbag
