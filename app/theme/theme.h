#pragma once
// How Kitbag looks: warm paper, ink, one accent, room to breathe. All sizes are CSS pixels on a grid of eight. It
// knows nothing of widgets; what a button looks like is the button's own affair.

#include <cstdint>
#include <vector>

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
    Colour table, paper, sunken;  // Behind the sheets, the sheets, the inside of fields.
    Colour ink, quiet_ink, disabled_ink;
    Colour line, strong_line;  // Edges: of sheets; of what can be pressed or typed in.
    Colour accent, accent_pressed, accent_soft, on_accent;
    Colour focus_ring, shade;  // Shade lies over the page while a dialog is open.
    Colour info_soft, good, good_soft, warning, warning_soft, danger, danger_soft;
    CategoryColours green, amber, red;

    const CategoryColours& of(Category category) const;
};

Palette paper_palette();

enum class TextSize { small, body, title3, title2, title1 };

struct TextStyle {
    ImFont* font = nullptr;
    float size = 22;  // As ImGui measures: from ascender to descender, in whole pixels, so that letters are crisp.
    float em = 18;    // As CSS measures the same.
    float line = 26;  // From one line to the next.
    float drop = 0;   // From a line's top to the top of what ImGui draws.
};

class Theme {
  public:
    Palette colours = paper_palette();

    static constexpr float touch = 48;  // The least height of what can be pressed.
    static constexpr float grid = 8;
    static constexpr float radius = 10;

    TextStyle text(TextSize size, bool bold = false) const;
    void set_text_scale(float scale) { text_scale_ = scale; }
    float text_scale() const { return text_scale_; }
    // Draws crisply on a screen with that many device pixels to a CSS pixel.
    void set_pixel_ratio(float ratio);

    // REQUIRES: a current ImGui context. TrueType or OpenType files, kept as given for as long as the context lives.
    void load_fonts(std::vector<std::uint8_t> regular, std::vector<std::uint8_t> bold);

  private:
    struct Face {
        std::vector<std::uint8_t> bytes;
        ImFont* font = nullptr;
        float ascent = 0.95f, descent = 0.29f;  // Of the em.
    };
    static void load(Face& face);

    Face regular_, bold_;
    float text_scale_ = 1;
};

}  // namespace kitbag
