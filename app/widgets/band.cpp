#include "app/widgets/band.h"

#include "app/widgets/ground.h"
#include "app/widgets/paint.h"

namespace kitbag::widgets {

void band(Ui& ui, std::string_view key, std::string_view label, const Contents& contents) {
    const KeyScope scope(ui, key);
    SemanticNode node;
    node.id = ui.id("region");
    node.role = Role::region;
    node.name = label;
    const NodeId id = ui.tree().open(std::move(node));
    const Area here = ui.area();
    const float padding = ui.narrow() ? 16 : 24;
    constexpr float padding_y = 4;
    float& height = ui.remembered(ui.id("height"), Theme::touch + 2 * padding_y);
    const Bounds ground = to_edges(ui, {here.x, here.cursor, here.width, height});
    fill(ui, ground, ui.theme().colours.paper);
    fill(ui, {ground.x, here.cursor + height - 1, ground.width, 1}, ui.theme().colours.line);
    ui.open_area({.x = here.x + padding, .y = here.cursor + padding_y, .width = here.width - 2 * padding, .gap = 4});
    contents();
    const Area inside = ui.close_area();
    height = inside.bottom - inside.y + 2 * padding_y;
    take_strip(ui, height);
    ui.tree().set_bounds(id, ui.to_content({here.x, here.cursor, here.width, height}));
    ui.tree().close();
}

}  // namespace kitbag::widgets
