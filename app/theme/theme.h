#pragma once
// How Kitbag looks: warm paper, ink, one accent, room to breathe. All sizes are CSS pixels on a grid of eight. It
// knows nothing of widgets; what a button looks like is the button's own affair.

#include <cstdint>
#include <span>
#include <vector>

#include "core/criteria/category.h"

struct ImFont;

namespace kitbag {

using Colour = std::uint32_t;  // As ImGui packs it.

struct CategoryColours {
  Colour strong;  // The bar, and the word on paper: at least 4.5 to 1 on `soft` and on paper.
  Colour soft;    // The ground of a chosen one.
};

struct Palette {
  Colour table, paper, sunken;           // Behind the sheets, the sheets, the inside of fields.
  Colour ink, quiet_ink, disabled_ink;   // Text.
  Colour line, strong_line;              // Edges: of sheets; of what can be pressed or typed in (3 to 1).
  Colour accent, accent_pressed, accent_soft, on_accent;
  Colour focus_ring;
  Colour good, good_soft, warning, warning_soft, danger, danger_soft;
  CategoryColours green, amber, red;

  const CategoryColours& of(Category category) const;
};

Palette paper_palette();

enum class TextSize { small, body, title3, title2, title1 };

// One size of text: what ImGui is told, what CSS is told, and how far apart lines are.
struct TextStyle {
  ImFont* font = nullptr;
  float drawn = 22;  // ImGui's measure: from ascender to descender, whole pixels.
  float css = 17.7f; // CSS's measure of the same: the em.
  float line = 28;
};

class Theme {
 public:
  Palette colours = paper_palette();

  // Chosen so that a thumb hits it.
  static constexpr float touch = 48;
  static constexpr float grid = 8;
  static constexpr float radius = 10;

  TextStyle text(TextSize size, bool bold = false) const;
  void set_text_scale(float scale) { text_scale_ = scale; }
  float text_scale() const { return text_scale_; }
  // Draws crisply on a screen with that many device pixels to a CSS pixel.
  void set_pixel_ratio(float ratio);

  // REQUIRES: a current ImGui context. TrueType files, kept as given for as long as the atlas lives; "" for either
  // draws with ImGui's own font, which only tests do.
  void load_fonts(std::vector<std::uint8_t> regular, std::vector<std::uint8_t> bold);

 private:
  struct Face {
    std::vector<std::uint8_t> bytes;
    ImFont* font = nullptr;
    float drawn_to_em = 1.24f;  // Ascender to descender, in ems.
  };
  static void load(Face& face);

  Face regular_, bold_;
  float text_scale_ = 1;
};

}  // namespace kitbag
