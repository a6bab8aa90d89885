#include "app/widgets/stamp.h"

namespace kitbag::widgets {

// Letters that are cut off at the edge of what is seen have no corners, so it is only kept where all of it is seen.
void Stamp::put(Ui& ui, const Bounds& box, const Contents& draw) {
    ImDrawList& list = ui.draw();
    if (ui.text_is_watched()) return draw();
    if (corners_.empty()) {
        const ImVec2 low = list.GetClipRectMin(), high = list.GetClipRectMax();
        const bool whole =
            box.x >= low.x && box.y >= low.y && box.x + box.width <= high.x && box.y + box.height <= high.y;
        return whole ? keep(list, box, draw) : draw();
    }
    const float right = box.x - box_.x, down = box.y - box_.y;
    list.PrimReserve(static_cast<int>(order_.size()), static_cast<int>(corners_.size()));
    const unsigned int first = list._VtxCurrentIdx;
    for (const unsigned int corner : order_) *list._IdxWritePtr++ = static_cast<ImDrawIdx>(first + corner);
    for (const ImDrawVert& corner : corners_)
        *list._VtxWritePtr++ = {{corner.pos.x + right, corner.pos.y + down}, corner.uv, corner.col};
    list._VtxCurrentIdx += static_cast<unsigned int>(corners_.size());
}

// Where ImGui begins a new order to draw in the middle of it, it is not kept.
void Stamp::keep(ImDrawList& list, const Bounds& box, const Contents& draw) {
    const int orders = list.CmdBuffer.Size, corners = list.VtxBuffer.Size, indexes = list.IdxBuffer.Size;
    const unsigned int first = list._VtxCurrentIdx;
    draw();
    if (list.CmdBuffer.Size != orders) return;
    box_ = box;
    corners_.assign(list.VtxBuffer.Data + corners, list.VtxBuffer.Data + list.VtxBuffer.Size);
    for (int index = indexes; index < list.IdxBuffer.Size; ++index)
        order_.push_back(list.IdxBuffer.Data[index] - first);
}

}  // namespace kitbag::widgets
