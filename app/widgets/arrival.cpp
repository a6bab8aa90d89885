#include "app/widgets/arrival.h"

#include <imgui.h>

namespace kitbag {
namespace {

constexpr float from_below = 4;

}  // namespace

Arrival::Arrival(Ui& ui, NodeId id) : list_(ui.draw()), first_(list_.VtxBuffer.Size), there_(ui.arriving(id)) {}

Arrival::~Arrival() {
    if (there_ >= 1) return;
    const float lower = (1 - there_) * from_below;
    for (int place = first_; place < list_.VtxBuffer.Size; ++place) {
        ImDrawVert& point = list_.VtxBuffer[place];
        point.pos.y += lower;
        const auto alpha = static_cast<ImU32>(static_cast<float>(point.col >> IM_COL32_A_SHIFT) * there_);
        point.col = (point.col & ~IM_COL32_A_MASK) | alpha << IM_COL32_A_SHIFT;
    }
}

}  // namespace kitbag
