#pragma once
// What a tablet's browser makes of a body before it sends it. The server itself never compresses so, and needs no such function.

#include <string>
#include <string_view>

namespace kitbag::test {

std::string gzipped(std::string_view text);

}  // namespace kitbag::test
