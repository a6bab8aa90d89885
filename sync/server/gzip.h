#pragma once
// Un-compresses what a tablet sent as gzip (RFC 1952), and compresses what it is answered. It takes one whole stream and nothing behind
// it, and stops at the first byte past a limit, so that what grows a thousandfold costs no more than what is honest.

#include <cstddef>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace kitbag {

// At most `bytes_max` bytes, in memory that is never more than that and one byte. Faults:
//   "bad_gzip"   cut, damaged, not gzip, or with bytes behind its end
//   "too_large"  there is more than `bytes_max` in it
Result<std::string> inflate_gzip(std::string_view packed, std::size_t bytes_max);

// The whole text as one stream, as fast as zlib's usual level is.
std::string deflate_gzip(std::string_view text);

}  // namespace kitbag
