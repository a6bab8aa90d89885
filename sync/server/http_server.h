#pragma once
// HTTP spoken by Drogon. This file pair is the only one that knows it: every request is handed to one handler before
// any of Drogon's own routing or file serving, and every reply leaves with the security headers.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "sync/server/http_message.h"

namespace kitbag {

// A body past this is cut off by Drogon with a bare 413. Between the protocol's own limit and this one the answer is a
// 413 with a sentence.
inline constexpr std::size_t http_body_bytes_max = 4u << 20;
inline constexpr std::size_t http_connections_max = 2000;
inline constexpr std::size_t http_idle_seconds_max = 60;
inline constexpr int connections_per_address_usual = 200;  // Where others than a web server before it may connect.

struct HttpServerSettings {
    std::string address = "127.0.0.1";  // An IP address to listen on.
    std::uint16_t port = 8800;          // 0: any free port.
    // Answers on 127.0.0.1 what is for monitoring only; none: no such port. 0: any free port.
    std::optional<std::uint16_t> monitoring_port = {};
    std::size_t connections_per_address = 0;     // At once, 2 or more; 0: as many as there may be at all.
    std::chrono::seconds request_time_max{600};  // For one request to come whole and be answered.
    std::filesystem::path scratch;  // A folder that Drogon makes and may write in; nothing of ours goes there.
};

// Called once for each request, from any thread.
using HttpAnswer = std::move_only_function<void(WebReply)>;
using HttpHandler = std::function<void(WebRequest, HttpAnswer)>;

struct HttpPorts {
    std::uint16_t main = 0;
    std::uint16_t monitoring = 0;  // 0 when there is none.
};

struct HttpServerEvents {
    HttpHandler handle;                              // Called on the network thread: must not wait.
    std::move_only_function<void(HttpPorts)> ready;  // Listening, on these ports; on the network thread.
    std::function<void(std::string_view why)> cut;   // A connection was cut: "slow", "flood". On a thread of its own.
    std::move_only_function<void()> stopping;        // Asked to stop: answer what has been taken, take no more.
};

// Whether it can listen there, told before anything is started, and the stop signals blocked in this thread and those it
// starts. Codes "bad_address", "port_taken". Call it before any other thread is started.
Result<void> prepare_http(const HttpServerSettings& settings);

// Listens until the process is asked to stop (SIGTERM, SIGINT), then sends the answers that are ready and returns. Once in a
// process. REQUIRES: prepare_http() succeeded.
void serve_http(const HttpServerSettings& settings, HttpServerEvents& events);

}  // namespace kitbag
