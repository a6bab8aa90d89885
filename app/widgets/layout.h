#pragma once
// The frames in which a screen puts its parts. Each calls its contents at once, in reading order.

#include <span>
#include <string_view>

#include "app/widgets/contents.h"
#include "app/widgets/ui.h"

namespace kitbag::widgets {

// Things side by side, going on to a next line when the room is used up.
void row(Ui& ui, const Contents& contents);

// A sheet of paper on the table. `label` names it for a screen reader; "" when its heading does.
void card(Ui& ui, std::string_view key, std::string_view label, const Contents& contents);

// A part without a look of its own, closer together than the page around it.
void stack(Ui& ui, float gap, const Contents& contents);

// Two parts side by side, below each other where the room is small. `share` of the width goes to the first.
void columns(Ui& ui, float share, const Contents& first, const Contents& second);

struct Page {
    std::string_view title;        // The page's one heading of level 1, and the window's title.
    std::string_view back = {};    // The back button's label ("Schools"), or "" for none.
    std::string_view detail = {};  // A quiet line below the title.
    float width_max = 760;         // Of the contents, so that lines stay readable.
};

struct PageAnswer {
    bool back = false;
};

// A whole screen: a header that stays, contents that scroll (a scroll container called as the page), and a bar at the
// bottom that stays (sticky; none when not given). `top` is drawn above the header, over the whole width: the sync bar.
PageAnswer page(Ui& ui, std::string_view key, const Page& look, const Contents& contents, const Contents& bar = {},
                const Contents& top = {});

enum class Pane { first, second };

// Two scrolling parts beside each other over the whole window below `top`: a list and what is chosen in it. On a small
// window only `narrow_shows` is there.
void two_panes(Ui& ui, std::string_view key, std::string_view first_label, const Contents& first,
               std::string_view second_label, const Contents& second, Pane narrow_shows);

// True where two_panes() shows both of its parts.
bool two_panes_fit(Ui& ui);

// A question over the page; the page is out of reach until it is answered. Escape counts as pressing `cancel_key`'s
// button, which must be among the contents.
void dialog(Ui& ui, std::string_view key, std::string_view title, std::string_view cancel_key,
            const Contents& contents);

struct NavigationItem {
    std::string_view key;
    std::string_view label;
    bool current = false;
};

// The bar over every screen: the app's name, where one can go, and at its end what `trailing` draws in a row.
// Gives the key of the item that was pressed, or "".
std::string_view navigation_bar(Ui& ui, std::string_view key, std::string_view app_name,
                                std::span<const NavigationItem> items, const Contents& trailing = {});

}  // namespace kitbag::widgets
