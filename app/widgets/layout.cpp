#include "app/widgets/layout.h"

#include <algorithm>
#include <cmath>

#include <imgui.h>

#include "app/widgets/paint.h"

namespace kitbag::widgets {

void row(Ui& ui, const Contents& contents) {
    float& usual = ui.remembered(ui.next_text_id());
    const Area here = ui.area();
    ui.open_area({.x = here.x, .y = here.cursor, .width = here.width, .gap = 12, .row = true, .usual_height = usual});
    contents();
    const Area inside = ui.close_area();
    usual = inside.highest;
    if (inside.bottom > inside.y) ui.place(0, inside.bottom - inside.y);
}

void row_at_hand(Ui& ui, const Contents& contents) {
    const NodeId id = ui.next_text_id();
    float& usual = ui.remembered(id);
    const Area here = ui.area();
    float& used = ui.remembered(child_id(id, "width"), here.width);
    const bool left = ui.input().surroundings().chosen.left_handed;
    const float shift = left ? 0 : std::max(0.0f, std::floor(here.width - used));
    // It may still grow by what it was moved: the room to the area's left edge is its own.
    ui.open_area(
        {.x = here.x + shift, .y = here.cursor, .width = here.width, .gap = 12, .row = true, .usual_height = usual});
    contents();
    const Area inside = ui.close_area();
    usual = inside.highest;
    used = std::min(inside.widest, here.width);
    if (inside.bottom > inside.y) ui.place(0, inside.bottom - inside.y);
}

void card(Ui& ui, std::string_view key, std::string_view label, const Contents& contents) {
    const KeyScope scope(ui, key);
    const float padding = ui.narrow() ? 16 : 24;
    SemanticNode node;
    node.id = child_id(ui.id("card"), 0);
    if (const auto box = ui.told_as_before(node.id, ui.area().cursor)) {
        ui.place(0, box->height);
        return;
    }
    node.role = label.empty() ? Role::group : Role::region;
    node.name = label;
    const NodeId id = ui.tree().open(std::move(node));
    // The sheet lies under what is drawn on it, and is as high as that turns out to be.
    ImDrawListSplitter layers;
    ImDrawList& draw = ui.draw();
    layers.Split(&draw, 2);
    layers.SetCurrentChannel(&draw, 1);
    const Area here = ui.area();
    ui.open_area({.x = here.x + padding, .y = here.cursor + padding, .width = here.width - 2 * padding, .gap = 16});
    contents();
    const Area inside = ui.close_area();
    const Bounds box = ui.place(0, inside.bottom - inside.y + 2 * padding);
    layers.SetCurrentChannel(&draw, 0);
    if (ui.is_seen(box)) {
        fill(ui, {box.x, box.y + 1, box.width, box.height + 1}, ui.theme().colours.line, Theme::radius + 2);
        fill(ui, box, ui.theme().colours.paper, Theme::radius + 2);
        outline(ui, box, ui.theme().colours.line, Theme::radius + 2);
    }
    layers.Merge(&draw);
    ui.tree().set_bounds(id, ui.to_content(box));
    ui.tree().close();
}

void stack(Ui& ui, float gap, const Contents& contents) {
    const Area here = ui.area();
    ui.open_area({.x = here.x, .y = here.cursor, .width = here.width, .gap = gap});
    contents();
    const Area inside = ui.close_area();
    if (inside.bottom > inside.y) ui.place(0, inside.bottom - inside.y);
}

void columns(Ui& ui, float share, const Contents& first, const Contents& second) {
    if (ui.width() < 560 * ui.theme().text_scale()) {
        stack(ui, ui.area().gap, first);
        stack(ui, ui.area().gap, second);
        return;
    }
    constexpr float between = 32;
    const Area here = ui.area();
    const float width = (here.width - between) * share;
    ui.open_area({.x = here.x, .y = here.cursor, .width = width, .gap = here.gap});
    first();
    const float first_bottom = ui.close_area().bottom;
    ui.open_area(
        {.x = here.x + width + between, .y = here.cursor, .width = here.width - width - between, .gap = here.gap});
    second();
    const float second_bottom = ui.close_area().bottom;
    ui.place(0, std::max(first_bottom, second_bottom) - here.cursor);
}

}  // namespace kitbag::widgets
