#pragma once
// Where the letters come from that the app's own typeface lacks: in a browser its own fonts, in tests a fake. One letter at a time,
// from left to right: letters that join, stack or run from the right (Arabic, Devanagari, Hebrew) do not do so in the picture. The page's
// real elements, which are what is read out and typed in, show them as their readers expect.

#include <cstdint>
#include <optional>
#include <vector>

namespace kitbag {

// One letter as it lies on the screen. All measures are device pixels.
struct GlyphPicture {
    int width = 0, height = 0;  // Both 0 when there is nothing to see, as of a space.
    int left = 0, top = 0;  // From the pen on the baseline to the upper left corner; above the baseline is negative.
    float advance = 0;      // How far the pen moves.
    bool coloured = false;  // It has colours of its own, and takes none from the text.
    std::vector<std::uint8_t> pixels;  // Red, green, blue, alpha of each, row by row; not multiplied by alpha.
};

class GlyphSource {
  public:
    virtual ~GlyphSource() = default;
    // `em` in device pixels. None when it has nothing to draw with.
    virtual std::optional<GlyphPicture> draw(char32_t letter, float em, bool bold) = 0;
};

}  // namespace kitbag
