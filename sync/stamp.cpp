#include "sync/stamp.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>

#include "core/base/check.h"

namespace kitbag {
namespace {

constexpr std::size_t instant_digits = 12;
constexpr std::size_t counter_digits = 4;
constexpr std::size_t device_digits = 16;
constexpr std::size_t stamp_digits = instant_digits + counter_digits + device_digits;
constexpr std::uint32_t counter_max = 0xffff;
constexpr Instant instant_max = (Instant{1} << 48) - 1;

bool is_hex(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

template <typename Number>
Number read_hex(std::string_view digits) {
    Number number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number, 16);
    return number;
}

}  // namespace

bool is_device_id(std::string_view text) {
    return text.size() == device_digits && is_hex(text);
}

bool is_stamp(std::string_view text) {
    return text.size() == stamp_digits && is_hex(text);
}

Instant instant_of(std::string_view stamp) {
    return read_hex<Instant>(stamp.substr(0, instant_digits));
}

std::string_view device_of(std::string_view stamp) {
    return stamp.substr(instant_digits + counter_digits);
}

HybridClock::HybridClock(std::string device) : device_(std::move(device)) {
    CHECK(is_device_id(device_));
}

Stamp HybridClock::next(Instant now) {
    now = std::clamp<Instant>(now, 0, instant_max);
    if (now > last_ms_) {
        last_ms_ = now;
        last_counter_ = 0;
    } else if (last_counter_ < counter_max) {
        ++last_counter_;
    } else {
        CHECK(last_ms_ < instant_max);
        ++last_ms_;
        last_counter_ = 0;
    }
    return latest();
}

Stamp HybridClock::latest() const {
    std::array<char, instant_digits + counter_digits + 1> text{};
    std::snprintf(text.data(), text.size(), "%012llx%04x", static_cast<unsigned long long>(last_ms_),
                  static_cast<unsigned>(last_counter_));
    return text.data() + device_;
}

void HybridClock::observe(std::string_view stamp) {
    CHECK(is_stamp(stamp));
    const Instant ms = instant_of(stamp);
    const auto counter = read_hex<std::uint32_t>(stamp.substr(instant_digits, counter_digits));
    if (ms > last_ms_ || (ms == last_ms_ && counter > last_counter_)) {
        last_ms_ = ms;
        last_counter_ = counter;
    }
}

}  // namespace kitbag
