#pragma once
// A short confirmation that goes by itself: a small card over the lower edge. It is read out once. Nothing that must be acted on
// may be said in one, and it keeps no time: whoever shows it takes it away.

#include <string_view>

#include "app/widgets/ui.h"

namespace kitbag::widgets {

struct Toast {
    std::string_view text;   // Nothing is shown for "".
    std::string_view label;  // What a screen reader calls this part of the window.
    std::string_view close;  // What its button is called.
};

// After the page and its dialogs, over everything; not while a dialog is open, which nothing may lie over. True when its button
// was pressed.
bool toast(Ui& ui, std::string_view key, const Toast& look);

}  // namespace kitbag::widgets
