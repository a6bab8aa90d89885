#pragma once
// A part of the window that scrolls: the page makes it a real scroll container and tells the offset; here its contents
// are drawn at that offset, with a shade at the edge beyond which more lies. It never scrolls by itself.

#include <string_view>

#include "app/widgets/contents.h"
#include "app/widgets/ui.h"

namespace kitbag {

struct ScrollLook {
    std::string_view label;
    float padding_x = 24, padding_top = 24, padding_bottom = 40;
    float width_max = 760;  // Contents are no wider, and stand in the middle.
    float gap = 16;
};

void scroll_part(Ui& ui, NodeId id, const Bounds& box, const ScrollLook& look, const Contents& contents);

}  // namespace kitbag
