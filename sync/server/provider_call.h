#pragma once
// One question to the county's identity provider over the network, by libcurl: in bounded time and size, to the address that was asked
// for and no other, its certificate checked. It waits for the answer, so it is called where nobody else has to wait.

#include <stop_token>
#include <string>

#include "core/base/result.h"

namespace kitbag {

inline constexpr long provider_seconds_max = 10;  // For one question with its answer,
inline constexpr long provider_connect_seconds_max = 5;
inline constexpr std::size_t provider_answer_bytes_max = 256 * 1024;

struct ProviderCall {
    std::string address;
    std::string form = {};    // Sent by POST; "" asks by GET.
    std::string client = {};  // By HTTP Basic, where there is one.
    std::string secret = {};
};

// The body of an answer 200. Codes "provider_away" (no answer, or none in time), "provider_refused" (another status), and
// "provider_answer" for one that is too large; the sentence has the reason, and is for those who look after the server.
Result<std::string> call_provider(const ProviderCall& call, const std::stop_token& stop = {});

}  // namespace kitbag
