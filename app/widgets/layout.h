#pragma once
// The frames in which a screen puts its parts. Each calls its contents at once, in reading order.

#include <span>
#include <string_view>

#include "app/widgets/contents.h"
#include "app/widgets/ui.h"

namespace kitbag::widgets {

// Things side by side, going on to a next line when the room is used up.
void row(Ui& ui, const Contents& contents);

// The same at the side of the hand that holds nothing: for what is pressed at the end of a dialog, a form or a page. It ends
// at the right, and begins at the left for who chose the left hand.
void row_at_hand(Ui& ui, const Contents& contents);

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
    float width_max = 760;         // Of the contents, so that lines stay readable; times the text's scale.
};

struct PageAnswer {
    bool back = false;
};

// A whole screen: a header that stays, contents that scroll (a scroll container called as the page), and a bar at the
// bottom that stays (sticky; none when not given). `top` is drawn above the header: the sync bar. In a window so low that
// little would be left between them (Ui::low) all of it scrolls with the contents.
PageAnswer page(Ui& ui, std::string_view key, const Page& look, const Contents& contents, const Contents& bar = {},
                const Contents& top = {});

enum class Pane { first, second };

// Two scrolling parts beside each other: a list and what is chosen in it. The list is at the right for who chose the left
// hand. The main part is `main_part`; the other stands beside it, and where there is no room for two it is not there. `top` is
// drawn above both, and scrolls with the second in a low or narrow window. `subject`: what the second is about; another one begins at
// its top.
void two_panes(Ui& ui, std::string_view key, std::string_view first_label, const Contents& first,
               std::string_view second_label, const Contents& second, Pane main_part, const Contents& top = {},
               std::string_view subject = {});

// True where two_panes() shows both of its parts.
bool two_panes_fit(Ui& ui);

// A question over the page; the page is out of reach until it is answered. The buttons, as in row_at_hand(), stand below contents that
// scroll; in a low window they scroll with them. Escape counts as pressing `cancel_key`'s, which must be among them.
void dialog(Ui& ui, std::string_view key, std::string_view title, std::string_view cancel_key, const Contents& contents,
            const Contents& buttons);

struct NavigationItem {
    std::string_view key;
    std::string_view label;
    bool current = false;
    Icon icon = Icon::none;
    std::string_view spoken = {};    // What it is called, where the label is a short form of it: "Search notes".
    std::string_view shortcut = {};  // Keys that press it, as in app/screens/keys.h.
};

}  // namespace kitbag::widgets
