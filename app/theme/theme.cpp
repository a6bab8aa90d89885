#include "app/theme/theme.h"

#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include <imgui.h>

#include "app/theme/font_file.h"
#include "app/theme/glyph_loader.h"

namespace kitbag {
namespace {

struct Measure {
    float em, line;
};
constexpr std::array<Measure, text_sizes> measures = {{{16, 24}, {18, 27}, {20, 28}, {24, 32}, {30, 38}}};

// None when ImGui cannot read it after all.
ImFont* add_file(std::vector<std::uint8_t>& bytes) {
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    return ImGui::GetIO().Fonts->AddFontFromMemoryTTF(bytes.data(), static_cast<int>(bytes.size()), 0, &config);
}

}  // namespace

TextStyle Theme::style_of(TextSize size, const Face& face) const {
    const Measure& measure = measures[static_cast<std::size_t>(size)];
    TextStyle style;
    style.font = face.font;
    style.breaks = breaks_.get();
    const float tall = face.ascent + face.descent;
    style.size = std::round(measure.em * text_scale_ * tall);
    style.em = style.size / tall;
    style.line = std::round(measure.line * text_scale_);
    // ImGui puts the baseline below the top of its line by the ascender, rounded up; CSS puts both halves of what is
    // left of the line around ascender and descender.
    const float ascent = face.ascent * style.em;
    style.drop = std::round((style.line - style.size) / 2 + ascent - std::ceil(ascent));
    return style;
}

void Theme::make_styles() {
    for (std::size_t size = 0; size < text_sizes; ++size)
        styles_[size] = {style_of(static_cast<TextSize>(size), regular_), style_of(static_cast<TextSize>(size), bold_)};
}

void Theme::set_text_scale(float scale) {
    if (scale == text_scale_) return;
    text_scale_ = scale;
    make_styles();
}

void Theme::set_pixel_ratio(float ratio) {
    for (const Face* face : {&regular_, &bold_, &icons_}) {
        if (face->font) face->font->CurrentRasterizerDensity = ratio;
    }
    round_corners_.set_pixel_ratio(ratio);
}

void Theme::load(Face& face, bool bold, GlyphSource* source) {
    const std::optional<FontMeasures> found = measures_of(face.bytes);
    const GlyphFace glyphs{.source = source, .measures = found.value_or(FontMeasures{}), .bold = bold};
    face.ascent = glyphs.measures.ascent;
    face.descent = glyphs.measures.descent;
    face.font = found ? add_file(face.bytes) : nullptr;
    if (face.font) return add_missing_glyphs(glyphs);
    face.font = add_glyphs_only(glyphs);
    readable_ = readable_ && source && source->draw(U'n', 16, bold).has_value();
}

void Theme::load_fonts(FontFiles files, GlyphSource* source) {
    regular_.bytes = std::move(files.regular);
    bold_.bytes = std::move(files.bold);
    icons_.bytes = std::move(files.icons);
    load(regular_, false, source);
    load(bold_, true, source);
    if (measures_of(icons_.bytes)) icons_.font = add_file(icons_.bytes);
    round_corners_.load();
    make_styles();
}

}  // namespace kitbag
