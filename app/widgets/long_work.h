#pragma once
// A work that takes its time: how far it has come, and beside it, below where the room is small, what stops it. It stops nothing
// itself.

#include <string_view>

#include "app/widgets/button.h"
#include "app/widgets/feedback.h"

namespace kitbag::widgets {

// True when the button was pressed.
bool long_work(Ui& ui, std::string_view key, const Progress& look, std::string_view button_key, const Button& stop);

}  // namespace kitbag::widgets
