#include "core/base/text.h"

#include <algorithm>

namespace kitbag {
namespace {

// The length of the character that starts the text and is well formed (RFC 3629, table 3-7 of Unicode), or 0.
std::size_t character_bytes(std::string_view text) {
    const auto byte = [&](std::size_t at) { return at < text.size() ? static_cast<unsigned char>(text[at]) : 0u; };
    const auto within = [&](std::size_t at, unsigned low, unsigned high) {
        return byte(at) >= low && byte(at) <= high;
    };
    const auto follows = [&](std::size_t at) { return within(at, 0x80, 0xBF); };
    const unsigned first = byte(0);
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first <= 0xDF) return follows(1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        const unsigned low = first == 0xE0 ? 0xA0 : 0x80;   // Below: written longer than need be.
        const unsigned high = first == 0xED ? 0x9F : 0xBF;  // Above: half of a UTF-16 pair.
        return within(1, low, high) && follows(2) ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const unsigned low = first == 0xF0 ? 0x90 : 0x80;
        const unsigned high = first == 0xF4 ? 0x8F : 0xBF;  // Above: past the last code point.
        return within(1, low, high) && follows(2) && follows(3) ? 4 : 0;
    }
    return 0;
}

bool is_key_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

}  // namespace

std::optional<std::size_t> count_characters(std::string_view text) {
    std::size_t count = 0;
    for (; !text.empty(); ++count) {
        const std::size_t bytes = character_bytes(text);
        if (bytes == 0) return std::nullopt;
        text.remove_prefix(bytes);
    }
    return count;
}

std::string in_small_letters(std::string_view text) {
    std::string small(text);
    for (char& c : small)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return small;
}

std::string_view trim(std::string_view text) {
    constexpr std::string_view blank = " \t\r\n";
    const std::size_t first = text.find_first_not_of(blank);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

bool is_key(std::string_view text) {
    return !text.empty() && text.size() <= 40 && text.front() != '_' && text.front() != '-' &&
           std::ranges::all_of(text, is_key_character);
}

}  // namespace kitbag
