#include "sync/server/identity_provider.h"

#include <algorithm>
#include <array>
#include <optional>

#include <sodium.h>

#include "core/base/check.h"
#include "core/base/json.h"
#include "sync/server/provider_call.h"
#include "sync/server/secret.h"
#include "sync/server/web_address.h"

namespace kitbag {
namespace {

std::unexpected<Fault> bad_discovery(const std::string& why) {
    return fault("bad_discovery", "What the provider says of itself cannot be used: " + why);
}

// A list that says nothing of a text, because it is missing, allows it where the standard says so.
bool allows(const Json& said, const char* list, std::string_view text, bool when_missing) {
    const auto found = said.find(list);
    if (found == said.end() || !found->is_array()) return when_missing;
    return std::ranges::any_of(*found, [&](const Json& each) { return each.is_string() && each == text; });
}

// RFC 7636, section 4.2: S256.
std::string challenge_of(std::string_view verifier) {
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    const int failed =
        crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(verifier.data()), verifier.size());
    CHECK(failed == 0);
    return to_base64url(hash);
}

ProviderCall code_for_token(const IdentityProvider& provider, const std::string& code, const SignInSecrets& secrets) {
    QueryWords words = {{"grant_type", "authorization_code"},
                        {"code", code},
                        {"redirect_uri", way_back_address(provider)},
                        {"code_verifier", secrets.verifier}};
    if (provider.secret_in_body) {
        words.emplace_back("client_id", provider.client);
        words.emplace_back("client_secret", provider.secret);
        return {.address = provider.token_address, .form = form_of(words)};
    }
    // Encoded first: RFC 6749, section 2.3.1.
    return {.address = provider.token_address,
            .form = form_of(words),
            .client = encoded_word(provider.client),
            .secret = encoded_word(provider.secret)};
}

}  // namespace

std::string discovery_address(const std::string& issuer) {
    return issuer + (issuer.ends_with('/') ? "" : "/") + ".well-known/openid-configuration";
}

Result<IdentityProvider> read_discovery(std::string_view text, IdentityProvider provider) {
    const Result<Json> said = parse_json(text, "The answer");
    if (!said || !said->is_object()) return bad_discovery("it is no JSON. Is the issuer's address right?");
    if (const std::string issuer = text_or(*said, "issuer"); issuer != provider.issuer)
        return bad_discovery("it calls itself “" + issuer +
                             "”. Give --issuer exactly that, if it is the one you mean.");
    struct Named {
        const char* name;
        std::string* place;
    };
    const bool may_be_plain = read_web_address(provider.issuer)->is_loopback;
    for (const auto& [name, place] :
         {Named{"authorization_endpoint", &provider.authorization_address},
          Named{"token_endpoint", &provider.token_address}, Named{"jwks_uri", &provider.keys_address}}) {
        *place = text_or(*said, name);
        const std::optional<WebAddress> address = read_web_address(*place);
        if (!address || (address->is_loopback && !may_be_plain))
            return bad_discovery("its " + std::string(name) + " is no address of https.");
    }
    if (!allows(*said, "response_types_supported", "code", true))
        return bad_discovery("it does not know the authorization code flow.");
    const bool signs = std::ranges::any_of(std::array{"RS256", "PS256", "ES256"}, [&](const char* algorithm) {
        return allows(*said, "id_token_signing_alg_values_supported", algorithm, true);
    });
    if (!signs) return bad_discovery("it signs with none of RS256, PS256 and ES256.");
    if (!allows(*said, "code_challenge_methods_supported", "S256", true))
        return bad_discovery("it does not know PKCE with S256.");
    const char* const methods = "token_endpoint_auth_methods_supported";
    provider.secret_in_body = !allows(*said, methods, "client_secret_basic", true);
    if (provider.secret_in_body && !allows(*said, methods, "client_secret_post", false))
        return bad_discovery("it takes no secret of a client, neither client_secret_basic nor client_secret_post.");
    return provider;
}

std::string way_back_address(const IdentityProvider& provider) {
    return provider.public_address + "/sign-in/back";
}

std::string authorization_request(const IdentityProvider& provider, const SignInSecrets& secrets) {
    return with_query(provider.authorization_address,
                      {{"response_type", "code"},
                       {"client_id", provider.client},
                       {"redirect_uri", way_back_address(provider)},
                       {"scope", provider.scope.empty() ? "openid" : "openid " + provider.scope},
                       {"state", secrets.state},
                       {"nonce", secrets.nonce},
                       {"code_challenge", challenge_of(secrets.verifier)},
                       {"code_challenge_method", "S256"}});
}

Result<Identity> exchange_code(const IdentityProvider& provider, const std::string& code, const SignInSecrets& secrets,
                               const Clock& clock, const std::stop_token& stop) {
    const Result<std::string> answer = call_provider(code_for_token(provider, code, secrets), stop);
    if (!answer) return std::unexpected(answer.error());
    const Result<Json> said = parse_json(*answer, "The answer");
    const std::string token = said && said->is_object() ? text_or(*said, "id_token") : "";
    if (token.empty()) return fault("bad_token", "The provider gave no token that says who it is.");
    // Asked each time: a key that the provider has changed needs nothing to be known here.
    const Result<std::string> keys = call_provider({.address = provider.keys_address}, stop);
    if (!keys) return std::unexpected(keys.error());
    return read_identity_token(token, *keys,
                               {.issuer = provider.issuer,
                                .client = provider.client,
                                .nonce = secrets.nonce,
                                .claim = provider.claim,
                                .now = clock.now()});
}

}  // namespace kitbag
