#pragma once
// One field of a record: asks for its text to be kept as it is typed, and says how safe it is.

#include <string_view>

#include "app/commands.h"
#include "app/models/field_model.h"
#include "app/widgets/field.h"

namespace kitbag {

// `look` says everything but value, error and note, which the model has.
void draw_typed_field(Ui& ui, std::string_view key, widgets::Field look, const FieldModel& model, Commands& commands);

}  // namespace kitbag
