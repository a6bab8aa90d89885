#include "app/platform/page_canvas_web.h"

#include <cstdint>
#include <vector>

#include <emscripten.h>
#include <imgui.h>

#include "core/base/check.h"

// What these do is in web-shell/picture_parcel.mjs.
// clang-format off
EM_JS(void, parcel_texture, (int id, int width, int height), { Module.kitbag.parcel.texture(id, width, height); })
EM_JS(void, parcel_letters, (int id, int x, int y, int width, int height, const void* pixels), {
  Module.kitbag.parcel.letters(id, x, y, width, height, HEAPU8.slice(pixels, pixels + 4 * width * height));
})
EM_JS(void, parcel_drop, (int id), { Module.kitbag.parcel.drop(id); })
EM_JS(void, parcel_list, (const void* corners, int corner_bytes, const void* order, int order_bytes), {
  Module.kitbag.parcel.list(HEAPU8.slice(corners, corners + corner_bytes), HEAPU8.slice(order, order + order_bytes));
})
EM_JS(void, parcel_command, (int texture, int first, int count, float left, float top, float right, float bottom), {
  Module.kitbag.parcel.command(texture, first, count, left, top, right, bottom);
})
EM_JS(void, parcel_send, (float width, float height, float ratio, unsigned ground), {
  Module.kitbag.parcel.send(width, height, ratio, ground);
})
// clang-format on

namespace kitbag {
namespace {

static_assert(sizeof(ImDrawIdx) == 2 && sizeof(ImDrawVert) == 20, "page_renderer.mjs reads them so");

void send_letters(ImTextureData& texture, const ImTextureRect& part) {
    std::vector<std::uint8_t> pixels;
    const int row = part.w * texture.BytesPerPixel;
    pixels.reserve(static_cast<std::size_t>(row) * part.h);
    for (int line = 0; line < part.h; ++line) {
        const auto* first = static_cast<const std::uint8_t*>(texture.GetPixelsAt(part.x, part.y + line));
        pixels.insert(pixels.end(), first, first + row);
    }
    parcel_letters(texture.UniqueID, part.x, part.y, part.w, part.h, pixels.data());
}

void send_texture(ImTextureData& texture) {
    constexpr ImTextureID first_id = 1;  // 0 stands for none.
    switch (texture.Status) {
        case ImTextureStatus_WantCreate:
            CHECK(texture.Format == ImTextureFormat_RGBA32);
            parcel_texture(texture.UniqueID, texture.Width, texture.Height);
            send_letters(texture, {.x = 0,
                                   .y = 0,
                                   .w = static_cast<unsigned short>(texture.Width),
                                   .h = static_cast<unsigned short>(texture.Height)});
            texture.SetTexID(first_id + static_cast<ImTextureID>(texture.UniqueID));
            texture.SetStatus(ImTextureStatus_OK);
            break;
        case ImTextureStatus_WantUpdates:
            send_letters(texture, texture.UpdateRect);
            texture.SetStatus(ImTextureStatus_OK);
            break;
        case ImTextureStatus_WantDestroy:
            if (texture.UnusedFrames == 0) break;
            parcel_drop(texture.UniqueID);
            texture.SetTexID(ImTextureID_Invalid);
            texture.SetStatus(ImTextureStatus_Destroyed);
            break;
        case ImTextureStatus_OK:
        case ImTextureStatus_Destroyed:
            break;
    }
}

}  // namespace

void PageCanvas::show(ImDrawData* picture, unsigned ground) {
    for (ImTextureData* texture : *picture->Textures) send_texture(*texture);
    for (const ImDrawList* list : picture->CmdLists) {
        parcel_list(list->VtxBuffer.Data, list->VtxBuffer.size_in_bytes(), list->IdxBuffer.Data,
                    list->IdxBuffer.size_in_bytes());
        for (const ImDrawCmd& command : list->CmdBuffer) {
            CHECK(command.UserCallback == nullptr && command.VtxOffset == 0);  // Nothing of ours asks for either.
            const ImVec4& clip = command.ClipRect;
            parcel_command(static_cast<int>(command.GetTexID()) - 1, static_cast<int>(command.IdxOffset),
                           static_cast<int>(command.ElemCount), clip.x, clip.y, clip.z, clip.w);
        }
    }
    parcel_send(picture->DisplaySize.x, picture->DisplaySize.y, picture->FramebufferScale.x, ground);
}

void PageCanvas::forget_textures() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        texture->SetTexID(ImTextureID_Invalid);
        texture->SetStatus(ImTextureStatus_Destroyed);
    }
}

}  // namespace kitbag
