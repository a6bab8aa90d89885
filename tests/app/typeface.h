#pragma once
// The app's own typeface, as the build cut it down, for tests that draw. Without it nothing could be measured.

#include <cstdint>
#include <string_view>
#include <vector>

namespace kitbag {

// "atkinson-regular.ttf" or "atkinson-bold.ttf".
std::vector<std::uint8_t> typeface(std::string_view file_name);

}  // namespace kitbag
