#pragma once
// The keys that press what is on the screen, in the syntax of aria-keyshortcuts: the page listens for them and tells assistive
// technology of them. None is a single letter, so that speech and a slip of a finger press nothing (WCAG 2.1.4), and none is
// a key that a browser's own field needs. The list that people read is words::display::key_lines; tests keep the two in step.

#include <string_view>

namespace kitbag::keys {

inline constexpr std::string_view schools = "Alt+1";
inline constexpr std::string_view visits = "Alt+2";
inline constexpr std::string_view board = "Alt+3";
inline constexpr std::string_view search = "Alt+4";
inline constexpr std::string_view sending = "Alt+5";
inline constexpr std::string_view sync_now = "Alt+S";
inline constexpr std::string_view write_now = "Alt+N";
inline constexpr std::string_view next_note = "Alt+N Control+Enter Meta+Enter";
inline constexpr std::string_view undo = "Alt+Z";

}  // namespace kitbag::keys
