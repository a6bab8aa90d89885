#pragma once
// The county's identity provider, which speaks OpenID Connect: where it is asked, and how a browser that was there and came back with
// a code is turned into the person behind it (the authorization code flow, OpenID Connect Core 1.0, section 3.1, with PKCE, RFC 7636).

#include <stop_token>
#include <string>
#include <string_view>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "sync/server/identity_token.h"

namespace kitbag {

struct IdentityProvider {
    std::string issuer;
    std::string client;          // What Kitbag is called there.
    std::string secret;          // By which it is known to be that.
    std::string claim;           // Which part of what it says of a person tells the role.
    std::string scope;           // What it is asked for beside "openid".
    std::string public_address;  // Of this county, as browsers reach it: "https://kitbag.example"
    std::string authorization_address;
    std::string token_address;
    std::string keys_address;
    bool secret_in_body = false;  // It takes the secret in no header.
};

// Of one sign-in, as its browser holds them (sign_in_attempt.h).
struct SignInSecrets {
    std::string state;
    std::string nonce;
    std::string verifier;  // Of PKCE.
};

// Fills in what the provider says of itself: `text`, from discovery_address(). Code "bad_discovery".
std::string discovery_address(const std::string& issuer);
Result<IdentityProvider> read_discovery(std::string_view text, IdentityProvider provider);

// "https://kitbag.example/sign-in/back"
std::string way_back_address(const IdentityProvider& provider);

// Where the browser is sent.
std::string authorization_request(const IdentityProvider& provider, const SignInSecrets& secrets);

// Asks the provider, and waits for it. Codes those of call_provider() and read_identity_token().
Result<Identity> exchange_code(const IdentityProvider& provider, const std::string& code, const SignInSecrets& secrets,
                               const Clock& clock, const std::stop_token& stop);

}  // namespace kitbag
