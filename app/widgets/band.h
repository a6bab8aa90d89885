#pragma once
// A quiet strip over the whole width of the window, below the navigation bar and above the page.

#include "app/widgets/contents.h"
#include "app/widgets/ui.h"

namespace kitbag::widgets {

void band(Ui& ui, std::string_view key, const Contents& contents);

}  // namespace kitbag::widgets
