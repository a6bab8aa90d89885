#include "sync/server/metrics.h"

#include <algorithm>
#include <format>

namespace kitbag {
namespace {

void head(std::string& text, std::string_view name, std::string_view type, std::string_view help) {
    text += std::format("# HELP {} {}\n# TYPE {} {}\n", name, help, name, type);
}

void single(std::string& text, std::string_view name, std::string_view type, std::string_view help,
            std::int64_t value) {
    head(text, name, type, help);
    text += std::format("{} {}\n", name, value);
}

}  // namespace

void Metrics::note_request(std::string_view route, int status, double seconds) {
    const std::scoped_lock lock(mutex_);
    ++requests_[{std::string(route), status}];
    auto found = durations_.find(route);
    if (found == durations_.end()) found = durations_.emplace(std::string(route), Durations{}).first;
    const auto bucket = std::ranges::lower_bound(duration_bounds_s, seconds) - duration_bounds_s.begin();
    ++found->second.counts[static_cast<std::size_t>(bucket)];
    found->second.sum_s += seconds;
}

void Metrics::note_changes(std::size_t accepted, std::size_t already_had, std::size_t refused) {
    const std::scoped_lock lock(mutex_);
    accepted_ += accepted;
    already_had_ += already_had;
    refused_ += refused;
}

std::string Metrics::to_prometheus(const Gauges& gauges) const {
    const std::scoped_lock lock(mutex_);
    std::string text;
    head(text, "kitbag_requests_total", "counter", "Requests answered, by route and status.");
    for (const auto& [key, count] : requests_)
        text += std::format("kitbag_requests_total{{route=\"{}\",status=\"{}\"}} {}\n", key.first, key.second, count);
    head(text, "kitbag_request_seconds", "histogram", "From the whole request to its answer, by route.");
    for (const auto& [route, durations] : durations_) {
        std::uint64_t sum = 0;
        for (std::size_t i = 0; i < durations.counts.size(); ++i) {
            sum += durations.counts[i];
            const std::string bound = i < duration_bounds_s.size() ? std::format("{}", duration_bounds_s[i]) : "+Inf";
            text += std::format("kitbag_request_seconds_bucket{{route=\"{}\",le=\"{}\"}} {}\n", route, bound, sum);
        }
        text += std::format("kitbag_request_seconds_sum{{route=\"{}\"}} {:.6f}\n", route, durations.sum_s);
        text += std::format("kitbag_request_seconds_count{{route=\"{}\"}} {}\n", route, sum);
    }
    head(text, "kitbag_changes_total", "counter", "Changes that tablets sent, by what was answered.");
    text += std::format("kitbag_changes_total{{outcome=\"accepted\"}} {}\n", accepted_);
    text += std::format("kitbag_changes_total{{outcome=\"already_had\"}} {}\n", already_had_);
    text += std::format("kitbag_changes_total{{outcome=\"refused\"}} {}\n", refused_);
    single(text, "kitbag_waiting_requests", "gauge", "Requests that wait for the database.",
           static_cast<std::int64_t>(gauges.waiting_requests));
    single(text, "kitbag_devices_seen_today", "gauge", "Tablets heard of since midnight UTC.",
           gauges.devices_seen_today);
    single(text, "kitbag_devices_in_use", "gauge", "Tablets that are welcome.", gauges.devices_in_use);
    single(text, "kitbag_database_bytes", "gauge", "Size of the database on the disk.", gauges.database_bytes);
    single(text, "kitbag_changes_stored", "gauge", "Changes in the record of truth.", gauges.changes);
    return text;
}

}  // namespace kitbag
