#pragma once
// The only source of chance: the system's secure generator in the product, a seeded one in a simulation.

#include <cstdint>
#include <span>

namespace kitbag {

class Random {
  public:
    virtual ~Random() = default;
    virtual void fill(std::span<std::uint8_t> bytes) = 0;
};

}  // namespace kitbag
