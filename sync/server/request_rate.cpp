#include "sync/server/request_rate.h"

#include <algorithm>

#include "core/base/check.h"

namespace kitbag {

RequestRate::RequestRate(int per_minute) : per_minute_(per_minute) {
    CHECK(per_minute >= 1 && per_minute <= requests_per_minute_max);
}

bool RequestRate::allows(std::string_view device, Instant now) {
    constexpr double minute_ms = 60'000;
    const auto found = left_.find(device);
    Left& left =
        found != left_.end() ? found->second : left_.emplace(std::string(device), Left{per_minute_, now}).first->second;
    // A clock that was put back gives nothing and takes nothing.
    const auto passed = static_cast<double>(std::max<Instant>(now - left.at, 0));
    left.requests = std::min(per_minute_, left.requests + passed * per_minute_ / minute_ms);
    left.at = now;
    if (left.requests < 1) return false;
    left.requests -= 1;
    return true;
}

}  // namespace kitbag
