#pragma once
// What the core needs to know about text. All text inside Kitbag is UTF-8.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace kitbag {

// A stretch of a text, in bytes.
struct TextRange {
    std::size_t first = 0;
    std::size_t length = 0;

    bool operator==(const TextRange&) const = default;
};

// How many characters (Unicode code points) the text has; nothing when it is not valid UTF-8 (RFC 3629).
std::optional<std::size_t> count_characters(std::string_view text);

// The text without spaces, tabs and line ends at either end.
std::string_view trim(std::string_view text);

// With a to z in place of A to Z, and nothing else changed: for words and names that files write in either case.
std::string in_small_letters(std::string_view text);

// A name that a pack or a change may use as a key: 1 to 40 of a-z, 0-9, "_" and "-", beginning with a letter or digit.
bool is_key(std::string_view text);

}  // namespace kitbag
