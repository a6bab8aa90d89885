#pragma once
// Things to press. Each function gives true in the one frame in which it was pressed, by whatever means.

#include <optional>
#include <string_view>

#include "app/widgets/ui.h"

namespace kitbag::widgets {

enum class ButtonKind {
    primary,    // The one thing to do next; at most one on a screen.
    secondary,  // Anything else.
    quiet,      // Text only: back, close, "add another".
    danger,     // Cannot be taken back.
};

struct Button {
    std::string_view label;
    ButtonKind kind = ButtonKind::secondary;
    Icon icon = Icon::none;  // Before the label.
    bool enabled = true;
    bool busy = false;                  // It was pressed and the work goes on: it cannot be pressed again.
    bool wide = false;                  // As wide as its area.
    std::string_view spoken = {};       // What it is called, where the label alone would not say it: "Remove note 2".
    std::string_view description = {};  // Read after the name.
    std::optional<bool> pressed = {};   // A switch: on or off.
    std::optional<bool> expanded = {};  // It shows or hides something.
    std::string_view shortcut = {};     // Keys that press it, as in app/screens/keys.h.
    bool back = false;                  // It leads back from the screen, as the tablet's own way back then does.
};

bool button(Ui& ui, std::string_view key, const Button& look);

// How wide it is where it has the room, in CSS pixels.
float button_width(const Ui& ui, const Button& look);

// A word in a text that leads to another screen.
bool link(Ui& ui, std::string_view key, std::string_view label);

// With an arrow to the left: where one came from.
bool back_button(Ui& ui, std::string_view key, std::string_view label);

}  // namespace kitbag::widgets
