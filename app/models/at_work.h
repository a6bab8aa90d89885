#pragma once
// What the page must know of the app beside the picture: whether it may be loaded anew without taking anything out of somebody's
// hands, and how much only this tablet has. It says nothing about anybody.

#include <optional>

namespace kitbag {

struct AtWork {
    bool open = false;  // Unlocked, or being set up or unlocked just now.
    bool half_done =
        false;  // Typed and not on the disk, a sync or a photograph under way, or the tablet is in the head's hands.
    std::optional<int> unsent;  // Changes that no receipt answers yet; nobody can count them while the store is locked.
};

}  // namespace kitbag
