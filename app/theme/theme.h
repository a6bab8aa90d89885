#pragma once
// How Kitbag looks: warm paper, ink, one accent, room to breathe. All sizes are CSS pixels on a grid of eight. It
// knows nothing of widgets; what a button looks like is the button's own affair.

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "app/theme/break_memory.h"
#include "app/theme/display.h"
#include "app/theme/glyph_source.h"
#include "app/theme/icon.h"
#include "app/theme/round_corners.h"
#include "core/criteria/category.h"

struct ImFont;

namespace kitbag {

using Colour = std::uint32_t;  // As ImGui packs it: alpha, blue, green, red from the highest byte.

constexpr Colour rgb(std::uint32_t hex) {
    return 0xff000000u | ((hex & 0xffu) << 16) | (hex & 0xff00u) | (hex >> 16);
}

// The ratio of WCAG 2.2 (section 1.4.3): from 1 to 21. Both opaque.
double contrast(Colour one, Colour other);

struct CategoryColours {
    Colour strong;  // Words and outlines.
    Colour soft;    // The ground of a chosen one.
    Colour bar;     // A patch of colour that carries no text.
};

struct Palette {
    bool hard = false;                   // Edges of two pixels, round soft grounds too, and what is chosen is filled.
    Colour table, paper, sunken, muted;  // Behind the sheets, the sheets, the inside of fields, what cannot be used.
    Colour ink, quiet_ink, disabled_ink;
    Colour line, strong_line;  // Edges: of sheets; of what can be pressed or typed in.
    Colour accent, accent_pressed, accent_soft, on_accent;
    Colour bar, bar_pressed, on_bar;   // Of the navigation.
    Colour focus_ring, shade, shadow;  // Shade lies over the page while a dialog is open; a shadow under the dialog.
    Colour marked;                     // The ground of words that were looked for.
    Colour info_soft, good, good_soft, warning, warning_soft, danger, danger_soft;
    CategoryColours green, amber, red;

    const CategoryColours& of(Category category) const;
};

Palette palette_of(Scheme scheme);

enum class TextSize { small, body, title3, title2, title1 };
inline constexpr std::size_t text_sizes = 5;

struct TextStyle {
    ImFont* font = nullptr;
    float size = 22;  // As ImGui measures: from ascender to descender, in whole pixels, so that letters are crisp.
    float em = 18;    // As CSS measures the same.
    float line = 26;  // From one line to the next.
    float drop = 0;   // From a line's top to the top of what ImGui draws.
    BreakMemory* breaks = nullptr;  // The theme's; without one every text is measured when it is asked for.
};

// TrueType files, as they were fetched: empty, or not whole, where that failed.
struct FontFiles {
    std::vector<std::uint8_t> regular, bold, icons;
};

class Theme {
  public:
    Palette colours = palette_of(Scheme::light);

    static constexpr float touch = 48;  // The least height of what can be pressed.
    static constexpr float grid = 8;
    static constexpr float radius = 10;

    const TextStyle& text(TextSize size, bool bold = false) const {
        return styles_[static_cast<std::size_t>(size)][bold ? 1 : 0];
    }
    void set_text_scale(float scale);
    float text_scale() const { return text_scale_; }
    // Draws crisply on a screen with that many device pixels to a CSS pixel.
    void set_pixel_ratio(float ratio);

    // REQUIRES: a current ImGui context, and that `source`, if any, outlives it. A face whose file is not whole is drawn from the
    // source alone.
    void load_fonts(FontFiles files, GlyphSource* source = nullptr);
    bool readable() const {
        return readable_;
    }  // False when a face has neither file nor source: its letters cannot be seen.
    ImFont* icons() const { return icons_.font; }  // None when their file is not whole.
    const RoundCorners& round_corners() const { return round_corners_; }

  private:
    struct Face {
        std::vector<std::uint8_t> bytes;
        ImFont* font = nullptr;
        float ascent = 0.95f, descent = 0.29f;  // Of the em.
    };
    void load(Face& face, bool bold, GlyphSource* source);
    TextStyle style_of(TextSize size, const Face& face) const;
    void make_styles();

    Face regular_, bold_, icons_;
    RoundCorners round_corners_;
    float text_scale_ = 1;
    std::array<std::array<TextStyle, 2>, text_sizes>
        styles_;  // Regular and bold; they are asked for hundreds of times in a frame.
    bool readable_ = true;
    std::unique_ptr<BreakMemory> breaks_ = std::make_unique<BreakMemory>();
};

}  // namespace kitbag
