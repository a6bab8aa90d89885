#pragma once
// What has to be known of a font file before ImGui gets it: whether it arrived whole, and how tall its letters are. ImGui's reader
// trusts every offset in a file, so nothing that is cut short or altered may reach it. It draws nothing.

#include <cstdint>
#include <optional>
#include <span>

namespace kitbag {

struct FontMeasures {
    float ascent = 0.95f, descent = 0.29f;  // Of the em.
};

// None when there is no file, when it was cut short, lacks a table that is needed to draw, or does not match its own check sums.
// TrueType outlines only, as the build makes them (OpenType specification 1.9, section "Font file").
std::optional<FontMeasures> measures_of(std::span<const std::uint8_t> file);

}  // namespace kitbag
