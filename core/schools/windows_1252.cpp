#include "core/schools/windows_1252.h"

#include <array>
#include <cstdint>

namespace kitbag {
namespace {

// The characters of bytes 80 to 9F, 0 for none. All other bytes are the code point of their own number.
constexpr std::array<std::uint16_t, 32> upper_controls = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

void append_utf8(std::string& text, unsigned character) {
    const auto append = [&](unsigned byte) { text += static_cast<char>(byte); };
    if (character < 0x80) return append(character);
    if (character < 0x800) {
        append(0xC0 | (character >> 6));
    } else {
        append(0xE0 | (character >> 12));
        append(0x80 | ((character >> 6) & 0x3F));
    }
    append(0x80 | (character & 0x3F));
}

}  // namespace

std::optional<std::string> utf8_from_windows_1252(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size());
    for (const char c : bytes) {
        const unsigned byte = static_cast<unsigned char>(c);
        const unsigned character = byte >= 0x80 && byte <= 0x9F ? upper_controls[byte - 0x80] : byte;
        if (character == 0 && byte != 0) return std::nullopt;
        append_utf8(text, character);
    }
    return text;
}

}  // namespace kitbag
