#include "sync/server/web_address.h"

#include <algorithm>
#include <cstdint>
#include <memory>

#include <curl/curl.h>

#include "core/base/check.h"

namespace kitbag {
namespace {

struct UrlGone {
    void operator()(CURLU* url) const { curl_url_cleanup(url); }
};
using Url = std::unique_ptr<CURLU, UrlGone>;

// "" when it has none.
std::string part_of(CURLU* url, CURLUPart part) {
    char* text = nullptr;
    if (curl_url_get(url, part, &text, CURLU_NO_DEFAULT_PORT) != CURLUE_OK) return "";
    std::string copy(text);
    curl_free(text);
    return copy;
}

bool is_plain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
           c == '_' || c == '~';
}

std::optional<unsigned> digit_of(char c) {
    if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
    if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a') + 10;
    if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A') + 10;
    return std::nullopt;
}

std::optional<std::string> decoded(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            plain += text[i] == '+' ? ' ' : text[i];
            continue;
        }
        if (i + 2 >= text.size()) return std::nullopt;
        const auto high = digit_of(text[i + 1]);
        const auto low = digit_of(text[i + 2]);
        if (!high || !low) return std::nullopt;
        plain += static_cast<char>(*high * 16 + *low);
        i += 2;
    }
    return plain;
}

}  // namespace

std::optional<WebAddress> read_web_address(const std::string& text) {
    const bool printable = std::ranges::all_of(text, [](char c) { return c > ' ' && c <= '~'; });
    const Url url(curl_url());
    CHECK(url != nullptr);
    if (!printable || curl_url_set(url.get(), CURLUPART_URL, text.c_str(), 0) != CURLUE_OK) return std::nullopt;
    for (const CURLUPart unwanted : {CURLUPART_USER, CURLUPART_PASSWORD, CURLUPART_FRAGMENT})
        if (!part_of(url.get(), unwanted).empty()) return std::nullopt;
    const std::string scheme = part_of(url.get(), CURLUPART_SCHEME);
    const std::string host = part_of(url.get(), CURLUPART_HOST);
    const std::string port = part_of(url.get(), CURLUPART_PORT);
    WebAddress address;
    address.is_loopback = host == "localhost" || host == "127.0.0.1" || host == "[::1]";
    if (scheme != "https" && !(scheme == "http" && address.is_loopback)) return std::nullopt;
    if (!text.starts_with(scheme + "://")) return std::nullopt;  // libcurl would take one slash for two, and capitals.
    address.origin = scheme + "://" + host + (port.empty() ? "" : ":" + port);
    address.path = part_of(url.get(), CURLUPART_PATH);
    return address;
}

std::string encoded_word(std::string_view word) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string text;
    for (const char c : word) {
        const auto byte = static_cast<std::uint8_t>(c);
        if (is_plain(c))
            text += c;
        else
            text += {'%', digits[byte / 16], digits[byte % 16]};
    }
    return text;
}

std::string form_of(const QueryWords& words) {
    std::string form;
    for (const auto& [name, word] : words) {
        if (!form.empty()) form += '&';
        form += std::string(name) + "=" + encoded_word(word);
    }
    return form;
}

std::string with_query(std::string address, const QueryWords& words) {
    address += address.contains('?') ? '&' : '?';
    return address + form_of(words);
}

std::optional<std::string> decoded_query_word(std::string_view query, std::string_view name) {
    std::optional<std::string> found;
    while (!query.empty()) {
        const std::size_t end = query.find('&');
        const std::string_view pair = query.substr(0, end);
        if (pair.size() > name.size() && pair.starts_with(name) && pair[name.size()] == '=') {
            if (found) return std::nullopt;
            found = decoded(pair.substr(name.size() + 1));
            if (!found) return std::nullopt;
        }
        if (end == std::string_view::npos) break;
        query.remove_prefix(end + 1);
    }
    return found;
}

}  // namespace kitbag
