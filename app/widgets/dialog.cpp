#include <algorithm>
#include <cmath>

#include <imgui.h>

#include "app/widgets/layout.h"
#include "app/widgets/paint.h"
#include "app/widgets/scroll.h"
#include "app/widgets/text.h"

namespace kitbag::widgets {

void dialog(Ui& ui, std::string_view key, std::string_view title, std::string_view cancel_key,
            const Contents& contents) {
    const KeyScope scope(ui, key);
    const Surroundings& window = ui.input().surroundings();
    const DrawOn over_everything(ui, *ImGui::GetForegroundDrawList());
    const Palette& colours = ui.theme().colours;
    fill(ui, {0, 0, window.width, window.height}, colours.shade);
    const float width = std::min(window.width - 32, 560 * ui.theme().text_scale());
    float& height = ui.remembered(ui.id("height"), 240);
    const float shown = std::min(height, window.height - 32);
    const Bounds box{std::floor((window.width - width) / 2), std::floor((window.height - shown) / 2), width, shown};
    fill(ui, {box.x, box.y + 3, box.width, box.height + 3}, 0x30000000, Theme::radius + 6);
    fill(ui, box, colours.paper, Theme::radius + 6);

    SemanticNode node;
    node.id = ui.id("dialog");
    node.role = Role::dialog;
    node.name = title;
    node.bounds = box;
    node.value = std::to_string(ui.id(cancel_key));  // What Escape presses.
    const ScrollOrigin origin(ui, 0, 0);
    ui.tree().open(std::move(node));
    const NodeId scroll = ui.id("contents");
    const float scrollbar = window.scrollbar_width;
    scroll_part(
        ui, scroll, box,
        {.label = {}, .padding_x = 28 - scrollbar / 2, .padding_top = 24, .padding_bottom = 24, .width_max = 600}, [&] {
            const float top = ui.area().cursor;
            heading(ui, 2, title);
            contents();
            height = ui.area().bottom - top + 48;
        });
    ui.tree().close();
}

}  // namespace kitbag::widgets
