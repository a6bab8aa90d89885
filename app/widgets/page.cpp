#include <algorithm>
#include <cmath>

#include "app/widgets/button.h"
#include "app/widgets/ground.h"
#include "app/widgets/layout.h"
#include "app/widgets/paint.h"
#include "app/widgets/scroll.h"
#include "app/widgets/text.h"

namespace kitbag::widgets {
namespace {

constexpr float unlimited = 1e6f;

float padding_of(const Ui& ui) {
    return ui.narrow() ? 16 : 24;
}

enum class Stays { in_place, with_contents };  // With them it scrolls.

// Draws contents in a column of the page's width, in the middle of the area; gives how high they are.
float draw_column(Ui& ui, Stays stays, float width_max, float y, float gap, const Contents& contents) {
    const Area here = ui.area();
    const float padding = padding_of(ui);
    // What scrolls stands beside its scroll bar. What stays in its place lines up with it.
    const float room = here.width - (stays == Stays::with_contents ? 0 : ui.input().surroundings().scrollbar_width);
    const float width = std::max(80.0f, std::min(room - 2 * padding, width_max * ui.theme().text_scale()));
    ui.open_area({.x = here.x + std::floor((room - width) / 2), .y = y, .width = width, .gap = gap});
    contents();
    const Area inside = ui.close_area();
    return inside.bottom - inside.y;
}

bool header(Ui& ui, Stays stays, const Page& look) {
    bool back = false;
    const Area here = ui.area();
    const float padding_y = look.back.empty() ? 16 : 8;
    float& height = ui.remembered(ui.id("header height"), Theme::touch + 2 * padding_y);
    const Bounds box{here.x, here.cursor, here.width, height};
    fill(ui, to_edges(ui, box), ui.theme().colours.table);
    height = 2 * padding_y + draw_column(ui, stays, look.width_max, here.cursor + padding_y, 0, [&] {
                 if (!look.back.empty()) back = back_button(ui, "back", look.back);
                 heading(ui, 1, look.title);
                 if (!look.detail.empty()) paragraph(ui, look.detail, {.tone = TextTone::quiet});
             });
    take_strip(ui, height);
    fill(ui, to_edges(ui, {box.x, ui.area().cursor - 1, box.width, 1}), ui.theme().colours.line);
    return back;
}

// The bar at the bottom: its height was learnt in the frame before.
void bottom_bar(Ui& ui, Stays stays, const Page& look, float& height, const Contents& bar) {
    constexpr float padding_y = 12;
    const Area here = ui.area();
    const float y = stays == Stays::with_contents ? here.cursor : ui.bottom() - height;
    const Bounds box{here.x, y, here.width, height};
    fill(ui, to_edges(ui, box), ui.theme().colours.paper);
    const Bounds edge = to_edges(ui, box);
    fill(ui, {edge.x, box.y, edge.width, 1}, ui.theme().colours.strong_line);
    height = 2 * padding_y + std::max(Theme::touch, draw_column(ui, stays, look.width_max, y + padding_y, 8, bar));
    if (stays == Stays::with_contents) return take_strip(ui, height);
    ui.take_bottom(height);  // A toast lies above it.
}

void open_main(Ui& ui, const Bounds& box) {
    SemanticNode main;
    main.id = ui.id("main");
    main.role = Role::main;
    main.bounds = ui.to_content(box);
    ui.tree().open(std::move(main));
}

// What is left of the window below what was drawn.
Bounds rest_of_window(Ui& ui) {
    const Area& here = ui.area();
    return {here.x, here.cursor, here.width, std::max(0.0f, ui.bottom() - here.cursor)};
}

// What stands around a page's contents, and how high it is: learnt in the frame before.
struct Around {
    Stays header = Stays::in_place, bar = Stays::in_place;
    float& header_height;
    float& bar_height;  // 0 where there is none.
};

// In a low window all of it scrolls. In others the header does where the contents would have less than half of the window, as on a phone,
// and the bar where even so they would have less than two buttons' room: with large letters and much to say.
Around around(Ui& ui, bool has_bar) {
    constexpr float least = 2 * (Theme::touch + 16);
    Around all{.header_height = ui.remembered(ui.id("height above")),
               .bar_height = ui.remembered(ui.id("bar height"), Theme::touch + 24)};
    if (!has_bar) all.bar_height = 0;
    const float room = rest_of_window(ui).height - all.bar_height;
    if (ui.low() || room - all.header_height < ui.input().surroundings().height / 2) all.header = Stays::with_contents;
    if (ui.low() || room < least) all.bar = Stays::with_contents;
    return all;
}

// With the header in its place.
bool standing_page(Ui& ui, const Page& look, const Contents& contents, Around& stays, const Contents& top) {
    const float start = ui.area().cursor;
    if (top) top();
    open_main(ui, rest_of_window(ui));
    const bool back = header(ui, stays.header, look);
    Bounds box = rest_of_window(ui);
    stays.header_height = box.y - start;
    box.height = std::max(0.0f, box.height - stays.bar_height);
    scroll_part(
        ui, ui.id("contents"), box,
        {.label = look.title, .padding_x = padding_of(ui), .width_max = look.width_max * ui.theme().text_scale()},
        contents);
    return back;
}

// The contents are in the same scroll container as in a standing page: a field in them keeps its element, and with it the
// focus, when the keyboard opens and makes the window low.
bool scrolling_page(Ui& ui, const Page& look, const Contents& contents, const Contents& bar, Around& stays,
                    const Contents& top) {
    bool back = false;
    Bounds box = rest_of_window(ui);
    open_main(ui, box);
    if (stays.bar == Stays::in_place) box.height = std::max(0.0f, box.height - stays.bar_height);
    const ScrollLook all{
        .label = look.title, .padding_x = 0, .padding_top = 0, .padding_bottom = 0, .width_max = unlimited, .gap = 0};
    scroll_part(ui, ui.id("contents"), box, all, [&] {
        const float start = ui.area().cursor;
        if (top) top();
        back = header(ui, stays.header, look);
        stays.header_height = ui.area().cursor - start;
        constexpr float padding_top = 16, padding_bottom = 24;
        const float height =
            draw_column(ui, stays.header, look.width_max, ui.area().cursor + padding_top, 16, contents);
        take_strip(ui, padding_top + height + padding_bottom);
        if (bar && stays.bar == Stays::with_contents) bottom_bar(ui, stays.bar, look, stays.bar_height, bar);
    });
    return back;
}

// The landmark that is told and the part that scrolls are of one size. With `top` above the contents, at the pane's whole width,
// where there is one.
void pane(Ui& ui, NodeId id, Role landmark, const Bounds& box, std::string_view label, const Contents& contents,
          const Contents& top) {
    const KeyScope scope(ui, id);
    SemanticNode node;
    node.id = child_id(id, "landmark");
    node.role = landmark;
    if (landmark != Role::main) node.name = label;
    node.bounds = ui.to_content(box);
    ui.tree().open(std::move(node));
    const NodeId scroll = child_id(id, "scroll");
    const float width_max = 760 * ui.theme().text_scale();
    if (!top) {
        scroll_part(ui, scroll, box, {.label = label, .padding_x = padding_of(ui), .width_max = width_max}, contents);
    } else {
        const ScrollLook all{
            .label = label, .padding_x = 0, .padding_top = 0, .padding_bottom = 24, .width_max = unlimited, .gap = 0};
        scroll_part(ui, scroll, box, all, [&] {
            top();
            constexpr float padding_top = 16;
            take_strip(ui, padding_top + draw_column(ui, Stays::with_contents, 760, ui.area().cursor + padding_top, 16,
                                                     contents));
        });
    }
    ui.tree().close();
}

}  // namespace

PageAnswer page(Ui& ui, std::string_view key, const Page& look, const Contents& contents, const Contents& bar,
                const Contents& top) {
    const KeyScope scope(ui, key);
    ui.set_title(look.title);
    Around stays = around(ui, static_cast<bool>(bar));
    const bool back = stays.header == Stays::in_place ? standing_page(ui, look, contents, stays, top)
                                                      : scrolling_page(ui, look, contents, bar, stays, top);
    if (bar && stays.bar == Stays::in_place) bottom_bar(ui, stays.bar, look, stays.bar_height, bar);
    ui.tree().close();
    return {back};
}

bool two_panes_fit(Ui& ui) {
    return ui.area().width >= 900 * ui.theme().text_scale();
}

void two_panes(Ui& ui, std::string_view key, std::string_view first_label, const Contents& first,
               std::string_view second_label, const Contents& second, Pane main_part, const Contents& top,
               std::string_view subject) {
    const bool top_scrolls = ui.low() || ui.narrow();
    if (top && !top_scrolls) top();
    const KeyScope scope(ui, key);
    const Contents within = top_scrolls ? top : Contents();
    const Bounds box = rest_of_window(ui);
    const bool first_is_main = main_part == Pane::first;
    const NodeId second_id = subject.empty() ? ui.id("second") : child_id(ui.id("second"), subject);
    if (!two_panes_fit(ui)) {
        pane(ui, first_is_main ? ui.id("first") : second_id, Role::main, box,
             first_is_main ? first_label : second_label, first_is_main ? first : second, within);
    } else {
        const auto landmark = [](bool is_main) { return is_main ? Role::main : Role::complementary; };
        const bool right = ui.input().surroundings().chosen.left_handed;
        const float share = std::floor(std::min(420 * ui.theme().text_scale(), box.width * 0.4f));
        const float rest = box.width - share - 1;
        const float first_x = right ? box.x + rest + 1 : box.x;
        const float second_x = right ? box.x : box.x + share + 1;
        pane(ui, ui.id("first"), landmark(first_is_main), {first_x, box.y, share, box.height}, first_label, first, {});
        fill(ui, {right ? first_x - 1 : second_x - 1, box.y, 1, box.height}, ui.theme().colours.line);
        pane(ui, second_id, landmark(!first_is_main), {second_x, box.y, rest, box.height}, second_label, second,
             within);
    }
}

}  // namespace kitbag::widgets
