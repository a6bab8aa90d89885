#include "sync/server/attempt_limit.h"

namespace kitbag {

bool AttemptLimit::allows(std::string_view address, Instant now) {
    forget_before(now - attempt_window_ms);
    const auto found = attempts_.find(address);
    if (found == attempts_.end()) return attempts_.size() < addresses_watched_max;
    return found->second.size() < attempts_max_;
}

void AttemptLimit::count(std::string_view address, Instant now) {
    attempts_[std::string(address)].push_back(now);
}

void AttemptLimit::forget_before(Instant oldest) {
    for (auto& [address, instants] : attempts_) {
        while (!instants.empty() && instants.front() <= oldest) instants.pop_front();
    }
    std::erase_if(attempts_, [](const auto& entry) { return entry.second.empty(); });
}

}  // namespace kitbag
