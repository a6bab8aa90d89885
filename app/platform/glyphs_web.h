#pragma once
// The browser's own fonts as a source of letters. It passes on what web-shell/glyphs.mjs draws, and gives nothing where the worker
// has no canvas for it.

#include "app/theme/glyph_source.h"

namespace kitbag {

class WebGlyphs final : public GlyphSource {
  public:
    std::optional<GlyphPicture> draw(char32_t letter, float em, bool bold) override;
};

}  // namespace kitbag
