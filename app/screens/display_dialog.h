#pragma once
// How the tablet looks: colours, size of letters, the hand it is used with. A dialog, because it is wanted on every screen, also
// before anybody has unlocked the tablet and while the head reads. The page keeps what is chosen; nothing is stored here.

#include "app/commands.h"
#include "app/widgets/ui.h"

namespace kitbag {

struct DisplayView {
    bool open = false;
};

// The quiet button that opens it.
void draw_display_button(Ui& ui, DisplayView& view, Commands& commands);

void draw_display_dialog(Ui& ui, DisplayView& view, Commands& commands);

}  // namespace kitbag
