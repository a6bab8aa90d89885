#include "app/theme/glyph_loader.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <type_traits>
#include <utility>

#include <imgui.h>
#include <imgui_internal.h>

#include "core/base/check.h"

namespace kitbag {
namespace {

// For one face at one size: some 900 letters of 24 pixels on a screen with two device pixels to a CSS pixel. ImGui keeps them in memory
// twice; with more, the sign for a missing letter is drawn.
constexpr std::size_t pixels_max = std::size_t{1} << 21;

// ImGui copies these bytes as though they were a font file.
const GlyphFace& face_of(const ImFontConfig* config) {
    return *static_cast<const GlyphFace*>(config->FontData);
}

bool is_letter(ImWchar code) {
    const bool is_control = code < 0x20 || (code >= 0x7f && code < 0xa0);
    const bool is_half = code >= 0xd800 && code < 0xe000;  // Of a pair in UTF-16.
    return !is_control && !is_half;
}

// Says how its neighbours are drawn, and is not seen itself.
bool is_unseen(ImWchar code) {
    const auto within = [&](ImWchar first, ImWchar last) { return code >= first && code <= last; };
    return code == 0xad || within(0x200b, 0x200f) || within(0x2028, 0x202e) || within(0x2060, 0x206f) ||
           within(0xfe00, 0xfe0f) || code == 0xfeff || within(0xe0000, 0xe01ef);
}

bool contains(ImFontAtlas*, ImFontConfig* config, ImWchar code) {
    return face_of(config).source != nullptr && is_letter(code);
}

bool begin_size(ImFontAtlas*, ImFontConfig* config, ImFontBaked* baked, void* drawn) {
    *static_cast<std::size_t*>(drawn) = 0;
    if (config->MergeMode) return true;
    const FontMeasures& measures = face_of(config).measures;
    const float em = baked->Size / (measures.ascent + measures.descent);
    baked->Ascent = std::ceil(measures.ascent * em);
    baked->Descent = std::floor(-measures.descent * em);
    return true;
}

// The picture goes into ImGui's own texture; false when there is no more room.
bool keep(ImFontAtlas* atlas, ImFontConfig* config, ImFontBaked* baked, GlyphPicture& picture, ImFontGlyph* glyph) {
    CHECK(picture.pixels.size() ==
          static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 4);
    const ImFontAtlasRectId place = ImFontAtlasPackAddRect(atlas, picture.width, picture.height);
    if (place == ImFontAtlasRectId_Invalid) return false;
    const float density = config->RasterizerDensity * baked->RasterizerDensity;
    glyph->X0 = static_cast<float>(picture.left) / density;
    glyph->Y0 = static_cast<float>(picture.top) / density + std::round(baked->Ascent);
    glyph->X1 = glyph->X0 + static_cast<float>(picture.width) / density;
    glyph->Y1 = glyph->Y0 + static_cast<float>(picture.height) / density;
    glyph->Visible = true;
    glyph->Colored = picture.coloured;
    glyph->PackId = place;
    if (!picture.coloured) {  // ImGui multiplies by the colour of the text, so its own colour is white.
        for (std::size_t at = 0; at < picture.pixels.size(); at += 4)
            std::fill_n(&picture.pixels[at], 3, std::uint8_t{255});
    }
    ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, config, glyph, ImFontAtlasPackGetRect(atlas, place),
                                       picture.pixels.data(), ImTextureFormat_RGBA32, picture.width * 4);
    return true;
}

// ImGui wants either the glyph or only its advance.
bool load(ImFontAtlas* atlas, ImFontConfig* config, ImFontBaked* baked, void* drawn, ImWchar code, ImFontGlyph* glyph,
          float* advance) {
    if (!contains(atlas, config, code)) return false;
    GlyphPicture picture;
    const GlyphFace& face = face_of(config);
    const float density = config->RasterizerDensity * baked->RasterizerDensity;
    if (!is_unseen(code)) {
        auto& pixels = *static_cast<std::size_t*>(drawn);
        if (pixels >= pixels_max) return false;
        const float em = baked->Size / (face.measures.ascent + face.measures.descent) * density;
        auto drawing = face.source->draw(code, em, face.bold);
        if (!drawing) return false;
        picture = std::move(*drawing);
        pixels += picture.pixels.size() / 4;
    }
    if (advance) {
        *advance = picture.advance / density;
        return true;
    }
    glyph->Codepoint = code & 0x1fffff;
    glyph->AdvanceX = picture.advance / density;
    return picture.width == 0 || keep(atlas, config, baked, picture, glyph);
}

const ImFontLoader& loader() {
    static const ImFontLoader made = [] {
        ImFontLoader loader;
        loader.Name = "letters on demand";
        loader.FontSrcContainsGlyph = contains;
        loader.FontBakedInit = begin_size;
        loader.FontBakedLoadGlyph = load;
        loader.FontBakedSrcLoaderDataSize = sizeof(std::size_t);
        return loader;
    }();
    return made;
}

ImFont* add(const GlyphFace& face, bool to_the_last) {
    static_assert(std::is_trivially_copyable_v<GlyphFace>);
    GlyphFace copied = face;
    ImFontConfig config;
    config.FontData = &copied;
    config.FontDataSize = sizeof copied;
    config.FontDataOwnedByAtlas = false;  // So that it makes its own copy.
    config.FontLoader = &loader();
    config.MergeMode = to_the_last;
    ImFont* font = ImGui::GetIO().Fonts->AddFont(&config);
    CHECK(font != nullptr);
    return font;
}

}  // namespace

void add_missing_glyphs(const GlyphFace& face) {
    if (face.source) add(face, true);
}

ImFont* add_glyphs_only(const GlyphFace& face) {
    return add(face, false);
}

}  // namespace kitbag
