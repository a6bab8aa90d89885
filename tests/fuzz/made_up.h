#pragma once
// What every program of this folder begins with: bytes that libFuzzer made up, as the text that a decoder is given. A program looks for
// nothing but crashes, faults that a sanitizer finds, and promises of our own that do not hold (CHECK). libFuzzer gives the bytes in
// memory of their own, so that one byte read too many is seen.

#include <cstddef>
#include <cstdint>
#include <string_view>

// libFuzzer calls it, and nothing else declares it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count);

namespace kitbag {

inline std::string_view text_of(const std::uint8_t* bytes, std::size_t count) {
    return {reinterpret_cast<const char*>(bytes), count};
}

}  // namespace kitbag
