#pragma once
// Every screen, form and dialog of the app, one after the other, in an invented county: for tests of what must hold on all of them.
// Whoever adds a screen adds it here.

#include <functional>

#include "tests/app/tablet.h"

namespace kitbag {

// Looks at what is shown and leaves the tablet as it was.
using Look = std::function<void(Tablet&, const char* screen)>;

void walk_every_screen(const Look& look);

// A part of it.
void walk_what_is_known_of_a_school(const Look& look);

}  // namespace kitbag
