#pragma once
// Pictures that the page shows itself, over what is drawn, because only it can decode them; and the button that opens the
// camera. Nothing here knows a picture's bytes: `source` names them, and the page asks the app for them.

#include <string_view>

#include "app/widgets/ui.h"

namespace kitbag::widgets {

struct Image {
    std::string_view name;    // What a listener is told of it, and what is seen until the bytes are there.
    std::string_view source;  // "thumbnail/<content>" or "picture/<content>".
    float width = 0;          // CSS pixels; 0 for all of the area.
    float height = 0;
};

void image(Ui& ui, std::string_view key, const Image& look);

// The same to be pressed. `spoken` is what the button is called.
bool image_button(Ui& ui, std::string_view key, const Image& look, std::string_view spoken);

struct PhotoButton {
    std::string_view label;
    std::string_view place;  // What the page is to say with the photographs: where they belong.
    bool enabled = true;
};

// What was taken comes to App::on_photo.
void photo_button(Ui& ui, std::string_view key, const PhotoButton& look);

// The same for any one file, which comes to App::on_file.
void file_button(Ui& ui, std::string_view key, const PhotoButton& look);

}  // namespace kitbag::widgets
