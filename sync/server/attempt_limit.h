#pragma once
// How often one address may do what is counted: get an enrolment code wrong, begin to sign in. Forty-nine random bits cannot be guessed at ten tries a minute.
// Of codes only failures count, so that an office may enrol thirty tablets in a row from one address.

#include <cstddef>
#include <deque>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "core/base/time.h"

namespace kitbag {

inline constexpr std::size_t failed_attempts_max = 10;
inline constexpr std::size_t sign_ins_begun_max = 60;
inline constexpr Instant attempt_window_ms = 60'000;
inline constexpr std::size_t addresses_watched_max = 10'000;

class AttemptLimit {
  public:
    explicit AttemptLimit(std::size_t attempts_max) : attempts_max_(attempts_max) {}

    // False when so much of this address was counted within the last minute, or when so many addresses are that no
    // more can be watched.
    bool allows(std::string_view address, Instant now);

    void count(std::string_view address, Instant now);

  private:
    void forget_before(Instant oldest);

    std::size_t attempts_max_;
    std::map<std::string, std::deque<Instant>, std::less<>> attempts_;
};

}  // namespace kitbag
