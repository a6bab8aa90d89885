#pragma once
// The only way the core learns what time it is, so that a test or a simulation can say it.

#include "core/base/time.h"

namespace kitbag {

class Clock {
  public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
};

}  // namespace kitbag
