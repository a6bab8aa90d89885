#include "sync/server/http_server.h"

#include <algorithm>
#include <array>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/ssl.hpp>
#include <csignal>
#include <map>
#include <set>
#include <system_error>
#include <thread>
#include <utility>

#include <pthread.h>

#include "core/base/check.h"
#include "sync/server/http_connection.h"
#include "sync/server/tls_certificate.h"

namespace kitbag {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
using asio::ip::tcp;

const std::string monitoring_address = "127.0.0.1";
constexpr std::chrono::milliseconds stop_time_max{10'000};  // For the answers that are ready to be taken.
constexpr std::chrono::milliseconds look_at_lines_every{10};
constexpr std::chrono::seconds look_at_files_every{2};  // Whether there is another certificate.
constexpr std::chrono::milliseconds no_file_left_wait{100};

sigset_t signals_of(bool with_tls) {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    if (with_tls) sigaddset(&signals, SIGHUP);
    return signals;
}

Result<asio::ip::address> read_address(std::string_view option, const std::string& text) {
    beast::error_code error;
    const asio::ip::address address = asio::ip::make_address(text, error);
    if (!error) return address;
    return fault("bad_address",
                 "“" + text + "” is not an IP address. Give " + std::string(option) + " one, for example 127.0.0.1.");
}

Result<void> listen_at(tcp::acceptor& acceptor, const std::string& text, std::uint16_t port) {
    const Result<asio::ip::address> address = read_address("--listen", text);
    if (!address) return std::unexpected(address.error());
    const tcp::endpoint place(*address, port);
    beast::error_code error;
    acceptor.open(place.protocol(), error);
    if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error) acceptor.bind(place, error);
    if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (!error) return {};
    const std::string where = text + " port " + std::to_string(port);
    if (error == asio::error::address_in_use) {
        return fault("port_taken",
                     "Another program already listens on " + where + ". Stop it, or give another --port.");
    }
    return fault("bad_address", "This machine does not let the server listen on " + where + " (" + error.message() +
                                    "). Give another --listen or --port.");
}

// Tells whether a file was written since.
using FileStamp = std::pair<std::filesystem::file_time_type, std::uintmax_t>;

std::array<FileStamp, 2> stamps_of(const TlsFiles& files) {
    const auto stamp = [](const std::filesystem::path& file) {
        std::error_code error;
        return FileStamp(std::filesystem::last_write_time(file, error), std::filesystem::file_size(file, error));
    };
    return {stamp(files.certificate), stamp(files.key)};
}

}  // namespace

struct HttpServer::Parts {
    // Counts a connection, and has it found, while it is there.
    class Seat;

    Result<void> open(const HttpServerSettings& wanted);
    bool has_room_for(const std::string& address) const;
    asio::awaitable<void> accept_at(tcp::acceptor& acceptor);
    asio::awaitable<void> attend(tcp::socket socket, std::string address, bool for_monitoring);
    asio::awaitable<void> attend_tls(beast::tcp_stream stream, std::string address);
    void renew_certificate();
    asio::awaitable<void> watch_files();
    void await_signals(std::move_only_function<void()> stopping);
    asio::awaitable<void> stop();

    HttpServerSettings settings;
    ConnectionRules rules;
    std::function<void(const Result<CertificateTerm>&)> certificate_told;
    std::optional<TlsCertificate> certificate;
    std::array<FileStamp, 2> file_stamps;
    std::set<HttpLine*> lines;
    std::map<std::string, std::size_t, std::less<>> connections;  // By address.
    asio::io_context network{1};                                  // Below what its coroutines use: they end with it.
    tcp::acceptor main{network};
    tcp::acceptor monitoring{network};
    asio::steady_timer next_look{network};
};

class HttpServer::Parts::Seat {
  public:
    Seat(Parts& parts, HttpLine& line) : parts_(parts), line_(line) {
        parts_.lines.insert(&line_);
        ++parts_.connections[line_.address];
    }
    ~Seat() {
        parts_.lines.erase(&line_);
        const auto of_address = parts_.connections.find(line_.address);
        if (--of_address->second == 0) parts_.connections.erase(of_address);
    }
    Seat(const Seat&) = delete;
    Seat& operator=(const Seat&) = delete;

  private:
    Parts& parts_;
    HttpLine& line_;
};

Result<void> HttpServer::Parts::open(const HttpServerSettings& wanted) {
    settings = wanted;
    if (settings.tls) {
        file_stamps = stamps_of(*settings.tls);
        Result<TlsCertificate> read = read_tls_certificate(*settings.tls);
        if (!read) return std::unexpected(read.error());
        certificate = *std::move(read);
    }
    if (!settings.web_server.empty()) {
        const Result<asio::ip::address> address = read_address("--web-server", settings.web_server);
        if (!address) return std::unexpected(address.error());
        settings.web_server = address->to_string();  // As those of connections are written.
    }
    if (const Result<void> listens = listen_at(main, settings.address, settings.port); !listens) return listens;
    if (!settings.monitoring_port) return {};
    return listen_at(monitoring, monitoring_address, *settings.monitoring_port);
}

bool HttpServer::Parts::has_room_for(const std::string& address) const {
    if (lines.size() >= http_connections_max) return false;
    const auto held = connections.find(address);
    return settings.connections_per_address == 0 || held == connections.end() ||
           held->second < settings.connections_per_address;
}

asio::awaitable<void> HttpServer::Parts::accept_at(tcp::acceptor& acceptor) {
    while (acceptor.is_open()) {
        tcp::endpoint peer;
        auto [error, socket] = co_await acceptor.async_accept(network, peer, as_outcome);
        if (error == asio::error::operation_aborted) co_return;
        if (error) {  // One that went again, or no file descriptor is left.
            asio::steady_timer moment(network, no_file_left_wait);
            co_await moment.async_wait(as_outcome);
            continue;
        }
        std::string address = peer.address().to_string();
        if (!has_room_for(address)) continue;
        asio::co_spawn(network, attend(std::move(socket), std::move(address), &acceptor == &monitoring),
                       asio::detached);
    }
}

asio::awaitable<void> HttpServer::Parts::attend(tcp::socket socket, std::string address, bool for_monitoring) {
    beast::error_code ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    beast::tcp_stream stream(std::move(socket));
    if (certificate && !for_monitoring) {
        co_await attend_tls(std::move(stream), std::move(address));
    } else {
        HttpLine line{stream, std::move(address), for_monitoring};
        const Seat seat(*this, line);
        HttpConnection<beast::tcp_stream> connection(stream, line, rules);
        co_await connection.converse();
    }
}

asio::awaitable<void> HttpServer::Parts::attend_tls(beast::tcp_stream plain, std::string address) {
    beast::ssl_stream<beast::tcp_stream> stream(std::move(plain), certificate->context);
    HttpLine line{beast::get_lowest_layer(stream), std::move(address)};
    const Seat seat(*this, line);
    line.stream.expires_after(std::min(http_idle_max, rules.request_time_max));
    const auto [error] = co_await stream.async_handshake(asio::ssl::stream_base::server, as_outcome);
    if (error == beast::error::timeout) rules.cut("slow");
    if (error.category() == asio::error::get_ssl_category()) rules.cut("tls");
    if (error) co_return;
    HttpConnection<beast::ssl_stream<beast::tcp_stream>> connection(stream, line, rules);
    co_await connection.converse();
}

void HttpServer::Parts::renew_certificate() {
    file_stamps = stamps_of(*settings.tls);
    Result<TlsCertificate> read = read_tls_certificate(*settings.tls);
    if (!read) return certificate_told(std::unexpected(read.error()));
    certificate = *std::move(read);
    certificate_told(certificate->term);
}

asio::awaitable<void> HttpServer::Parts::watch_files() {
    while (!rules.stops) {
        next_look.expires_after(look_at_files_every);
        co_await next_look.async_wait(as_outcome);
        if (!rules.stops && stamps_of(*settings.tls) != file_stamps) renew_certificate();
    }
}

// In a thread of its own, where anything may be done; a signal handler may do almost nothing.
void HttpServer::Parts::await_signals(std::move_only_function<void()> stopping) {
    const sigset_t signals = signals_of(settings.tls.has_value());
    int number = 0;
    while (sigwait(&signals, &number) == 0 && number == SIGHUP) asio::post(network, [this] { renew_certificate(); });
    stopping();
    asio::co_spawn(network, stop(), asio::detached);  // Behind the answers that were ready.
}

asio::awaitable<void> HttpServer::Parts::stop() {
    rules.stops = true;
    beast::error_code ignored;
    main.close(ignored);
    monitoring.close(ignored);
    next_look.cancel();
    for (HttpLine* line : lines) {
        if (!line->is_answering) line->stream.close();
    }
    asio::steady_timer moment(network);
    for (auto waited = look_at_lines_every; !lines.empty() && waited < stop_time_max; waited += look_at_lines_every) {
        moment.expires_after(look_at_lines_every);
        co_await moment.async_wait(as_outcome);
    }
    network.stop();
}

HttpServer::HttpServer(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
HttpServer::HttpServer(HttpServer&&) noexcept = default;
HttpServer::~HttpServer() = default;

Result<HttpServer> HttpServer::open(const HttpServerSettings& settings) {
    auto parts = std::make_unique<Parts>();
    if (const Result<void> opened = parts->open(settings); !opened) return std::unexpected(opened.error());
    const sigset_t signals = signals_of(settings.tls.has_value());
    const int failed = pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    CHECK(failed == 0);
    return HttpServer(std::move(parts));
}

HttpPorts HttpServer::ports() const {
    const auto port_of = [](const tcp::acceptor& acceptor) {
        beast::error_code error;
        return acceptor.is_open() ? acceptor.local_endpoint(error).port() : std::uint16_t{0};
    };
    return {port_of(parts_->main), port_of(parts_->monitoring)};
}

std::optional<CertificateTerm> HttpServer::certificate() const {
    if (!parts_->certificate) return std::nullopt;
    return parts_->certificate->term;
}

void HttpServer::run(HttpServerEvents& events, const Clock& clock) {
    Parts& parts = *parts_;
    parts.rules.clock = &clock;
    parts.rules.handle = events.handle;
    parts.rules.cut = events.cut;
    parts.rules.request_time_max = parts.settings.request_time_max;
    parts.rules.web_server = parts.settings.web_server;
    parts.certificate_told = events.certificate;
    asio::co_spawn(parts.network, parts.accept_at(parts.main), asio::detached);
    if (parts.monitoring.is_open()) asio::co_spawn(parts.network, parts.accept_at(parts.monitoring), asio::detached);
    if (parts.settings.tls) asio::co_spawn(parts.network, parts.watch_files(), asio::detached);
    std::thread signals([&] { parts.await_signals(std::move(events.stopping)); });
    parts.network.run();
    signals.join();
}

}  // namespace kitbag
