#pragma once
// Cuts the connections that Drogon 1.9.0 would keep: it closes one that says nothing for a minute, but not one that says a byte a
// minute, and it counts the bytes of a body but not those of all headers together. Drogon hands out no connection, so this
// asks the operating system (Linux) about the process's own sockets, four times a second. Whatever it cuts, a tablet tries again.

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace kitbag {

struct ConnectionLimits {
    std::chrono::seconds request{600};  // From the last whole request, or the first byte, to the next whole one.
    std::uint64_t bytes_max = 0;        // Received in that time.
};

class ConnectionWatch {
  public:
    // Watches the connections to these ports of this process until it goes. `cut` is told "slow" or "flood", on the watch's thread.
    ConnectionWatch(ConnectionLimits limits, std::vector<std::uint16_t> ports,
                    std::function<void(std::string_view why)> cut);

    // A whole request has come over the connection from this address, as peer_name() says it. Any thread.
    void note_request(const std::string& peer);

    static std::string peer_name(std::string_view ip, std::uint16_t port);

  private:
    struct Seen {
        std::chrono::steady_clock::time_point since = std::chrono::steady_clock::now();
        std::uint64_t bytes_before = 0;
        std::uint64_t scan = 0;  // The last in which it was there.
        bool renewed = true;     // A whole request came since the last scan, or the connection is new.
    };

    void scan();
    void look_at(int file);

    ConnectionLimits limits_;
    std::vector<std::uint16_t> ports_;
    std::function<void(std::string_view)> cut_;
    std::mutex mutex_;
    std::map<std::string, Seen> seen_;  // By peer; guarded by mutex_.
    std::uint64_t scans_ = 0;
    std::jthread thread_;  // Last: it ends before what it uses.
};

}  // namespace kitbag
