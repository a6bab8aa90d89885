#pragma once
// One request and its reply, as the server's own code sees them. No library for HTTP is known here, so every rule about
// who may ask for what can be read, and tested, without one.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"

namespace kitbag {

inline constexpr std::size_t header_bytes_max = 32 * 1024;
// Between the protocol's own limit and this one a body is read, and refused with the protocol's sentence.
inline constexpr std::size_t http_body_bytes_max = 4u << 20;

struct WebRequest {
    std::string id;             // Ours, for the log, the audit and the answer; "" until it is given one.
    std::string method;         // "GET" (HEAD arrives as GET; http_connection.h leaves out the body), "POST" …
    std::string path;           // As it was sent, not percent-decoded, without the query.
    std::string query;          // Between "?" and "#", not decoded.
    std::string authorization;  // Header values, "" when missing.
    std::string accept_encoding;
    std::string content_encoding;
    std::string if_none_match;
    std::string cookie;
    std::string body;
    std::string address;          // The other end's IP address.
    bool for_monitoring = false;  // It came by the port that is for monitoring only.
    // 400, 413, 417 or 431: it could not be read, or was not; nothing above is known but the address. 0 for every other.
    int refused = 0;
};

struct WebReply {
    int status = 200;
    std::string content_type = "application/json; charset=utf-8";
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
};

// Never kept by a cache: it answers one device.
WebReply json_reply(int status, const Json& body);

// {"error": {"code", "sentence", "request"}}; `request` is the request's id, so that who reports it can say which it was.
WebReply error_reply(int status, const Fault& fault, const std::string& request);

// A number in the query, for example "after" in "after=12&limit=500". The fallback when it is missing; "bad_query" when
// it is not a whole number of at most 18 digits.
Result<std::int64_t> query_number(std::string_view query, std::string_view name, std::int64_t fallback);

// True when the value of an Accept-Encoding header allows this coding: "gzip, br;q=0.8" allows "br", and "br;q=0" does not.
bool accepts_coding(std::string_view accept_encoding, std::string_view coding);

// A word in the query, "" when missing. Only words that need no percent-decoding are ever sent to us.
std::string query_word(std::string_view query, std::string_view name);

}  // namespace kitbag
