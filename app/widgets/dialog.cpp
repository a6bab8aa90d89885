#include <algorithm>
#include <cmath>

#include <imgui.h>

#include "app/widgets/arrival.h"
#include "app/widgets/layout.h"
#include "app/widgets/paint.h"
#include "app/widgets/scroll.h"
#include "app/widgets/text.h"

namespace kitbag::widgets {
namespace {

constexpr float above_buttons = 12;

// In the place that is theirs, below what scrolls; gives how high that should be.
float draw_buttons(Ui& ui, const Bounds& place, float padding_x, float padding_bottom, const Contents& buttons) {
    ui.open_area({.x = place.x + padding_x, .y = place.y + above_buttons, .width = place.width - 2 * padding_x});
    row_at_hand(ui, buttons);
    return ui.close_area().bottom - place.y + padding_bottom;
}

}  // namespace

void dialog(Ui& ui, std::string_view key, std::string_view title, std::string_view cancel_key, const Contents& contents,
            const Contents& buttons) {
    const KeyScope scope(ui, key);
    const Surroundings& window = ui.input().surroundings();
    const DrawOn over_everything(ui, *ImGui::GetForegroundDrawList());
    const Palette& colours = ui.theme().colours;
    const Arrival arrival(ui, ui.id("dialog"));
    constexpr float beyond = 8;  // It arrives from a little below.
    constexpr float gap = 16 - above_buttons;
    fill(ui, {0, -beyond, window.width, window.height + 2 * beyond}, colours.shade);
    // Where there is little room, little of it is given to edges.
    const float around = ui.low() ? 8 : 16;
    const float padding_x = ui.narrow() ? 20 : 28, padding_y = ui.low() ? 12 : 24;
    const float room_width = window.width - window.safe_left - window.safe_right - 2 * around;
    const float room_height = window.height - window.safe_top - window.safe_bottom - 2 * around;
    const float width = std::min(room_width, 560 * ui.theme().text_scale());
    float& height = ui.remembered(ui.id("height"), 240);
    float& below = ui.remembered(ui.id("height below"), above_buttons + Theme::touch + padding_y);
    constexpr float least = 2 * (Theme::touch + 16);
    const bool stand = !ui.low() && room_height - below >= least;
    const float bar = stand ? below : 0;
    const float shown = std::min(height + bar, room_height);
    const Bounds box{std::floor(window.safe_left + around + (room_width - width) / 2),
                     std::floor(window.safe_top + around + (room_height - shown) / 2), width, shown};
    fill(ui, {box.x, box.y + 3, box.width, box.height + 3}, colours.shadow, Theme::radius + 6);
    tint(ui, box, colours.paper, colours.ink, Theme::radius + 6);

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
    scroll_part(ui, scroll, {box.x, box.y, box.width, box.height - bar},
                {.label = {},
                 .padding_x = padding_x - scrollbar / 2,
                 .padding_top = padding_y,
                 .padding_bottom = stand ? gap : padding_y,
                 .width_max = 560 * ui.theme().text_scale()},
                [&] {
                    const float top = ui.area().cursor;
                    heading(ui, 2, title);
                    contents();
                    if (!stand) row_at_hand(ui, buttons);
                    height = ui.area().bottom - top + padding_y + (stand ? gap : padding_y);
                });
    const Bounds bar_box{box.x, box.y + box.height - bar, box.width, bar};
    if (stand) below = draw_buttons(ui, bar_box, padding_x, padding_y, buttons);
    ui.tree().close();
}

}  // namespace kitbag::widgets
