#include "sync/server/http_server.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include <arpa/inet.h>
#include <drogon/drogon.h>
#include <netinet/in.h>
#include <pthread.h>
#include <sys/socket.h>
#include <unistd.h>

#include "core/base/check.h"
#include "sync/server/connection_watch.h"
#include "sync/server/security_headers.h"

namespace kitbag {
namespace {

const std::string monitoring_address = "127.0.0.1";

// Of one request, whole or not, with its headers and with what the system has taken in ahead of Drogon.
constexpr std::uint64_t received_bytes_max = 2 * std::uint64_t{http_body_bytes_max};

sigset_t stop_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    return signals;
}

struct SocketAddress {
    sockaddr_storage storage{};
    socklen_t size = 0;
};

Result<SocketAddress> read_address(const std::string& text, std::uint16_t port) {
    SocketAddress address;
    sockaddr_in v4{};
    sockaddr_in6 v6{};
    if (inet_pton(AF_INET, text.c_str(), &v4.sin_addr) == 1) {
        v4.sin_family = AF_INET;
        v4.sin_port = htons(port);
        address.size = sizeof v4;
        std::memcpy(&address.storage, &v4, sizeof v4);
    } else if (inet_pton(AF_INET6, text.c_str(), &v6.sin6_addr) == 1) {
        v6.sin6_family = AF_INET6;
        v6.sin6_port = htons(port);
        address.size = sizeof v6;
        std::memcpy(&address.storage, &v6, sizeof v6);
    } else {
        return fault("bad_address", "“" + text + "” is not an IP address. Give --listen one, for example 127.0.0.1.");
    }
    return address;
}

// Drogon ends the process without a plain word when it cannot listen, so that is tried first.
Result<void> try_to_listen(const std::string& text, std::uint16_t port) {
    const Result<SocketAddress> address = read_address(text, port);
    if (!address) return std::unexpected(address.error());
    const int file = socket(address->storage.ss_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int yes = 1;
    const bool listens = file >= 0 && setsockopt(file, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes) == 0 &&
                         bind(file, reinterpret_cast<const sockaddr*>(&address->storage), address->size) == 0 &&
                         listen(file, 1) == 0;
    const int why = errno;
    if (file >= 0) close(file);
    if (listens) return {};
    const std::string place = text + " port " + std::to_string(port);
    if (why == EADDRINUSE) {
        return fault("port_taken",
                     "Another program already listens on " + place + ". Stop it, or give another --port.");
    }
    return fault("bad_address", "This machine does not let the server listen on " + place + " (" + std::strerror(why) +
                                    "). Give another --listen or --port.");
}

WebRequest from_drogon(const drogon::HttpRequestPtr& request, std::uint16_t monitoring_port) {
    WebRequest ours;
    ours.method = request->methodString();
    ours.path = request->getOriginalPath();
    ours.query = request->query();
    ours.authorization = request->getHeader("authorization");
    ours.accept_encoding = request->getHeader("accept-encoding");
    ours.content_encoding = request->getHeader("content-encoding");
    ours.if_none_match = request->getHeader("if-none-match");
    ours.body = std::string(request->body());
    ours.address = request->peerAddr().toIp();
    for (const auto& [name, value] : request->headers()) ours.header_bytes += name.size() + value.size();
    ours.for_monitoring = monitoring_port != 0 && request->localAddr().toPort() == monitoring_port;
    return ours;
}

drogon::HttpResponsePtr to_drogon(WebReply reply) {
    auto response = drogon::HttpResponse::newHttpResponse();
    response->setStatusCode(static_cast<drogon::HttpStatusCode>(reply.status));
    // Drogon compresses, when asked to, what it knows to be text; a type given by its words only it does not know.
    const bool json = reply.content_type.starts_with("application/json");
    response->setContentTypeCodeAndCustomString(json ? drogon::CT_APPLICATION_JSON : drogon::CT_CUSTOM,
                                                reply.content_type);
    for (auto& [name, value] : reply.headers) response->addHeader(name, std::move(value));
    response->setBody(std::move(reply.body));
    return response;
}

// Drogon 1.9.0 lets one connection more in than it is told.
std::size_t drogons_limit(std::size_t connections) {
    return connections == 0 ? 0 : connections - 1;
}

void configure(const HttpServerSettings& settings) {
    trantor::Logger::setOutputFunction([](const char* text, std::uint64_t size) { std::fwrite(text, 1, size, stderr); },
                                       [] { std::fflush(stderr); });
    drogon::app()
        .setLogLevel(trantor::Logger::kError)
        .disableSigtermHandling()
        .setThreadNum(1)
        .setMaxConnectionNum(http_connections_max)
        .setIdleConnectionTimeout(http_idle_seconds_max)
        .setClientMaxBodySize(http_body_bytes_max)
        .setClientMaxMemoryBodySize(http_body_bytes_max + 1)  // A body is never put in a file.
        .setUploadPath(settings.scratch.string())
        .enableServerHeader(false)
        .enableBrotli(false)  // Brotli at its highest is too slow to be made while a tablet waits.
        .enableGzip(true)
        .setMaxConnectionNumPerIP(drogons_limit(settings.connections_per_address))
        .addListener(settings.address, settings.port);
    if (settings.monitoring_port) drogon::app().addListener(monitoring_address, *settings.monitoring_port);
}

HttpPorts listening_on(const HttpServerSettings& settings) {
    const std::vector<trantor::InetAddress> listeners = drogon::app().getListeners();
    return {listeners.front().toPort(), settings.monitoring_port ? listeners.back().toPort() : std::uint16_t{0}};
}

// Waits for a signal in a thread of its own, where anything may be done; a signal handler may do almost nothing.
void await_stop(std::move_only_function<void()> stopping) {
    const sigset_t signals = stop_signals();
    int number = 0;
    sigwait(&signals, &number);
    stopping();
    // Behind the answers that the loop has yet to send.
    drogon::app().getIOLoop(0)->queueInLoop([] { drogon::app().quit(); });
}

}  // namespace

Result<void> prepare_http(const HttpServerSettings& settings) {
    if (const Result<void> listens = try_to_listen(settings.address, settings.port); !listens) return listens;
    if (settings.monitoring_port) {
        const Result<void> listens = try_to_listen(monitoring_address, *settings.monitoring_port);
        if (!listens) return listens;
    }
    const sigset_t signals = stop_signals();
    const int failed = pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    CHECK(failed == 0);
    return {};
}

void serve_http(const HttpServerSettings& settings, HttpServerEvents& events) {
    configure(settings);
    std::atomic<std::uint16_t> monitoring_port = 0;  // Known when it listens,
    std::optional<ConnectionWatch> watch;  // as what there is to watch. Used on Drogon's network thread alone.
    // Drogon keeps copies of what it is given, and drops them with the program: so it gets references, used only in run().
    drogon::app().registerPreRoutingAdvice(
        [&handle = events.handle, &monitoring_port, &watch](
            const drogon::HttpRequestPtr& request, drogon::AdviceCallback&& send, drogon::AdviceChainCallback&&) {
            const trantor::InetAddress& peer = request->peerAddr();
            if (watch) watch->note_request(ConnectionWatch::peer_name(peer.toIp(), peer.toPort()));
            handle(from_drogon(request, monitoring_port),
                   [send = std::move(send)](WebReply reply) { send(to_drogon(std::move(reply))); });
        });
    drogon::app().registerPreSendingAdvice([](const drogon::HttpRequestPtr&, const drogon::HttpResponsePtr& response) {
        for (const auto& [name, value] : security_headers) response->addHeader(std::string(name), std::string(value));
    });
    // Told just before Drogon hands the listening to its network loop: so the word goes round behind that.
    const auto tell = [&] {
        const HttpPorts ports = listening_on(settings);
        monitoring_port = ports.monitoring;
        watch.emplace(ConnectionLimits{settings.request_time_max, received_bytes_max},
                      std::vector{ports.main, ports.monitoring}, events.cut);
        events.ready(ports);
    };
    drogon::app().registerBeginningAdvice([&tell] {
        drogon::app().getLoop()->queueInLoop([&tell] { drogon::app().getIOLoop(0)->queueInLoop([&tell] { tell(); }); });
    });

    std::thread stopper(await_stop, std::move(events.stopping));
    drogon::app().run();
    stopper.join();
}

}  // namespace kitbag
