#pragma once
// Secrets that the county hands out. The server keeps only their hashes: whoever reads its database cannot enrol, and
// cannot speak as a tablet. Both secrets are random, so a fast hash is enough; neither is a password.
//
// An enrolment code, as people type it:  "KTB-" 5*symbol "-" 5*symbol    for example KTB-7Q4MX-2PDRT
//   symbol = digits and capitals without 0 O 1 I L U, which are misread or misheard: 30 of them, so 49 bits in a code.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "core/base/random.h"

namespace kitbag {

// BLAKE2b-256 in lower-case hexadecimal.
std::string secret_hash(std::string_view secret);

// Of at most 64 bytes; without padding (RFC 4648, section 5).
std::string to_base64url(std::span<const std::uint8_t> bytes);

// 32 random bytes in base64url without padding: 43 characters.
std::string new_device_token(Random& random);

// 16 lower-case hexadecimal digits: the part of a stamp that says whose it is.
std::string new_device_id(Random& random);

std::string new_enrolment_code(Random& random);

// The symbols of a code however it was typed: any case, with or without spaces, hyphens and the leading KTB. Equal codes
// give equal text; text that is no code gives something that no code gives.
std::string plain_enrolment_code(std::string_view typed);

}  // namespace kitbag
