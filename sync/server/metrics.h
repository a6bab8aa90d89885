#pragma once
// What the server counts about itself, written for Prometheus (text exposition format 0.0.4). Counts and durations only: no
// name, no id, and no label whose values a stranger could choose. Any thread may call it.

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

namespace kitbag {

// Upper bounds in seconds of the histogram's buckets; one more takes what is longer.
inline constexpr std::array duration_bounds_s = {0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0};

// What is true at the moment of asking.
struct Gauges {
    std::size_t waiting_requests = 0;
    std::int64_t devices_seen_today = 0;
    std::int64_t devices_in_use = 0;
    std::int64_t database_bytes = 0;
    std::int64_t changes = 0;
};

class Metrics {
  public:
    // `route` is one of ours: "/api/push" …, "site" or "other".
    void note_request(std::string_view route, int status, double seconds);
    void note_changes(std::size_t accepted, std::size_t already_had, std::size_t refused);

    std::string to_prometheus(const Gauges& gauges) const;

  private:
    struct Durations {
        std::array<std::uint64_t, duration_bounds_s.size() + 1> counts{};
        double sum_s = 0;
    };

    mutable std::mutex mutex_;  // Guards everything below.
    std::map<std::pair<std::string, int>, std::uint64_t> requests_;
    std::map<std::string, Durations, std::less<>> durations_;
    std::uint64_t accepted_ = 0;
    std::uint64_t already_had_ = 0;
    std::uint64_t refused_ = 0;
};

}  // namespace kitbag
