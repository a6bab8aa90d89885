#pragma once
// Around every screen after unlocking: where one can go, how things stand with the county, and what must be known now.

#include "app/commands.h"
#include "app/models/frame_model.h"
#include "app/screens/display_dialog.h"
#include "app/widgets/ui.h"

namespace kitbag {

struct TopBarView {
    DisplayView display;
    bool storage_advice = false;  // The words about the browser's storage are open.
};

// Before everything else of every screen after unlocking: where one can go, at the place that the window has for it.
void draw_navigation(Ui& ui, const Route& route, TopBarView& view, Commands& commands);
// Above the page, or in a low window the first of what scrolls with it. There it has the places too.
void draw_top_bar(Ui& ui, const FrameModel& model, const Route& route, TopBarView& view, Commands& commands);
// After the page, so that they lie over it.
void draw_top_bar_dialogs(Ui& ui, const FrameModel& model, TopBarView& view, Commands& commands);

}  // namespace kitbag
