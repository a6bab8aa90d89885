#pragma once
// The server's real clock and its real source of chance.

#include "core/base/clock.h"
#include "core/base/random.h"

namespace kitbag {

class SystemClock final : public Clock {
  public:
    Instant now() const override;
};

// The operating system's secure generator, by libsodium.
class SystemRandom final : public Random {
  public:
    SystemRandom();
    void fill(std::span<std::uint8_t> bytes) override;
};

}  // namespace kitbag
