#pragma once
// Addresses of the web, read and put together by libcurl's own rules, so that what is checked here is what is then called.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kitbag {

struct WebAddress {
    std::string origin;        // "https://signin.example:8443", without a port where it is the usual one.
    std::string path;          // "/" at least.
    bool is_loopback = false;  // Of this machine only.
};

// Nothing for what is no address, is neither https nor http of this machine, or names a user, a password or a fragment.
std::optional<WebAddress> read_web_address(const std::string& text);

using QueryWords = std::vector<std::pair<std::string_view, std::string>>;

// The address with these words behind those that it has, encoded for a query: "…?a=1&b=x%20y".
std::string with_query(std::string address, const QueryWords& words);

// The words as the body of a form.
std::string form_of(const QueryWords& words);

// One word, as form_of() writes it.
std::string encoded_word(std::string_view word);

// A word in a query, decoded: "+" is a space. Nothing when it is missing, there more than once, or wrongly encoded.
std::optional<std::string> decoded_query_word(std::string_view query, std::string_view name);

}  // namespace kitbag
