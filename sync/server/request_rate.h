#pragma once
// How many requests one tablet may make: as many in a row as the limit says for a minute, and then as fast as a minute's worth
// comes back. It stops a tablet that has gone mad from keeping the others waiting; no tablet that works reaches it.

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "core/base/time.h"

namespace kitbag {

inline constexpr int requests_per_minute_default = 3000;
inline constexpr int requests_per_minute_max = 1'000'000;

class RequestRate {
  public:
    // REQUIRES: 1 <= per_minute <= requests_per_minute_max.
    explicit RequestRate(int per_minute);

    // Counts the request when it is allowed. Only enrolled tablets are counted, so there are no more entries than tablets.
    bool allows(std::string_view device, Instant now);

  private:
    struct Left {
        double requests = 0;
        Instant at = 0;
    };

    double per_minute_;
    std::map<std::string, Left, std::less<>> left_;
};

}  // namespace kitbag
