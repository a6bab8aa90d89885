#pragma once
// Names for things made on a tablet with no connection: UUID version 7 (RFC 9562), so that ids made later sort later.

#include <string>
#include <string_view>

#include "core/base/random.h"
#include "core/base/time.h"

namespace kitbag {

// 36 characters, lower case: "0192f3c4-a1b2-7c3d-8e4f-0123456789ab".
using Id = std::string;

// REQUIRES: 0 <= now < 2^48.
Id new_id(Instant now, Random& random);

// True for the canonical lower-case form of any UUID of version 7.
bool is_id(std::string_view text);

// When it was made, by the clock of the tablet that made it. REQUIRES: is_id(id).
Instant made_at(std::string_view id);

// Lower-case hexadecimal, two characters a byte.
std::string to_hex(std::span<const std::uint8_t> bytes);

}  // namespace kitbag
