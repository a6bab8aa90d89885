#pragma once
// The encoding of GIAS extracts, as https://encoding.spec.whatwg.org/ tables it, but strict about its five unused
// bytes.

#include <optional>
#include <string>
#include <string_view>

namespace kitbag {

// The text as UTF-8; nothing when it has one of the bytes 81, 8D, 8F, 90 or 9D, which stand for no character.
std::optional<std::string> utf8_from_windows_1252(std::string_view bytes);

}  // namespace kitbag
