#pragma once
// Several of a few, as check boxes; and one of them, as radio buttons.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/commands.h"
#include "app/models/board_model.h"
#include "app/models/field_model.h"
#include "app/models/visit_parts_model.h"
#include "app/widgets/choice.h"

namespace kitbag {

std::vector<widgets::Choice> choices_of(const std::vector<Option>& options);

// One of the options, kept by the screen until its dialog is done.
void choose_option(Ui& ui, std::string_view key, std::string_view label, const std::vector<Option>& options,
                   std::string& wanted, Commands& commands);

// The two buttons of a dialog that is open until one of them is pressed: "done", when true, and "cancel".
bool draw_done_or_cancel(Ui& ui, std::string_view done, std::string_view cancel, bool& open, Commands& commands);

// Kept as what is typed in a form is: as their keys with a space between them.
void draw_toggles(Ui& ui, std::string_view key, std::string_view label, const std::vector<Option>& options,
                  const FieldModel& field, Commands& commands);

// When one was pressed: `chosen` with it, or without it where it was on, as a field of keys holds them. What is chosen and
// not among the toggles, such as a group of an earlier list, stays chosen.
std::optional<std::string> draw_toggles(Ui& ui, std::string_view key, std::string_view label, std::string_view hint,
                                        std::span<const ToggleModel> toggles, std::vector<std::string> chosen);

}  // namespace kitbag
