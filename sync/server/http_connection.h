#pragma once
// One connection to a tablet: requests in, answers out, one after the other, each step in bounded time and memory. `Stream` is
// Beast's tcp_stream, or its ssl_stream after the handshake; included by http_server.cpp alone, because it is all templates.
//
// All of it runs on the network's one thread, as a coroutine; what fails ends that connection and no other.

#include <algorithm>
#include <array>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/error.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/stream_traits.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/serializer.hpp>
#include <boost/beast/http/write.hpp>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "core/base/clock.h"
#include "sync/server/http_server.h"
#include "sync/server/http_translation.h"

namespace kitbag {

// An operation that waits tells its failure as a value: auto [error, size] = co_await …(…, as_outcome).
inline constexpr auto as_outcome = boost::asio::as_tuple(boost::asio::use_awaitable);

// The same for all connections.
struct ConnectionRules {
    const Clock* clock = nullptr;
    HttpHandler handle;
    std::function<void(std::string_view why)> cut;
    std::chrono::seconds request_time_max{600};
    std::string web_server;  // As in HttpServerSettings.
    bool stops = false;      // No connection takes another request.
};

// By which the server ends a connection from outside.
struct HttpLine {
    boost::beast::tcp_stream& stream;
    std::string address;  // The other end's.
    bool for_monitoring = false;
    bool is_answering = false;  // A request came, and its answer has not gone yet.
};

template <class Stream>
class HttpConnection {
  public:
    HttpConnection(Stream& stream, HttpLine& line, const ConnectionRules& rules)
        : stream_(stream), line_(line), rules_(rules), buffer_(ahead_bytes_max) {}

    // Until one of the two ends it, or it is cut.
    boost::asio::awaitable<void> converse();

  private:
    using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;
    using Time = std::chrono::steady_clock::time_point;

    static constexpr bool is_encrypted = requires(Stream& stream) { stream.async_shutdown(as_outcome); };
    static constexpr std::size_t ahead_bytes_max = 96 * 1024;  // Received and not yet read.
    static constexpr std::size_t usual_head_bytes = 4096;
    static constexpr std::size_t words_of_chunk_max = 256;     // Beside its length; nobody has a use for them.
    static constexpr std::size_t unread_bytes_max = 8u << 20;  // Of what still comes when there is no more to say.
    static constexpr std::chrono::seconds leave_time_max{2};

    static WebRequest refused(int status);
    boost::asio::awaitable<bool> take_turn();
    boost::asio::awaitable<std::optional<WebRequest>> read(Parser& parser);
    boost::asio::awaitable<std::optional<WebRequest>> read_body(Parser& parser, Time deadline);
    std::optional<WebRequest> not_read(const boost::beast::error_code& error, bool was_begun);
    boost::asio::awaitable<WebReply> answer_to(WebRequest request);
    boost::asio::awaitable<bool> send(const HttpReply& reply, bool without_body);
    boost::asio::awaitable<void> leave();

    // For the next step: no longer than so without a word, and not past the deadline.
    void allow_until(Time deadline) {
        line_.stream.expires_at(std::min(std::chrono::steady_clock::now() + http_idle_max, deadline));
    }

    Stream& stream_;
    HttpLine& line_;
    const ConnectionRules& rules_;
    boost::beast::flat_buffer buffer_;
};

template <class Stream>
boost::asio::awaitable<void> HttpConnection<Stream>::converse() {
    bool goes_on = true;
    while (goes_on && !rules_.stops) {
        buffer_.reserve(usual_head_bytes);
        goes_on = co_await take_turn();
        buffer_.shrink_to_fit();  // While nothing is asked, a connection costs little.
    }
    co_await leave();
}

// One request and its answer. False when there will be no other.
template <class Stream>
boost::asio::awaitable<bool> HttpConnection<Stream>::take_turn() {
    Parser parser;
    parser.header_limit(header_bytes_max);
    parser.body_limit(http_body_bytes_max);
    std::optional<WebRequest> request = co_await read(parser);
    if (!request) co_return false;
    request->address = line_.address;
    if (line_.address == rules_.web_server) {
        if (std::string address = forwarded_for(parser.get()); !address.empty()) request->address = std::move(address);
    }
    request->for_monitoring = line_.for_monitoring;
    const bool goes_on = request->refused == 0 && parser.keep_alive() && parser.get().version() == 11;
    const bool without_body = parser.get().method() == boost::beast::http::verb::head;
    const std::string accept_encoding = request->accept_encoding;
    line_.is_answering = true;
    WebReply answer = co_await answer_to(*std::move(request));
    HttpReply reply = reply_of(std::move(answer), accept_encoding, rules_.clock->now());
    reply.keep_alive(goes_on && !rules_.stops);
    if (is_encrypted) reply.set(boost::beast::http::field::strict_transport_security, "max-age=31536000");
    const bool sent = co_await send(reply, without_body);
    line_.is_answering = false;
    co_return sent&& reply.keep_alive();
}

// Nothing when nobody is there to be answered.
template <class Stream>
boost::asio::awaitable<std::optional<WebRequest>> HttpConnection<Stream>::read(Parser& parser) {
    const Time deadline = std::chrono::steady_clock::now() + rules_.request_time_max;
    allow_until(deadline);
    const auto [error, size] = co_await boost::beast::http::async_read_header(stream_, buffer_, parser, as_outcome);
    if (error) co_return not_read(error, parser.got_some());
    if (const int status = refusal_of_head(parser.get()); status != 0) co_return refused(status);
    WebRequest request = request_of_head(parser.get());
    if (parser.get().count(boost::beast::http::field::expect) > 0) {
        static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
        const auto [unsent, sent] = co_await boost::asio::async_write(stream_, boost::asio::buffer(go_on), as_outcome);
        if (unsent) co_return std::nullopt;
    }
    std::optional<WebRequest> body = co_await read_body(parser, deadline);
    if (!body || body->refused != 0) co_return body;
    request.body = std::move(body->body);
    co_return request;
}

template <class Stream>
boost::asio::awaitable<std::optional<WebRequest>> HttpConnection<Stream>::read_body(Parser& parser, Time deadline) {
    auto look_at_chunk = [](std::uint64_t, boost::beast::string_view words, boost::beast::error_code& error) {
        if (words.size() > words_of_chunk_max) error = boost::beast::http::error::bad_chunk_extension;
    };
    parser.on_chunk_header(look_at_chunk);
    if (!parser.is_done()) buffer_.reserve(ahead_bytes_max);  // Beast asks the system for what there is room for.
    parser.eager(true);
    while (!parser.is_done()) {
        allow_until(deadline);
        const auto [error, size] = co_await boost::beast::http::async_read_some(stream_, buffer_, parser, as_outcome);
        if (error) co_return not_read(error, true);
    }
    WebRequest request;
    request.body = std::move(parser.get().body());
    co_return request;
}

template <class Stream>
std::optional<WebRequest> HttpConnection<Stream>::not_read(const boost::beast::error_code& error, bool was_begun) {
    if (error == boost::beast::error::timeout && was_begun) rules_.cut("slow");
    const int status = refusal_of_error(error);
    if (status == 0) return std::nullopt;
    return refused(status);
}

template <class Stream>
WebRequest HttpConnection<Stream>::refused(int status) {
    WebRequest request;
    request.refused = status;
    return request;
}

// The handler answers from whatever thread; the coroutine goes on here.
template <class Stream>
boost::asio::awaitable<WebReply> HttpConnection<Stream>::answer_to(WebRequest request) {
    return boost::asio::async_initiate<const boost::asio::use_awaitable_t<>, void(WebReply)>(
        [this](auto done, WebRequest asked) {
            rules_.handle(std::move(asked), [done = std::move(done)](WebReply reply) mutable {
                const auto executor = boost::asio::get_associated_executor(done);
                boost::asio::post(executor, [done = std::move(done), reply = std::move(reply)]() mutable {
                    std::move(done)(std::move(reply));
                });
            });
        },
        boost::asio::use_awaitable, std::move(request));
}

template <class Stream>
boost::asio::awaitable<bool> HttpConnection<Stream>::send(const HttpReply& reply, bool without_body) {
    const Time deadline = std::chrono::steady_clock::now() + rules_.request_time_max;
    boost::beast::http::response_serializer<boost::beast::http::string_body> serializer(reply);
    serializer.split(without_body);
    while (!serializer.is_done() && !(without_body && serializer.is_header_done())) {
        allow_until(deadline);
        const auto [error, size] = co_await boost::beast::http::async_write_some(stream_, serializer, as_outcome);
        if (error == boost::beast::error::timeout) rules_.cut("slow");
        if (error) co_return false;
    }
    co_return true;
}

// What the other end still sends is read for a moment: closed over unread bytes, the system would throw away the last answer.
template <class Stream>
boost::asio::awaitable<void> HttpConnection<Stream>::leave() {
    line_.stream.expires_after(leave_time_max);
    if constexpr (is_encrypted) co_await stream_.async_shutdown(as_outcome);
    boost::beast::error_code ended;
    line_.stream.socket().shutdown(boost::asio::ip::tcp::socket::shutdown_send, ended);
    std::array<char, 4096> unread{};
    std::size_t size = 0;
    for (std::size_t left = unread_bytes_max; !ended && left > size && !rules_.stops; left -= size)
        std::tie(ended, size) = co_await line_.stream.async_read_some(boost::asio::buffer(unread), as_outcome);
}

}  // namespace kitbag
