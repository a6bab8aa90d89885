#pragma once
// A visit's photographs: the button that takes one, each with a small picture and what it shows, and a large view in which
// one can be removed. Beside a note give only that note's photographs.

#include <string>
#include <vector>

#include "app/commands.h"
#include "app/models/photo_model.h"
#include "app/widgets/ui.h"

namespace kitbag {

struct PhotosView {
    std::string open;       // The photograph in the large view.
    bool removing = false;  // Its reason is being asked for.
};

// The button and what became of the last photograph; `note` is "" for the visit as a whole. Draws nothing where
// photographs cannot be taken.
void draw_photo_button(Ui& ui, const PhotosModel& model, std::string_view note);

void draw_photos(Ui& ui, const std::vector<PhotoModel>& photos, PhotosView& view, Commands& commands);

// After the page, so that it lies over it.
void draw_photo_dialog(Ui& ui, const PhotosModel& model, PhotosView& view, Commands& commands);

// All of it as a card of its own; nothing where there are none and none can be taken.
void draw_photos_card(Ui& ui, const PhotosModel& model, PhotosView& view, Commands& commands);

}  // namespace kitbag
