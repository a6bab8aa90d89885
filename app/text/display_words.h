#pragma once
// The unvarying words about how the tablet looks and what the keyboard can do. See words.h.

#include <array>

#include "app/text/words.h"

namespace kitbag::words::display {

inline constexpr Words open = "Display";
inline constexpr Words title = "Display";
inline constexpr Words kept = "For this tablet, whoever uses it. It changes at once.";
inline constexpr Words scheme = "Colours";
inline constexpr Words as_tablet = "As the tablet";
inline constexpr Words light = "Light";
inline constexpr Words dark = "Dark";
inline constexpr Words contrast = "High contrast";
inline constexpr Words text = "Size of letters";
inline constexpr Words text_hint = "Two fingers drawn apart on the screen do the same.";
inline constexpr Words hand = "Buttons stand at the side of";
inline constexpr Words right_hand = "The right hand";
inline constexpr Words left_hand = "The left hand";
inline constexpr Words keys = "Keys";
// The first eight are those of app/screens/keys.h; the others belong to the page itself (web-shell/keys.mjs).
inline constexpr std::array<Words, 12> key_lines = {
    "Alt+1: Schools",
    "Alt+2: Visits",
    "Alt+3: Board",
    "Alt+4: Search notes",
    "Alt+5: Sending and receiving",
    "Alt+S: Sync now",
    "Alt+N: Write notes now, or the next note. While you write, Ctrl+Enter or Command+Enter does the same.",
    "Alt+Z: Undo, in a visit",
    "Escape: Back, or close what is open",
    "F6: On to the next part of the screen",
    "Shift+F6: Back to the part before",
    "Tab, as the first key on a screen: Skip to the content",
};

}  // namespace kitbag::words::display
