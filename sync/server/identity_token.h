#pragma once
// Who somebody is, as the county's identity provider says it: an ID token (OpenID Connect Core 1.0, sections 2 and 3.1.3.7), checked
// against the provider's keys (RFC 7517). Pure: it asks nobody. What is not signed by one of those keys in a way that is named
// here is nobody's word.

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/base/time.h"

namespace kitbag {

inline constexpr std::size_t identity_token_bytes_max = 64 * 1024;
inline constexpr std::size_t identity_values_max = 1000;
inline constexpr Instant identity_leeway_ms = 60'000;      // Between the provider's clock and the county's.
inline constexpr Instant identity_token_age_ms = 600'000;  // It was made for this sign-in, not long before.
inline constexpr std::size_t rsa_bits_min = 2048;

struct Identity {
    std::string subject;              // Who it is at the provider, for ever; 1 to 255 characters of ASCII.
    std::string name;                 // "" when the provider says none.
    std::vector<std::string> values;  // Of the claim that tells the role.
};

struct TokenExpected {
    std::string_view issuer;
    std::string_view client;
    std::string_view nonce;
    std::string_view claim;
    Instant now = 0;
};

// `keys` is the provider's JSON Web Key Set. Codes, all of which mean that nobody is signed in: "bad_token", "bad_keys",
// "token_algorithm" (another than RS256, PS256 and ES256), "unknown_key", "bad_signature", "other_issuer", "other_client",
// "token_expired", "token_not_of_now", "other_nonce".
Result<Identity> read_identity_token(std::string_view token, std::string_view keys, const TokenExpected& expected);

// The same of what such a token says, as JSON, once its signature was found to be the provider's.
Result<Identity> read_identity_claims(std::string_view claims, const TokenExpected& expected);

}  // namespace kitbag
