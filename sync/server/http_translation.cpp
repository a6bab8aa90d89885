#include "sync/server/http_translation.h"

#include <algorithm>
#include <boost/asio/ip/address.hpp>
#include <boost/beast/core/string.hpp>
#include <boost/beast/http/error.hpp>
#include <chrono>
#include <format>
#include <utility>

#include "core/base/text.h"
#include "sync/server/gzip.h"
#include "sync/server/security_headers.h"

namespace kitbag {
namespace {

namespace beast = boost::beast;
namespace http = boost::beast::http;

constexpr std::size_t worth_packing_bytes = 1024;

std::string text_of(const HttpHead& head, http::field name) {
    return std::string(head[name]);
}

bool is_length(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// One way to say how long the body is, said once.
bool has_clear_length(const HttpHead& head) {
    const auto lengths = head.count(http::field::content_length);
    const auto codings = head.count(http::field::transfer_encoding);
    if (codings == 0) return lengths == 0 || (lengths == 1 && is_length(head[http::field::content_length]));
    return lengths == 0 && codings == 1 && head.version() == 11 &&
           beast::iequals(head[http::field::transfer_encoding], "chunked");
}

// RFC 9110, section 5.6.7.
std::string http_date(Instant now) {
    const std::chrono::sys_time<std::chrono::milliseconds> time{std::chrono::milliseconds(now)};
    return std::format("{:%a, %d %b %Y %H:%M:%S} GMT", std::chrono::floor<std::chrono::seconds>(time));
}

// Not what has a tag: that names the very bytes.
bool is_to_be_packed(const HttpReply& reply, const std::string& accept_encoding) {
    return reply.body().size() > worth_packing_bytes &&
           reply[http::field::content_type].starts_with("application/json") &&
           reply.count(http::field::content_encoding) == 0 && reply.count(http::field::etag) == 0 &&
           accepts_coding(accept_encoding, "gzip");
}

}  // namespace

int refusal_of_head(const HttpHead& head) {
    const auto hosts = head.count(http::field::host);
    const bool clear = has_clear_length(head) && hosts <= 1 && (hosts == 1 || head.version() == 10) &&
                       head.count(http::field::authorization) <= 1;
    if (!clear) return 400;
    const beast::string_view expected = head[http::field::expect];
    return expected.empty() || beast::iequals(expected, "100-continue") ? 0 : 417;
}

int refusal_of_error(const boost::system::error_code& error) {
    if (error == http::error::end_of_stream || error == http::error::partial_message) return 0;
    if (error == http::error::header_limit || error == http::error::buffer_overflow) return 431;
    if (error == http::error::body_limit) return 413;
    return error.category() == http::make_error_code(http::error::bad_method).category() ? 400 : 0;
}

WebRequest request_of_head(const HttpHead& head) {
    WebRequest ours;
    const bool asks_for_head = head.method() == http::verb::head;
    ours.method = asks_for_head ? "GET" : std::string(head.method_string());
    const std::string_view target = std::string_view(head.target()).substr(0, head.target().find('#'));
    const std::size_t query = target.find('?');
    ours.path = target.substr(0, query);
    if (query != std::string_view::npos) ours.query = target.substr(query + 1);
    ours.authorization = text_of(head, http::field::authorization);
    ours.accept_encoding = text_of(head, http::field::accept_encoding);
    ours.content_encoding = text_of(head, http::field::content_encoding);
    ours.if_none_match = text_of(head, http::field::if_none_match);
    ours.cookie = text_of(head, http::field::cookie);
    return ours;
}

std::string forwarded_for(const HttpHead& head) {
    std::string_view last;
    const auto [first, end] = head.equal_range("X-Forwarded-For");
    for (auto field = first; field != end; ++field) last = field->value();
    if (const std::size_t comma = last.rfind(','); comma != std::string_view::npos) last.remove_prefix(comma + 1);
    boost::system::error_code error;
    const auto address = boost::asio::ip::make_address(trim(last), error);
    return error ? "" : address.to_string();
}

HttpReply reply_of(WebReply reply, const std::string& accept_encoding, Instant now) {
    HttpReply sent(static_cast<http::status>(reply.status), 11);
    sent.set(http::field::date, http_date(now));
    sent.set(http::field::content_type, reply.content_type);
    for (const auto& [name, value] : reply.headers) sent.set(name, value);
    for (const auto& [name, value] : security_headers) sent.set(name, value);
    sent.body() = std::move(reply.body);
    if (is_to_be_packed(sent, accept_encoding)) {
        sent.body() = deflate_gzip(sent.body());
        sent.set(http::field::content_encoding, "gzip");
        sent.set(http::field::vary, "Accept-Encoding");
    }
    sent.prepare_payload();
    if (reply.status == 304) sent.erase(http::field::content_length);  // It would be that of the file.
    return sent;
}

}  // namespace kitbag
