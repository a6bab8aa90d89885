#include "app/widgets/long_work.h"

#include <algorithm>

#include "app/widgets/layout.h"

namespace kitbag::widgets {

bool long_work(Ui& ui, std::string_view key, const Progress& look, std::string_view button_key, const Button& stop) {
    constexpr float between = 16;
    const float stop_width = button_width(ui, stop);
    bool pressed = false;
    if (stop_width > ui.width() * 0.4f) {
        progress(ui, key, look);
        row(ui, [&] { pressed = button(ui, button_key, stop); });
        return pressed;
    }
    const Area here = ui.area();
    const float room = here.width - stop_width - between;
    ui.open_area({.x = here.x, .y = here.cursor, .width = room, .gap = 0});
    progress(ui, key, look);
    const float height = ui.close_area().bottom - here.cursor;
    ui.open_area({.x = here.x + room + between, .y = here.cursor, .width = stop_width, .gap = 0});
    pressed = button(ui, button_key, stop);
    const float beside = ui.close_area().bottom - here.cursor;
    ui.place(0, std::max(height, beside));
    return pressed;
}

}  // namespace kitbag::widgets
