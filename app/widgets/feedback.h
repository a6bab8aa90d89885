#pragma once
// What the app has to say: news, warnings, how far a work has come. Read out when it appears or changes.

#include <string_view>

#include "app/widgets/button.h"
#include "app/widgets/ui.h"

namespace kitbag::widgets {

enum class BannerKind { info, good, warning, error };

struct Banner {
    BannerKind kind = BannerKind::info;
    std::string_view text;
    std::string_view action = {};  // A button's label, or "".
    Icon action_icon = Icon::none;
};

// True when its action was pressed. Errors interrupt a listener, the others wait.
bool banner(Ui& ui, std::string_view key, const Banner& look);

// Read out when it changes and not drawn: for what the picture says in more than one place, or beside a field.
void announce(Ui& ui, std::string_view key, std::string_view text);

// A quiet line that is read out when it changes: "Saved on this tablet".
void status_line(Ui& ui, std::string_view key, std::string_view text);

// The same with something to press at the line's end. Where the text needs several lines, they stand beside the button.
bool status_line_with(Ui& ui, std::string_view key, std::string_view text, std::string_view button_key,
                      const Button& look);

struct Progress {
    std::string_view label;
    float fraction = -1;          // 0 to 1; below 0 when nobody knows how far.
    std::string_view value = {};  // "3 of 16 aspects judged"
};

void progress(Ui& ui, std::string_view key, const Progress& look);

}  // namespace kitbag::widgets
