#include "sync/server/attempt_limit.h"

namespace kitbag {

bool AttemptLimit::allows(std::string_view address, Instant now) {
    forget_before(now - attempt_window_ms);
    const auto found = failures_.find(address);
    if (found == failures_.end()) return failures_.size() < addresses_watched_max;
    return found->second.size() < failed_attempts_max;
}

void AttemptLimit::count_failure(std::string_view address, Instant now) {
    failures_[std::string(address)].push_back(now);
}

void AttemptLimit::forget_before(Instant oldest) {
    for (auto& [address, instants] : failures_) {
        while (!instants.empty() && instants.front() <= oldest) instants.pop_front();
    }
    std::erase_if(failures_, [](const auto& entry) { return entry.second.empty(); });
}

}  // namespace kitbag
