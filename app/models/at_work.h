#pragma once
// What the page must know of the app beside the picture: whether it may be loaded anew without taking anything out of somebody's
// hands, and how much only this tablet has. It says nothing about anybody.

#include <optional>

namespace kitbag {

struct AtWork {
    bool open = false;       // Unlocked, or being set up or unlocked just now.
    bool with_head = false;  // The tablet is in the head's hands: nothing of the adviser's is to be seen.
    bool half_done = false;  // So, or typed and not on the disk, or a sync or a photograph is under way.
    bool at_sending =
        false;            // On the screen that tells what is sent and kept, where nobody is in the middle of anything.
    bool erased = false;  // The county had what was here erased, and there is nothing else.
    std::optional<int>
        unsent;  // Changes and pictures that no receipt answers yet; nobody can count them while the store is locked.
};

}  // namespace kitbag
