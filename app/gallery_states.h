#pragma once
// More of the page of every widget: icons, what states look like that a hand cannot hold, and what comes and goes. Only for the
// gallery, so its words are its own. See widget_gallery.cpp.

#include <string>

#include "app/widgets/ui.h"

namespace kitbag {

struct GalleryStates {
    std::string toast;     // What it says; "" while none is shown.
    bool fetching = true;  // The work that can be cancelled goes on.
    std::string part = "Notes";
};

void draw_gallery_states(Ui& ui, GalleryStates& states);
// After the page and its dialogs.
void draw_gallery_toast(Ui& ui, GalleryStates& states);

}  // namespace kitbag
