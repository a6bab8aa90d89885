#include "sync/server/http_message.h"

#include <charconv>

namespace kitbag {
namespace {

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

// The quality of one coding is zero: ";q=0", ";q=0.0" …
bool is_refused(std::string_view parameters) {
    const std::size_t at = parameters.find("q=");
    if (at == std::string_view::npos) return false;
    const std::string_view value = trimmed(parameters.substr(at + 2));
    return value.starts_with('0') && value.find_first_not_of("0.") == std::string_view::npos;
}

}  // namespace

WebReply json_reply(int status, const Json& body) {
    WebReply reply;
    reply.status = status;
    reply.headers.emplace_back("Cache-Control", "no-store");
    reply.body = to_text(body);
    return reply;
}

WebReply error_reply(int status, const Fault& fault, const std::string& request) {
    WebReply reply =
        json_reply(status, {{"error", {{"code", fault.code}, {"sentence", fault.sentence}, {"request", request}}}});
    if (status == 429 || status == 503) reply.headers.emplace_back("Retry-After", "60");
    return reply;
}

bool accepts_coding(std::string_view accept_encoding, std::string_view coding) {
    while (!accept_encoding.empty()) {
        const std::size_t end = accept_encoding.find(',');
        const std::string_view offered = accept_encoding.substr(0, end);
        const std::size_t parameters = offered.find(';');
        if (trimmed(offered.substr(0, parameters)) == coding) {
            return parameters == std::string_view::npos || !is_refused(offered.substr(parameters));
        }
        if (end == std::string_view::npos) break;
        accept_encoding.remove_prefix(end + 1);
    }
    return false;
}

std::string query_word(std::string_view query, std::string_view name) {
    while (!query.empty()) {
        const std::size_t end = query.find('&');
        const std::string_view pair = query.substr(0, end);
        if (pair.size() > name.size() && pair.starts_with(name) && pair[name.size()] == '=') {
            return std::string(pair.substr(name.size() + 1));
        }
        if (end == std::string_view::npos) break;
        query.remove_prefix(end + 1);
    }
    return "";
}

Result<std::int64_t> query_number(std::string_view query, std::string_view name, std::int64_t fallback) {
    constexpr std::size_t digits_max = 18;
    const std::string text = query_word(query, name);
    if (text.empty()) return fallback;
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.size() > digits_max || error != std::errc() || end != text.data() + text.size() || value < 0) {
        return fault("bad_query", "“" + std::string(name) + "” must be a whole number.");
    }
    return value;
}

}  // namespace kitbag
