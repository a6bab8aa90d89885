#pragma once
// How often one address may get an enrolment code wrong. Forty-nine random bits cannot be guessed at ten tries a minute.
// Only failures count, so that an office may enrol thirty tablets in a row from one address.

#include <cstddef>
#include <deque>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "core/base/time.h"

namespace kitbag {

inline constexpr std::size_t failed_attempts_max = 10;
inline constexpr Instant attempt_window_ms = 60'000;
inline constexpr std::size_t addresses_watched_max = 10'000;

class AttemptLimit {
  public:
    // False when this address has failed ten times within the last minute, or when so many addresses fail at once that no
    // more can be watched.
    bool allows(std::string_view address, Instant now);

    void count_failure(std::string_view address, Instant now);

  private:
    void forget_before(Instant oldest);

    std::map<std::string, std::deque<Instant>, std::less<>> failures_;
};

}  // namespace kitbag
