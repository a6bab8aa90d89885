#include <algorithm>

#include "app/widgets/button.h"
#include "app/widgets/layout.h"
#include "app/widgets/paint.h"
#include "app/widgets/scroll.h"
#include "app/widgets/text.h"
#include "app/widgets/text_layout.h"

namespace kitbag::widgets {
namespace {

float window_bottom(Ui& ui) {
    const Surroundings& window = ui.input().surroundings();
    return window.height - window.safe_bottom;
}

// Draws a part over the whole width from the area's cursor down, on its own ground.
Bounds strip(Ui& ui, Colour ground, float padding_x, float padding_y, const Contents& contents) {
    const Area here = ui.area();
    float& height = ui.remembered(ui.next_text_id(), Theme::touch + 2 * padding_y);
    const Surroundings& window = ui.input().surroundings();
    fill(ui,
         {0, here.cursor - (here.cursor <= window.safe_top ? window.safe_top : 0), window.width,
          height + window.safe_top},
         ground);
    ui.open_area(
        {.x = here.x + padding_x, .y = here.cursor + padding_y, .width = here.width - 2 * padding_x, .gap = 4});
    contents();
    const Area inside = ui.close_area();
    height = inside.bottom - inside.y + 2 * padding_y;
    ui.area().cursor += height;
    return {here.x, here.cursor, here.width, height};
}

bool header(Ui& ui, const Page& look) {
    bool back = false;
    const Colour table = ui.theme().colours.table;
    const float padding = ui.narrow() ? 16 : 24;
    const Bounds box = strip(ui, table, padding, look.back.empty() ? 16 : 8, [&] {
        const float width = std::min(ui.width(), look.width_max);
        const Area here = ui.area();
        const float left = here.x + (here.width - ui.input().surroundings().scrollbar_width - width) / 2;
        ui.open_area({.x = std::max(here.x, left), .y = here.cursor, .width = width, .gap = 0});
        if (!look.back.empty()) back = back_button(ui, "back", look.back);
        heading(ui, 1, look.title);
        if (!look.detail.empty()) paragraph(ui, look.detail, {.tone = TextTone::quiet});
        const Area inside = ui.close_area();
        ui.place(0, inside.bottom - inside.y);
    });
    fill(ui, {box.x, box.y + box.height - 1, box.width, 1}, ui.theme().colours.line);
    return back;
}

// The bar at the bottom: its height was learnt in the frame before.
void bottom_bar(Ui& ui, const Page& look, float& height, const Contents& bar) {
    const Surroundings& window = ui.input().surroundings();
    const Bounds box{0, window_bottom(ui) - height, window.width, height + window.safe_bottom};
    fill(ui, box, ui.theme().colours.paper);
    fill(ui, {0, box.y, box.width, 1}, ui.theme().colours.strong_line);
    const Area here = ui.area();
    const float padding = ui.narrow() ? 16 : 24;
    const float width = std::min(here.width - 2 * padding, look.width_max);
    const float left = here.x + (here.width - ui.input().surroundings().scrollbar_width - width) / 2;
    ui.open_area({.x = std::max(here.x + padding, left), .y = box.y + 12, .width = width, .gap = 8});
    bar();
    const Area inside = ui.close_area();
    height = std::max(Theme::touch, inside.bottom - inside.y) + 24;
}

void pane(Ui& ui, NodeId id, const Bounds& box, std::string_view label, const Contents& contents) {
    const KeyScope scope(ui, id);
    scroll_part(ui, child_id(id, "scroll"), box, {.label = label, .padding_x = ui.narrow() ? 16.0f : 24.0f}, contents);
}

}  // namespace

PageAnswer page(Ui& ui, std::string_view key, const Page& look, const Contents& contents, const Contents& bar,
                const Contents& top) {
    const KeyScope scope(ui, key);
    const Surroundings& window = ui.input().surroundings();
    ui.set_title(look.title);
    if (top) top();
    SemanticNode main;
    main.id = ui.id("main");
    main.role = Role::main;
    main.bounds = ui.to_content({0, ui.area().cursor, window.width, window_bottom(ui) - ui.area().cursor});
    ui.tree().open(std::move(main));
    PageAnswer answer;
    answer.back = header(ui, look);
    float none = 0;
    float& bar_height = bar ? ui.remembered(ui.id("bar height"), Theme::touch + 24) : none;
    const float y = ui.area().cursor;
    const Bounds box{0, y, window.width, std::max(0.0f, window_bottom(ui) - y - bar_height)};
    scroll_part(ui, ui.id("contents"), box,
                {.label = look.title, .padding_x = ui.narrow() ? 16.0f : 24.0f, .width_max = look.width_max}, contents);
    if (bar) bottom_bar(ui, look, bar_height, bar);
    ui.tree().close();
    return answer;
}

bool two_panes_fit(Ui& ui) {
    return ui.input().surroundings().width >= 960 * ui.theme().text_scale();
}

void two_panes(Ui& ui, std::string_view key, std::string_view first_label, const Contents& first,
               std::string_view second_label, const Contents& second, Pane narrow_shows) {
    const KeyScope scope(ui, key);
    const Surroundings& window = ui.input().surroundings();
    const float y = ui.area().cursor;
    const float height = std::max(0.0f, window_bottom(ui) - y);
    SemanticNode main;
    main.id = ui.id("main");
    main.role = Role::main;
    main.bounds = ui.to_content({0, y, window.width, height});
    ui.tree().open(std::move(main));
    if (!two_panes_fit(ui)) {
        const bool shows_first = narrow_shows == Pane::first;
        pane(ui, ui.id(shows_first ? "first" : "second"), {0, y, window.width, height},
             shows_first ? first_label : second_label, shows_first ? first : second);
    } else {
        const float share = std::min(420 * ui.theme().text_scale(), window.width * 0.4f);
        pane(ui, ui.id("first"), {0, y, share, height}, first_label, first);
        fill(ui, {share, y, 1, height}, ui.theme().colours.line);
        pane(ui, ui.id("second"), {share + 1, y, window.width - share - 1, height}, second_label, second);
    }
    ui.tree().close();
}

std::string_view navigation_bar(Ui& ui, std::string_view key, std::string_view app_name,
                                std::span<const NavigationItem> items, const Contents& trailing) {
    const KeyScope scope(ui, key);
    std::string_view chosen;
    SemanticNode node;
    node.id = ui.id("navigation");
    node.role = Role::navigation;
    node.name = app_name;
    const NodeId id = ui.tree().open(std::move(node));
    const Colour ground = ui.theme().colours.accent;
    const Bounds box = strip(ui, ground, ui.narrow() ? 8 : 16, 6, [&] {
        row(ui, [&] {
            ui.area().gap = 4;
            if (!ui.narrow()) bar_name(ui, app_name);  // A phone needs the room for where one can go.
            for (const NavigationItem& item : items) {
                if (bar_button(ui, item.key, item.label, item.current)) chosen = item.key;
            }
            if (trailing) trailing();
        });
    });
    ui.tree().set_bounds(id, ui.to_content(box));
    ui.tree().close();
    return chosen;
}

}  // namespace kitbag::widgets
