#include "app/widgets/band.h"

#include "app/widgets/paint.h"

namespace kitbag::widgets {

void band(Ui& ui, std::string_view key, const Contents& contents) {
    const KeyScope scope(ui, key);
    const Area here = ui.area();
    const float padding = ui.narrow() ? 16 : 24;
    constexpr float padding_y = 4;
    float& height = ui.remembered(ui.id("height"), Theme::touch + 2 * padding_y);
    fill(ui, {here.x, here.cursor, here.width, height}, ui.theme().colours.paper);
    fill(ui, {here.x, here.cursor + height - 1, here.width, 1}, ui.theme().colours.line);
    ui.open_area({.x = here.x + padding, .y = here.cursor + padding_y, .width = here.width - 2 * padding, .gap = 4});
    contents();
    const Area inside = ui.close_area();
    height = inside.bottom - inside.y + 2 * padding_y;
    ui.area().cursor += height;
}

}  // namespace kitbag::widgets
