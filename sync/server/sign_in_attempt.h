#pragma once
// One sign-in on its way: a browser was sent to the county's identity provider and has ten minutes to come back, once, to whichever server
// process. Its browser holds one random secret in a cookie; state, nonce and PKCE's verifier are hashes of that, so that who has only one of
// them, or only the database, has nothing. The database holds a hash of the state, and until when.

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/storage/database.h"
#include "sync/server/identity_provider.h"

namespace kitbag {

inline constexpr Instant sign_in_ms_max = 600'000;
inline constexpr int sign_ins_open_max = 10'000;

// What follows from the secret in the cookie, which is new_device_token()'s. REQUIRES: is_sign_in_secret(secret).
SignInSecrets secrets_of(std::string_view secret);
bool is_sign_in_secret(std::string_view text);

// The header Set-Cookie. Where people reach the county by https, no other address and no plain connection is given the cookie
// (the prefix "__Host-", RFC 6265bis); on one's own machine without https no browser would keep such a one.
std::string cookie_to_keep(const IdentityProvider& provider, std::string_view secret);
std::string cookie_to_forget(const IdentityProvider& provider);
// The secret in the header Cookie, "" when there is none.
std::string secret_in_cookie(const IdentityProvider& provider, std::string_view cookies);

// Code "server_busy" when too many are open.
Result<void> open_attempt(Database& database, std::string_view state, Instant now);

enum class AttemptEnd { in_time, too_late, unknown };

// It is over, whatever comes of it: the same again is unknown.
Result<AttemptEnd> end_attempt(Database& database, std::string_view state, Instant now);

}  // namespace kitbag
