#pragma once
// HTTP/1.1, plain or inside TLS, spoken by Boost's Beast and Asio. Hands every request that came whole to one handler, and every one
// that could not be read too, as refused; each answer leaves with the security headers. It keeps all limits on connections: how many,
// how slow, how large. It knows no address and no file of ours.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/time.h"
#include "sync/server/http_message.h"

namespace kitbag {

inline constexpr std::size_t http_connections_max = 2000;
inline constexpr std::chrono::seconds http_idle_max{60};   // Without a word, and for all headers to come.
inline constexpr int connections_per_address_usual = 200;  // Where others than a web server before it may connect.

// Two files in PEM: the server's certificate with those that vouch for it behind it, and its private key.
struct TlsFiles {
    std::filesystem::path certificate;
    std::filesystem::path key;
};

// How long a certificate is good for.
struct CertificateTerm {
    Instant from = 0;
    Instant until = 0;
};

struct HttpServerSettings {
    std::string address = "127.0.0.1";  // An IP address to listen on.
    std::uint16_t port = 8800;          // 0: any free port.
    std::optional<TlsFiles> tls = {};   // None: plain HTTP.
    // Answers on 127.0.0.1, in plain HTTP, what is for monitoring only; none: no such port. 0: any free port.
    std::optional<std::uint16_t> monitoring_port = {};
    std::string web_server =
        {};  // The address of one that passes all requests on: it is believed who asked. "": nobody is.
    std::size_t connections_per_address = 0;     // At once; 0: as many as there may be at all.
    std::chrono::seconds request_time_max{600};  // For one request to come whole, and again for its answer to be taken.
};

// Called once for each request, from any thread.
using HttpAnswer = std::move_only_function<void(WebReply)>;
using HttpHandler = std::function<void(WebRequest, HttpAnswer)>;

struct HttpPorts {
    std::uint16_t main = 0;
    std::uint16_t monitoring = 0;  // 0 when there is none.
};

// All but `stopping` are called on the network's thread and must not wait.
struct HttpServerEvents {
    HttpHandler handle;
    std::function<void(std::string_view why)>
        cut;  // A connection was cut: "slow", or "tls" for no agreement on how to encrypt.
    // Another certificate is in use from now on; or why it is not, and then the one before stays.
    std::function<void(const Result<CertificateTerm>&)> certificate;
    // Asked to stop: answer what has been taken, take no more. On a thread of its own.
    std::move_only_function<void()> stopping;
};

class HttpServer {
  public:
    // Listens from now on, and answers when it runs. Blocks the stop signals in this thread and those it starts: so call it before any
    // other is started. Codes "bad_address", "port_taken", and "bad_certificate" for files that cannot be used as they are.
    static Result<HttpServer> open(const HttpServerSettings& settings);
    HttpServer(HttpServer&&) noexcept;
    ~HttpServer();

    HttpPorts ports() const;
    std::optional<CertificateTerm> certificate() const;  // None in plain HTTP.

    // Until the process is asked to stop (SIGTERM, SIGINT); then sends the answers that are ready and returns. With TLS it reads the two
    // files again when one has changed, and on SIGHUP: new connections get what is in them then, the others go on. Once in a process.
    void run(HttpServerEvents& events, const Clock& clock);

  private:
    struct Parts;
    explicit HttpServer(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> parts_;
};

}  // namespace kitbag
