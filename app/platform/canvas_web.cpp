#include "app/platform/canvas_web.h"

#include <vector>

#include <emscripten.h>
#include <imgui.h>

#include "core/base/check.h"
#include "core/base/fingerprint.h"

// What these do is in web-shell/picture_renderer.mjs and picture_parcel.mjs.
// clang-format off
EM_JS(void, picture_texture, (int id, int width, int height), { Module.kitbag.picture.texture(id, width, height); })
EM_JS(void, picture_letters, (int id, int x, int y, int width, int height, const void* pixels), {
  Module.kitbag.picture.letters(id, x, y, width, height, HEAPU8.subarray(pixels, pixels + 4 * width * height));
})
EM_JS(void, picture_drop, (int id), { Module.kitbag.picture.drop(id); })
EM_JS(void, picture_begin, (float width, float height, float ratio, unsigned ground), {
  Module.kitbag.picture.begin(width, height, ratio, ground);
})
EM_JS(void, picture_list, (const void* corners, int corner_bytes, const void* order, int order_bytes), {
  Module.kitbag.picture.list(HEAPU8.subarray(corners, corners + corner_bytes), HEAPU8.subarray(order, order + order_bytes));
})
EM_JS(void, picture_command, (int texture, int first, int count, float left, float top, float right, float bottom), {
  Module.kitbag.picture.command(texture, first, count, left, top, right, bottom);
})
EM_JS(void, picture_end, (), { Module.kitbag.picture.end(); })
// clang-format on

namespace kitbag {
namespace {

static_assert(sizeof(ImDrawIdx) == 2 && sizeof(ImDrawVert) == 20, "picture_renderer.mjs reads them so");

void give_letters(ImTextureData& texture, const ImTextureRect& part) {
    std::vector<std::uint8_t> pixels;
    const int row = part.w * texture.BytesPerPixel;
    pixels.reserve(static_cast<std::size_t>(row) * part.h);
    for (int line = 0; line < part.h; ++line) {
        const auto* first = static_cast<const std::uint8_t*>(texture.GetPixelsAt(part.x, part.y + line));
        pixels.insert(pixels.end(), first, first + row);
    }
    picture_letters(texture.UniqueID, part.x, part.y, part.w, part.h, pixels.data());
}

// Says whether anything was done to it.
bool give_texture(ImTextureData& texture) {
    constexpr ImTextureID first_id = 1;  // 0 stands for none.
    switch (texture.Status) {
        case ImTextureStatus_WantCreate:
            CHECK(texture.Format == ImTextureFormat_RGBA32);
            picture_texture(texture.UniqueID, texture.Width, texture.Height);
            give_letters(texture, {.x = 0,
                                   .y = 0,
                                   .w = static_cast<unsigned short>(texture.Width),
                                   .h = static_cast<unsigned short>(texture.Height)});
            texture.SetTexID(first_id + static_cast<ImTextureID>(texture.UniqueID));
            texture.SetStatus(ImTextureStatus_OK);
            return true;
        case ImTextureStatus_WantUpdates:
            give_letters(texture, texture.UpdateRect);
            texture.SetStatus(ImTextureStatus_OK);
            return true;
        case ImTextureStatus_WantDestroy:
            if (texture.UnusedFrames == 0) break;
            picture_drop(texture.UniqueID);
            texture.SetTexID(ImTextureID_Invalid);
            texture.SetStatus(ImTextureStatus_Destroyed);
            return true;
        case ImTextureStatus_OK:
        case ImTextureStatus_Destroyed:
            break;
    }
    return false;
}

std::uint64_t fingerprint_of(const ImDrawData& picture, unsigned ground) {
    Fingerprint found;
    for (const float size : {picture.DisplaySize.x, picture.DisplaySize.y, picture.FramebufferScale.x}) found.add(size);
    found.add(ground);
    for (const ImDrawList* list : picture.CmdLists) {
        found.add(list->VtxBuffer.Data, static_cast<std::size_t>(list->VtxBuffer.size_in_bytes()));
        found.add(list->IdxBuffer.Data, static_cast<std::size_t>(list->IdxBuffer.size_in_bytes()));
        for (const ImDrawCmd& command : list->CmdBuffer) {
            found.add(&command.ClipRect, sizeof command.ClipRect);
            found.add(command.GetTexID());
            found.add(command.IdxOffset);
            found.add(command.ElemCount);
        }
    }
    return found.value();
}

void draw(const ImDrawData& picture, unsigned ground) {
    picture_begin(picture.DisplaySize.x, picture.DisplaySize.y, picture.FramebufferScale.x, ground);
    for (const ImDrawList* list : picture.CmdLists) {
        picture_list(list->VtxBuffer.Data, list->VtxBuffer.size_in_bytes(), list->IdxBuffer.Data,
                     list->IdxBuffer.size_in_bytes());
        for (const ImDrawCmd& command : list->CmdBuffer) {
            CHECK(command.UserCallback == nullptr && command.VtxOffset == 0);  // Nothing of ours asks for either.
            const ImVec4& clip = command.ClipRect;
            picture_command(static_cast<int>(command.GetTexID()) - 1, static_cast<int>(command.IdxOffset),
                            static_cast<int>(command.ElemCount), clip.x, clip.y, clip.z, clip.w);
        }
    }
    picture_end();
}

}  // namespace

WebCanvas::~WebCanvas() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        texture->SetTexID(ImTextureID_Invalid);
        texture->SetStatus(ImTextureStatus_Destroyed);
    }
}

void WebCanvas::show(ImDrawData* picture, unsigned ground) {
    bool letters_changed = false;
    for (ImTextureData* texture : *picture->Textures) letters_changed |= give_texture(*texture);
    const std::uint64_t fingerprint = fingerprint_of(*picture, ground);
    if (fingerprint == shown_ && !letters_changed) return;
    shown_ = fingerprint;
    draw(*picture, ground);
}

}  // namespace kitbag
