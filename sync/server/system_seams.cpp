#include "sync/server/system_seams.h"

#include <chrono>

#include <sodium.h>

#include "core/base/check.h"

namespace kitbag {

Instant SystemClock::now() const {
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

SystemRandom::SystemRandom() {
    CHECK(sodium_init() >= 0);
}

void SystemRandom::fill(std::span<std::uint8_t> bytes) {
    randombytes_buf(bytes.data(), bytes.size());
}

}  // namespace kitbag
