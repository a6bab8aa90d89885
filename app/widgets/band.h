#pragma once
// A quiet strip above the page, over the whole width that the navigation has left. `label` is what a screen reader calls it among
// the parts of the window; it is not drawn.

#include "app/widgets/contents.h"
#include "app/widgets/ui.h"

namespace kitbag::widgets {

void band(Ui& ui, std::string_view key, std::string_view label, const Contents& contents);

}  // namespace kitbag::widgets
