#include "core/base/hash.h"

#include <array>
#include <cstdint>

#include <sodium.h>

#include "core/base/check.h"
#include "core/base/id.h"

namespace kitbag {

std::string content_hash(std::string_view bytes) {
    std::array<std::uint8_t, crypto_generichash_BYTES> hash{};
    const int failed = crypto_generichash(
        hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), nullptr, 0);
    CHECK(failed == 0);
    return to_hex(hash);
}

}  // namespace kitbag
