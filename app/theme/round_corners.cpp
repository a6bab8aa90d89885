#include "app/theme/round_corners.h"

#include <algorithm>
#include <cmath>

#include <imgui.h>
#include <imgui_internal.h>

#include "app/theme/glyph_loader.h"

namespace kitbag {
namespace {

// Of the one size in which the pictures are "letters", so that their pixel ratio can be read from it.
constexpr float em = 16;
// The letter that stands for a picture: sixteen for each quarter of a pixel of its radius.
constexpr unsigned first = 0x100;
constexpr unsigned thicknesses = 16;
constexpr unsigned radii = 256;

// How far outside of a rounded corner a point lies, less than 0 inside. It is counted from where the edges would meet.
float outside(float x, float y, float radius) {
    const float across = radius - x, down = radius - y;
    return std::hypot(std::max(across, 0.0f), std::max(down, 0.0f)) + std::min(std::max(across, down), 0.0f) - radius;
}

// The part of a pixel that is covered, told from where its middle is.
float covered(float outside_by) {
    return std::clamp(0.5f - outside_by, 0.0f, 1.0f);
}

class Corners : public GlyphSource {
  public:
    std::optional<GlyphPicture> draw(char32_t letter, float em_drawn, bool) override {
        const unsigned kind = static_cast<unsigned>(letter) - first;
        if (letter < first || kind >= radii * thicknesses) return std::nullopt;
        const float density = em_drawn / em;
        const float radius = static_cast<float>(kind / thicknesses) / 4 * density;
        const float thickness = static_cast<float>(kind % thicknesses) / 2 * density;
        constexpr int around = 1;  // An empty pixel outside and one more of what goes on inside.
        const int side = around + static_cast<int>(std::ceil(std::max(radius, thickness))) + around;
        GlyphPicture picture;
        picture.width = picture.height = side;
        picture.pixels.reserve(static_cast<std::size_t>(side * side) * 4);
        for (int row = 0; row < side; ++row) {
            for (int column = 0; column < side; ++column) {
                const float x = static_cast<float>(column - around) + 0.5f, y = static_cast<float>(row - around) + 0.5f;
                float share = covered(outside(x, y, radius));
                if (thickness > 0)
                    share -= covered(outside(x - thickness, y - thickness, std::max(radius - thickness, 0.0f)));
                const auto alpha = static_cast<std::uint8_t>(std::lround(255 * std::max(share, 0.0f)));
                picture.pixels.insert(picture.pixels.end(), {255, 255, 255, alpha});
            }
        }
        return picture;
    }
};

}  // namespace

void RoundCorners::load() {
    static Corners corners;
    pictures_ = add_glyphs_only({.source = &corners, .measures = {.ascent = 1, .descent = 0}, .bold = false});
}

void RoundCorners::set_pixel_ratio(float ratio) {
    if (pictures_) pictures_->CurrentRasterizerDensity = ratio;
}

std::optional<CornerPicture> RoundCorners::find(float radius, float thickness) const {
    const auto quarters = static_cast<unsigned>(std::lround(4 * radius));
    const auto halves = static_cast<unsigned>(std::lround(2 * thickness));
    if (!pictures_ || quarters >= radii || halves >= thicknesses) return std::nullopt;
    ImFontBaked* baked = pictures_->GetFontBaked(em);
    const ImFontGlyph* picture =
        baked->FindGlyphNoFallback(static_cast<ImWchar>(first + quarters * thicknesses + halves));
    if (!picture) return std::nullopt;
    const float size = picture->X1 - picture->X0;
    const float pixel = 1 / baked->RasterizerDensity;
    return CornerPicture{.u = picture->U0,
                         .v = picture->V0,
                         .u_step = (picture->U1 - picture->U0) / size,
                         .v_step = (picture->V1 - picture->V0) / size,
                         .margin = pixel,
                         .reach = size - 2 * pixel};
}

}  // namespace kitbag
