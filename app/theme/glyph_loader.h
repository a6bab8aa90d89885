#pragma once
// Hands ImGui the letters of a GlyphSource as one more font: it asks for a letter when it is first drawn or measured at a size, and keeps
// the picture with its others. It decides nothing about which letters a text has.

#include "app/theme/font_file.h"
#include "app/theme/glyph_source.h"

struct ImFont;

namespace kitbag {

struct GlyphFace {
    GlyphSource* source = nullptr;  // Outlives ImGui's context. None: no letter can be seen.
    FontMeasures measures;
    bool bold = false;
};

// REQUIRES: the font added last is the one that lacks letters.
void add_missing_glyphs(const GlyphFace& face);
// For a face whose file is missing: all its letters are the source's.
ImFont* add_glyphs_only(const GlyphFace& face);

}  // namespace kitbag
