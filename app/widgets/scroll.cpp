#include "app/widgets/scroll.h"

#include <algorithm>
#include <cmath>

#include <imgui.h>

namespace kitbag {

void scroll_part(Ui& ui, NodeId id, const Bounds& box, const ScrollLook& look, const Contents& contents) {
    float& height_before = ui.remembered(child_id(id, "height"), box.height);
    const float offset_max = std::max(0.0f, height_before - box.height);
    const float offset = std::round(std::clamp(ui.input().scroll_offset(id), 0.0f, offset_max));
    SemanticNode node;
    node.id = id;
    node.role = Role::scroll;
    node.name = look.label;
    node.bounds = ui.to_content(box);
    node.content_offset = ui.input().scroll_offset(id);
    id = ui.tree().open(std::move(node));

    const float room = box.width - ui.input().surroundings().scrollbar_width;
    const float width = std::max(80.0f, std::min(room - 2 * look.padding_x, look.width_max));
    const float left = box.x + std::floor((room - width) / 2);
    ui.draw().PushClipRect({box.x, box.y}, {box.x + box.width, box.y + box.height}, true);
    {
        const ScrollOrigin origin(ui, box.x, box.y - offset);
        ui.open_area({.x = left, .y = box.y - offset + look.padding_top, .width = width, .gap = look.gap});
        contents();
        const Area inside = ui.close_area();
        height_before = std::max(box.height, std::round(inside.bottom - (box.y - offset) + look.padding_bottom));
    }
    ui.draw().PopClipRect();
    ui.tree().set_content_height(id, height_before);
    ui.tree().close();
}

}  // namespace kitbag
