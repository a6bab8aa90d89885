#include "app/platform/canvas.h"

#include <imgui.h>

namespace kitbag {

// Nobody keeps the textures of letters. What ImGui wants to be rid of has gone; the rest it offers again, and a canvas that comes later takes it.
void Canvas::show(ImDrawData* picture, unsigned) {
    for (ImTextureData* texture : *picture->Textures) {
        if (texture->Status != ImTextureStatus_WantDestroy) continue;
        texture->SetTexID(ImTextureID_Invalid);
        texture->SetStatus(ImTextureStatus_Destroyed);
    }
}

}  // namespace kitbag
