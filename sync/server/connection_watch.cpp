#include "sync/server/connection_watch.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <condition_variable>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <system_error>
#include <utility>

#include <arpa/inet.h>
#include <linux/tcp.h>
#include <netinet/in.h>
#include <sys/socket.h>

namespace kitbag {
namespace {

constexpr std::chrono::milliseconds scan_every{250};

struct End {
    std::string ip;
    std::uint16_t port = 0;
};

std::optional<End> end_of(int file, int (*ask)(int, sockaddr*, socklen_t*)) {
    sockaddr_storage storage{};
    socklen_t size = sizeof storage;
    if (ask(file, reinterpret_cast<sockaddr*>(&storage), &size) != 0) return std::nullopt;
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (storage.ss_family == AF_INET) {
        const auto& v4 = reinterpret_cast<const sockaddr_in&>(storage);
        inet_ntop(AF_INET, &v4.sin_addr, text.data(), text.size());
        return End{text.data(), ntohs(v4.sin_port)};
    }
    if (storage.ss_family == AF_INET6) {
        const auto& v6 = reinterpret_cast<const sockaddr_in6&>(storage);
        inet_ntop(AF_INET6, &v6.sin6_addr, text.data(), text.size());
        return End{text.data(), ntohs(v6.sin6_port)};
    }
    return std::nullopt;
}

std::uint64_t bytes_received(int file) {
    tcp_info info{};
    socklen_t size = sizeof info;
    return getsockopt(file, IPPROTO_TCP, TCP_INFO, &info, &size) == 0 ? info.tcpi_bytes_received : 0;
}

}  // namespace

ConnectionWatch::ConnectionWatch(ConnectionLimits limits, std::vector<std::uint16_t> ports,
                                 std::function<void(std::string_view why)> cut)
    : limits_(limits), ports_(std::move(ports)), cut_(std::move(cut)), thread_([this](const std::stop_token& stop) {
          std::mutex mutex;
          std::condition_variable_any ended;
          std::unique_lock lock(mutex);
          while (!ended.wait_for(lock, stop, scan_every, [&] { return stop.stop_requested(); })) scan();
      }) {}

std::string ConnectionWatch::peer_name(std::string_view ip, std::uint16_t port) {
    return std::string(ip) + " " + std::to_string(port);
}

void ConnectionWatch::note_request(const std::string& peer) {
    const std::scoped_lock lock(mutex_);
    seen_[peer].renewed = true;
}

void ConnectionWatch::scan() {
    ++scans_;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd", error)) {
        const std::string name = entry.path().filename().string();
        int file = -1;
        std::from_chars(name.data(), name.data() + name.size(), file);
        look_at(file);
    }
    const std::scoped_lock lock(mutex_);
    // A request may be noted before its connection is seen; such an entry waits for the next scan.
    std::erase_if(seen_, [&](const auto& each) { return each.second.scan != scans_ && !each.second.renewed; });
    for (auto& [peer, seen] : seen_) {
        if (seen.scan != scans_) seen.renewed = false;
    }
}

// Another connection may have got this number since it was listed: then that one is judged by what is known of its own peer.
void ConnectionWatch::look_at(int file) {
    const std::optional<End> here = end_of(file, getsockname);
    if (!here || !std::ranges::contains(ports_, here->port)) return;
    const std::optional<End> there = end_of(file, getpeername);
    if (!there) return;  // It listens.
    const std::uint64_t bytes = bytes_received(file);
    const auto now = std::chrono::steady_clock::now();
    const char* why = nullptr;
    {
        const std::scoped_lock lock(mutex_);
        Seen& seen = seen_[peer_name(there->ip, there->port)];
        seen.scan = scans_;
        if (seen.renewed || bytes < seen.bytes_before) seen = {now, bytes, scans_, false};
        if (now - seen.since > limits_.request) why = "slow";
        if (bytes - seen.bytes_before > limits_.bytes_max) why = "flood";
    }
    if (why == nullptr) return;
    shutdown(file, SHUT_RDWR);  // Drogon sees the end of it and closes.
    cut_(why);
}

}  // namespace kitbag
