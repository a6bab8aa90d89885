#include "app/widgets/navigation.h"

#include <algorithm>
#include <cmath>

#include "app/widgets/ground.h"
#include "app/widgets/paint.h"
#include "app/widgets/scroll.h"
#include "app/widgets/text_layout.h"

namespace kitbag::widgets {
namespace {

constexpr float side_from = 900;  // The width from which a rail leaves enough beside it; times the text's scale.
constexpr float between = 8, padding = 8;
constexpr float icon_size = 24;     // Times the text's scale, as the next two.
constexpr float label_padding = 2;  // At each side of a label below its icon, at least.

NavigationPlace place_by_size(Ui& ui) {
    const Surroundings& window = ui.input().surroundings();
    if (window.width > window.height && window.width >= side_from * ui.theme().text_scale())
        return NavigationPlace::side;
    if (ui.low()) return NavigationPlace::within;
    return ui.narrow() ? NavigationPlace::bottom : NavigationPlace::top;
}

// Smaller than any other text, so that five short words stand side by side on a phone.
TextStyle label_style(const Ui& ui, bool bold) {
    constexpr float smaller = 13.0f / 16;
    TextStyle style = ui.theme().text(TextSize::small, bold);
    const float before = style.size;
    style.size = std::round(style.size * smaller);
    style.em *= style.size / before;
    style.line = std::round(style.line * smaller);
    style.drop = std::round(style.drop * smaller);
    return style;
}

// A place to go to, with its icon above its label or before it.
struct ItemLook {
    bool beside = false;
    TextStyle style, bold;
    float icon = icon_size;

    float width(const NavigationItem& item) const {
        const float label = text_width(bold, item.label);
        return std::max(Theme::touch, beside ? label + icon + 8 + 24 : label + 2 * label_padding);
    }
    float height() const {
        return beside ? std::max(Theme::touch, bold.line + 16) : std::max(56.0f, icon + bold.line + 16);
    }
};

ItemLook look_of(const Ui& ui, bool beside) {
    ItemLook look;
    look.beside = beside;
    look.style = beside ? ui.theme().text(TextSize::body) : label_style(ui, false);
    look.bold = beside ? ui.theme().text(TextSize::body, true) : label_style(ui, true);
    look.icon = icon_size * ui.theme().text_scale();
    return look;
}

void draw_item(Ui& ui, const NavigationItem& item, const ItemLook& look, NodeId id, const Bounds& box) {
    const Palette& colours = ui.theme().colours;
    const Colour ink = colours.on_bar;
    if (item.current || ui.input().hovered(id) || ui.input().pressed(id))
        fill(ui, box, colours.bar_pressed, Theme::radius);
    const TextStyle& style = item.current ? look.bold : look.style;
    const float width = text_width(style, item.label);
    const float middle = box.x + box.width / 2;
    if (look.beside) {
        const float left = middle - (look.icon + 8 + width) / 2;
        draw_icon(ui, item.icon, left + look.icon / 2, box.y + box.height / 2, look.icon, ink);
        draw_line(ui, style, left + look.icon + 8, box.y + (box.height - style.line) / 2, ink, item.label);
    } else {
        const float top = box.y + (box.height - look.icon - style.line - 2) / 2;
        draw_icon(ui, item.icon, middle, top + look.icon / 2, look.icon, ink);
        draw_line(ui, style, middle - width / 2, top + look.icon + 2, ink, item.label);
    }
    // Not by the ground alone: nobody need see so small a difference.
    if (item.current) fill(ui, {box.x + 8, box.y + box.height - 4, box.width - 16, 3}, ink, 1.5f);
    if (ui.input().focus_ring(id)) outline(ui, inset(box, 1), ink, Theme::radius, 3);
}

bool one_item(Ui& ui, const NavigationItem& item, const ItemLook& look, const Bounds& box) {
    SemanticNode node;
    node.id = ui.id(item.key);
    node.role = Role::button;
    node.name = item.spoken.empty() ? item.label : item.spoken;
    node.bounds = ui.to_content(box);
    node.state.current = item.current;
    node.shortcut = item.shortcut;
    const NodeId id = ui.tree().add(std::move(node));
    draw_item(ui, item, look, id, box);
    return ui.input().activated(id);
}

// What one line has left over when each gets what it needs.
float left_over(const ItemLook& look, std::span<const NavigationItem> items, float room) {
    float left = room + between;
    for (const NavigationItem& item : items) left -= look.width(item) + between;
    return left;
}

// One line where there is room; else as many equal columns as have room for the longest label, each line of them as full as
// the others.
std::size_t columns_of(const ItemLook& look, std::span<const NavigationItem> items, float room) {
    const std::size_t all = std::max<std::size_t>(items.size(), 1);
    if (left_over(look, items, room) >= 0) return all;
    float widest = 0;
    for (const NavigationItem& item : items) widest = std::max(widest, look.width(item));
    for (std::size_t lines = 2; lines < all; ++lines) {
        const std::size_t columns = (all + lines - 1) / lines;
        const float each = (room - between * static_cast<float>(columns - 1)) / static_cast<float>(columns);
        if (widest <= each) return columns;
    }
    return 1;
}

struct Grid {
    std::size_t columns = 1;
    float height = 0;
};

Grid grid_of(const ItemLook& look, std::span<const NavigationItem> items, float room) {
    Grid grid{columns_of(look, items, room), 0};
    const std::size_t lines = (items.size() + grid.columns - 1) / grid.columns;
    grid.height = static_cast<float>(lines) * (look.height() + between) - between;
    return grid;
}

std::string_view draw_line_of_items(Ui& ui, std::span<const NavigationItem> items, const ItemLook& look,
                                    const Bounds& box) {
    const float more = left_over(look, items, box.width) / static_cast<float>(std::max<std::size_t>(items.size(), 1));
    float x = box.x;
    std::string_view pressed;
    for (const NavigationItem& item : items) {
        const Bounds cell{x, box.y, look.width(item) + more, box.height};
        if (one_item(ui, item, look, cell)) pressed = item.key;
        x += cell.width + between;
    }
    return pressed;
}

std::string_view draw_grid(Ui& ui, std::span<const NavigationItem> items, const ItemLook& look, const Grid& grid,
                           const Bounds& box) {
    if (grid.columns > 1 && grid.columns == items.size()) return draw_line_of_items(ui, items, look, box);
    const auto columns = static_cast<float>(grid.columns);
    const float each = (box.width - between * (columns - 1)) / columns;
    std::string_view pressed;
    for (std::size_t place = 0; place < items.size(); ++place) {
        const auto column = static_cast<float>(place % grid.columns);
        const auto line = static_cast<float>(place / grid.columns);
        const Bounds cell{box.x + column * (each + between), box.y + line * (look.height() + between), each,
                          look.height()};
        if (one_item(ui, items[place], look, cell)) pressed = items[place].key;
    }
    return pressed;
}

NodeId open_navigation(Ui& ui, std::string_view name, const Bounds& box) {
    SemanticNode node;
    node.id = ui.id("navigation");
    node.role = Role::navigation;
    node.name = name;
    node.bounds = ui.to_content(box);
    return ui.tree().open(std::move(node));
}

std::string_view draw_strip(Ui& ui, std::string_view name, std::span<const NavigationItem> items, bool at_bottom) {
    const Area here = ui.area();
    const ItemLook look = look_of(ui, false);
    const float room = here.width - 2 * padding;
    const Grid grid = grid_of(look, items, room);
    constexpr float padding_y = 4;
    const float height = grid.height + 2 * padding_y;
    const float y = at_bottom ? ui.bottom() - height : here.cursor;
    const Bounds box{here.x, y, here.width, height};
    fill(ui, to_edges(ui, box), ui.theme().colours.bar);
    open_navigation(ui, name, box);
    const std::string_view pressed =
        draw_grid(ui, items, look, grid, {here.x + padding, y + padding_y, room, grid.height});
    ui.tree().close();
    if (at_bottom)
        ui.take_bottom(height);
    else
        take_strip(ui, height);
    return pressed;
}

// One line with icons beside the labels, and the app's name where there is room for it too; nothing where there is not.
std::string_view draw_top(Ui& ui, std::string_view name, std::span<const NavigationItem> items) {
    const Area here = ui.area();
    const ItemLook look = look_of(ui, true);
    float all = -between;
    for (const NavigationItem& item : items) all += look.width(item) + between;
    const float room = here.width - 2 * padding;
    if (all > room) return draw_strip(ui, name, items, false);
    const TextStyle name_style = ui.theme().text(TextSize::title3, true);
    const float name_width = text_width(name_style, name) + 32;
    const Bounds box{here.x, here.cursor, here.width, look.height() + 2 * padding};
    fill(ui, to_edges(ui, box), ui.theme().colours.bar);
    open_navigation(ui, name, box);
    const bool has_name = name_width + all <= room;
    if (has_name)
        draw_line(ui, name_style, box.x + padding + 12, box.y + (box.height - name_style.line) / 2,
                  ui.theme().colours.on_bar, name);
    float x = box.x + padding + (has_name ? name_width : 0.0f);
    std::string_view pressed;
    for (const NavigationItem& item : items) {
        const Bounds cell{x, box.y + padding, look.width(item), look.height()};
        if (one_item(ui, item, look, cell)) pressed = item.key;
        x += cell.width + between;
    }
    ui.tree().close();
    take_strip(ui, box.height);
    return pressed;
}

// Over the whole height; where that is not enough, it scrolls for itself.
std::string_view draw_side(Ui& ui, std::string_view name, std::span<const NavigationItem> items) {
    const Surroundings& window = ui.input().surroundings();
    const ItemLook look = look_of(ui, false);
    const bool right = window.chosen.left_handed;
    float widest = 80 * ui.theme().text_scale();
    for (const NavigationItem& item : items) widest = std::max(widest, look.width(item));
    const float all = static_cast<float>(items.size()) * (look.height() + between) + padding;
    const Area here = ui.area();
    const float height = ui.bottom() - here.cursor;
    const bool fits = all <= height;
    const float width = widest + 2 * padding + (fits ? 0 : window.scrollbar_width);
    const Bounds box{right ? here.x + here.width - width : here.x, here.cursor, width, height};
    fill(ui, to_edges(ui, box), ui.theme().colours.bar);
    open_navigation(ui, name, box);
    std::string_view pressed;
    const Grid grid{1, all};
    if (fits) {
        pressed = draw_grid(ui, items, look, grid, {box.x + padding, box.y + padding, widest, all});
    } else {
        scroll_part(ui, ui.id("scroll"), box,
                    {.label = name, .padding_x = padding, .padding_top = 0, .padding_bottom = 0}, [&] {
                        const Area inside = ui.area();
                        const Bounds room{inside.x, inside.cursor + padding, inside.width, all};
                        pressed = draw_grid(ui, items, look, grid, room);
                        take_strip(ui, all);
                    });
    }
    ui.tree().close();
    ui.take_side(width, right);
    return pressed;
}

}  // namespace

NavigationPlace navigation_place(Ui& ui) {
    const NavigationPlace fits = place_by_size(ui);
    // While somebody types, the keyboard comes and goes: what stays in its place does not move under their fingers.
    const NodeId id = child_id(0, "navigation place");
    float& kept = ui.remembered(id, static_cast<float>(fits));
    float& width = ui.remembered(child_id(id, "width"), ui.input().surroundings().width);
    if (!ui.typing() || width != ui.input().surroundings().width) {
        kept = static_cast<float>(fits);
        width = ui.input().surroundings().width;
    }
    const auto place = static_cast<NavigationPlace>(kept);
    return place == NavigationPlace::bottom && ui.low() ? NavigationPlace::away : place;
}

std::string_view navigation_bar(Ui& ui, std::string_view key, std::string_view app_name,
                                std::span<const NavigationItem> items) {
    const KeyScope scope(ui, key);
    switch (navigation_place(ui)) {
        case NavigationPlace::bottom:
            return draw_strip(ui, app_name, items, true);
        case NavigationPlace::within:
            return draw_strip(ui, app_name, items, false);
        case NavigationPlace::top:
            return draw_top(ui, app_name, items);
        case NavigationPlace::side:
            return draw_side(ui, app_name, items);
        case NavigationPlace::away:
            break;
    }
    return {};
}

}  // namespace kitbag::widgets
