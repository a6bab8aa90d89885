#include "core/base/id.h"

#include <array>

#include "core/base/check.h"

namespace kitbag {

std::string to_hex(std::span<const std::uint8_t> bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const std::uint8_t byte : bytes) {
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

Id new_id(Instant now, Random& random) {
    CHECK(now >= 0 && now < (Instant{1} << 48));
    std::array<std::uint8_t, 16> bytes{};
    random.fill(bytes);
    for (std::size_t i = 0; i < 6; ++i) bytes[i] = static_cast<std::uint8_t>(now >> (8 * (5 - i)));
    bytes[6] = static_cast<std::uint8_t>(0x70 | (bytes[6] & 0x0f));
    bytes[8] = static_cast<std::uint8_t>(0x80 | (bytes[8] & 0x3f));
    std::string text = to_hex(bytes);
    for (const std::size_t at : {8u, 13u, 18u, 23u}) text.insert(at, "-");
    return text;
}

bool is_id(std::string_view text) {
    const bool is_version_7 = text.size() == 36 && text[14] == '7' && std::string_view("89ab").contains(text[19]);
    if (!is_version_7) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        const bool hex = (text[i] >= '0' && text[i] <= '9') || (text[i] >= 'a' && text[i] <= 'f');
        if (dash ? text[i] != '-' : !hex) return false;
    }
    return true;
}

Instant made_at(std::string_view id) {
    CHECK(is_id(id));
    Instant instant = 0;
    for (std::size_t i = 0; i < 13; ++i) {
        if (id[i] == '-') continue;
        instant = instant * 16 + (id[i] <= '9' ? id[i] - '0' : id[i] - 'a' + 10);
    }
    return instant;
}

}  // namespace kitbag
