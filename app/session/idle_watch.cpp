#include "app/session/idle_watch.h"

#include <algorithm>

namespace kitbag {
namespace {

constexpr Instant small_step_ms = 5'000;  // A network puts a clock right by as much; nobody gains anything by it.
constexpr Instant timer_ms_min = 1'000;

}  // namespace

void IdleWatch::begin(Instant now, const LockTimes& times) {
    running_ = true;
    times_ = times;
    state_ = {.touched = now, .hidden_since = std::nullopt};
    armed_ = {};
    last_seen_ = now;
}

void IdleWatch::touched(Instant now) {
    state_.touched = now;
}

void IdleWatch::hidden(Instant now) {
    if (!state_.hidden_since) state_.hidden_since = now;
}

Instant IdleWatch::deadline() const {
    const Instant untouched = state_.touched + times_.untouched_ms;
    return state_.hidden_since ? std::min(untouched, *state_.hidden_since + times_.hidden_ms) : untouched;
}

bool IdleWatch::due(Instant now) {
    if (!running_) return false;
    const bool went_back = now < last_seen_ - small_step_ms;
    last_seen_ = std::max(last_seen_, now);
    return went_back || now >= deadline();
}

Instant IdleWatch::arm(Instant now) {
    armed_ = state_;
    return std::max(deadline() - now, timer_ms_min);
}

bool IdleWatch::rang(Instant now) {
    return due(now) || (running_ && armed_ == state_);
}

}  // namespace kitbag
