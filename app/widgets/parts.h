#pragma once
// The parts of one screen, of which one is shown at a time: a row to choose from that goes on to a next line where the room
// is small. It shows nothing of the parts themselves.

#include <span>
#include <string_view>

#include "app/widgets/layout.h"
#include "app/widgets/ui.h"

namespace kitbag::widgets {

// `label` is read out and not drawn. Gives the key of the part that was pressed, or "". In a row, the parts that fit stay on
// the row's first line.
std::string_view parts(Ui& ui, std::string_view key, std::string_view label, std::span<const NavigationItem> items);

}  // namespace kitbag::widgets
