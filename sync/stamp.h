#pragma once
// When something was written, in an order that every device agrees on: a hybrid logical clock (Kulkarni and others,
// "Logical Physical Clocks", 2014). A stamp is 32 lower-case hexadecimal digits that sort as text:
//
//   stamp = 12 digits of UTC milliseconds, 4 of counter, 16 of device id
//
// A device's stamps only grow, and are later than every stamp it has seen, whatever its clock says.

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/time.h"

namespace kitbag {

using Stamp = std::string;

bool is_device_id(std::string_view text);  // 16 lower-case hexadecimal digits.
bool is_stamp(std::string_view text);

// REQUIRES of these two: is_stamp(stamp).
Instant instant_of(std::string_view stamp);
std::string_view device_of(std::string_view stamp);

class HybridClock {
  public:
    // REQUIRES: is_device_id(device).
    explicit HybridClock(std::string device);

    Stamp next(Instant now);
    void observe(std::string_view stamp);  // REQUIRES: is_stamp(stamp).
    Stamp latest() const;                  // No stamp given out or observed is later.

  private:
    std::string device_;
    Instant last_ms_ = 0;
    std::uint32_t last_counter_ = 0;
};

}  // namespace kitbag
