#pragma once
// What opens an encrypted store. It makes and keeps nothing: key_ring.h does.

#include <array>
#include <cstdint>

namespace kitbag {

// 256 random bits; never derived from a passphrase directly, see key_ring.h. Overwritten when it goes.
struct DatabaseKey {
    std::array<std::uint8_t, 32> bytes{};
    DatabaseKey() = default;
    DatabaseKey(const DatabaseKey&) = default;
    DatabaseKey& operator=(const DatabaseKey&) = default;
    ~DatabaseKey();
};

}  // namespace kitbag
