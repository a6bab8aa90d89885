#include "app/widgets/scroll.h"

#include <algorithm>
#include <cmath>

#include <imgui.h>

#include "app/widgets/paint.h"

namespace kitbag {
namespace {

// At an edge beyond which more lies: a soft shade, and for who needs hard edges a line.
void shade(Ui& ui, const Bounds& box, bool at_top) {
    if (ui.input().surroundings().scheme == Scheme::contrast) {
        constexpr float thick = 2;
        return fill(ui, {box.x, at_top ? box.y : box.y + box.height - thick, box.width, thick},
                    ui.theme().colours.strong_line);
    }
    constexpr float reach = 14;
    constexpr Colour opacity = 0x26000000, clear = 0x00ffffff;
    const Colour edge = (ui.theme().colours.shade & clear) | opacity;
    const Colour none = edge & clear;
    const float y = at_top ? box.y : box.y + box.height - reach;
    ui.draw().AddRectFilledMultiColor({box.x, y}, {box.x + box.width, y + reach}, at_top ? edge : none,
                                      at_top ? edge : none, at_top ? none : edge, at_top ? none : edge);
}

}  // namespace

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
    if (offset > 0) shade(ui, box, true);
    if (offset < std::floor(height_before - box.height)) shade(ui, box, false);
    ui.draw().PopClipRect();
    ui.tree().set_content_height(id, height_before);
    ui.tree().close();
}

}  // namespace kitbag
