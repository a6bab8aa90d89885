#pragma once
// The icons that the app draws. An icon never stands for words alone: whatever it is beside has a name that is read out.
// Each is called as in the icon font (Lucide), with "_" for "-"; tools/make_icons.py reads this list and cuts the font down to it.

#include <cstdint>

namespace kitbag {

// One name on each line: the list is read by a script.
enum class Icon : std::uint8_t {
    none,
    school,
    calendar_days,
    trending_up,
    search,
    refresh_cw,
    sliders_horizontal,
    arrow_left,
    chevron_left,
    chevron_right,
    chevron_down,
    chevron_up,
    plus,
    check,
    x,
    camera,
    pencil,
    trash_2,
    lock,
    printer,
    download,
    info,
    triangle_alert,
    circle_check,
    circle_x,
    undo_2,
    users,
    message_square,
    file_text,
    clipboard_list,
    notebook_pen,
    calendar_plus,
    history,
    keyboard,
    wifi_off,
    signature,
    eye,
    arrow_up,
    arrow_down,
    arrow_right,
    ellipsis,
};

}  // namespace kitbag
