#include "app/widgets/ground.h"

#include <algorithm>

namespace kitbag {

Bounds to_edges(Ui& ui, const Bounds& box) {
    constexpr float touching = 0.5f;
    const Surroundings& window = ui.input().surroundings();
    float left = box.x, right = box.x + box.width, top = box.y, bottom = box.y + box.height;
    if (left <= window.safe_left + touching) left = 0;
    if (right >= window.width - window.safe_right - touching) right = window.width;
    if (top <= window.safe_top + touching) top = std::min(top, 0.0f);
    if (bottom >= window.height - window.safe_bottom - touching) bottom = std::max(bottom, window.height);
    return {left, top, right - left, bottom - top};
}

void take_strip(Ui& ui, float height) {
    Area& here = ui.area();
    here.cursor += height;
    here.bottom = std::max(here.bottom, here.cursor);
}

}  // namespace kitbag
