#include "app/theme/theme.h"

#include <array>
#include <cmath>
#include <cstring>

#include <imgui.h>

#include "core/base/check.h"

namespace kitbag {
namespace {

struct Measure {
    float em, line;
};
constexpr std::array<Measure, 5> measures = {{{16, 24}, {18, 27}, {20, 28}, {24, 32}, {30, 38}}};

// Big-endian numbers of the OpenType tables "head" and "hhea" (OpenType specification 1.9, section "Font tables").
int number_at(const std::vector<std::uint8_t>& bytes, std::size_t at) {
    return at + 2 <= bytes.size() ? static_cast<std::int16_t>(bytes[at] << 8 | bytes[at + 1]) : 0;
}

std::size_t table_at(const std::vector<std::uint8_t>& bytes, const char* tag) {
    const int count = number_at(bytes, 4);
    for (int table = 0; table < count; ++table) {
        const std::size_t entry = 12 + 16 * static_cast<std::size_t>(table);
        if (entry + 16 > bytes.size()) return 0;
        if (std::memcmp(&bytes[entry], tag, 4) != 0) continue;
        return static_cast<std::size_t>(bytes[entry + 8]) << 24 | static_cast<std::size_t>(bytes[entry + 9]) << 16 |
               static_cast<std::size_t>(bytes[entry + 10]) << 8 | bytes[entry + 11];
    }
    return 0;
}

}  // namespace

TextStyle Theme::text(TextSize size, bool bold) const {
    const Measure& measure = measures[static_cast<std::size_t>(size)];
    const Face& face = bold ? bold_ : regular_;
    TextStyle style;
    style.font = face.font;
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

void Theme::set_pixel_ratio(float ratio) {
    for (const Face* face : {&regular_, &bold_}) {
        if (face->font) face->font->CurrentRasterizerDensity = ratio;
    }
}

void Theme::load(Face& face) {
    CHECK(!face.bytes.empty());
    const std::size_t head = table_at(face.bytes, "head");
    const std::size_t hhea = table_at(face.bytes, "hhea");
    const int units = number_at(face.bytes, head + 18);
    if (head != 0 && hhea != 0 && units > 0) {
        face.ascent = static_cast<float>(number_at(face.bytes, hhea + 4)) / static_cast<float>(units);
        face.descent = -static_cast<float>(number_at(face.bytes, hhea + 6)) / static_cast<float>(units);
    }
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    face.font =
        ImGui::GetIO().Fonts->AddFontFromMemoryTTF(face.bytes.data(), static_cast<int>(face.bytes.size()), 0, &config);
    CHECK(face.font != nullptr);
}

void Theme::load_fonts(std::vector<std::uint8_t> regular, std::vector<std::uint8_t> bold) {
    regular_.bytes = std::move(regular);
    bold_.bytes = std::move(bold);
    load(regular_);
    load(bold_);
}

}  // namespace kitbag
