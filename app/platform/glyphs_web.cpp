#include "app/platform/glyphs_web.h"

#include <array>
#include <cstddef>

#include <emscripten.h>

// The first draws and tells width, height, left, top, advance, coloured; the second gives the pixels of what was drawn last.
// clang-format off
EM_JS(int, page_draw_glyph, (int letter, float em, int bold, float* told), {
  return Module.kitbag.glyphs.draw(letter, em, bold, HEAPF32.subarray(told >> 2, (told >> 2) + 6));
})
EM_JS(void, page_take_glyph, (void* pixels, int bytes), {
  Module.kitbag.glyphs.take(HEAPU8.subarray(pixels, pixels + bytes));
})
// clang-format on

namespace kitbag {

std::optional<GlyphPicture> WebGlyphs::draw(char32_t letter, float em, bool bold) {
    std::array<float, 6> told{};
    if (!page_draw_glyph(static_cast<int>(letter), em, bold, told.data())) return std::nullopt;
    GlyphPicture picture;
    picture.width = static_cast<int>(told[0]);
    picture.height = static_cast<int>(told[1]);
    picture.left = static_cast<int>(told[2]);
    picture.top = static_cast<int>(told[3]);
    picture.advance = told[4];
    picture.coloured = told[5] != 0;
    picture.pixels.resize(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 4);
    if (!picture.pixels.empty()) page_take_glyph(picture.pixels.data(), static_cast<int>(picture.pixels.size()));
    return picture;
}

}  // namespace kitbag
