#pragma once
// The name of a content: the same bytes give the same 64 hexadecimal digits, and nobody can find other bytes that do. It
// keeps no secret and is no password's hash.

#include <string>
#include <string_view>

namespace kitbag {

// BLAKE2b-256 in lower-case hexadecimal: what a field of kind FieldKind::digest holds.
std::string content_hash(std::string_view bytes);

}  // namespace kitbag
