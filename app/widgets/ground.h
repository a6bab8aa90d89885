#pragma once
// The ground of strips and panes. Under a notch, or where a corner of the screen is round, there is nothing to read or to press,
// but the colour goes on to the window's edge. It knows nothing of what stands on it.

#include "app/widgets/ui.h"

namespace kitbag {

// The same box, and on to the window's edge at each side where only the safe area ends it.
Bounds to_edges(Ui& ui, const Bounds& box);

// Takes room over the whole width of the innermost area and without a gap, for a strip that has been drawn there.
void take_strip(Ui& ui, float height);

}  // namespace kitbag
