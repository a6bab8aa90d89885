#include "sync/server/identity_token.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <optional>

#include <cjose/cjose.h>

#include "core/base/json.h"

namespace kitbag {
namespace {

struct JwsGone {
    void operator()(cjose_jws_t* jws) const { cjose_jws_release(jws); }
};
struct KeyGone {
    void operator()(cjose_jwk_t* key) const { cjose_jwk_release(key); }
};
using SignedText = std::unique_ptr<cjose_jws_t, JwsGone>;
using PublicKey = std::unique_ptr<cjose_jwk_t, KeyGone>;

constexpr std::size_t subject_bytes_max = 255;

struct Algorithm {
    std::string_view name;
    std::string_view key_type;
};
constexpr std::array<Algorithm, 3> algorithms = {{{"RS256", "RSA"}, {"PS256", "RSA"}, {"ES256", "EC"}}};

std::unexpected<Fault> not_a_token(const std::string& why) {
    return fault("bad_token", "The provider's token cannot be read: " + why);
}

// A text in the header, "" when it is missing or no text.
std::string header_text(cjose_header_t* header, const char* name) {
    cjose_err error{};
    const char* const text = cjose_header_get(header, name, &error);
    return text == nullptr ? "" : text;
}

// Extensions that must be understood, of which none is.
bool has_critical(cjose_header_t* header) {
    cjose_err error{};
    char* const raw = cjose_header_get_raw(header, "crit", &error);
    const bool there = raw != nullptr;
    std::free(raw);
    return there;
}

// For signatures, of this type, and strong enough.
bool fits(const Json& key, std::string_view type) {
    constexpr std::size_t digits_min = rsa_bits_min / 6;  // Of base64url, six bits each.
    if (!key.is_object() || text_or(key, "kty") != type || text_or(key, "use", "sig") != "sig") return false;
    return type == "EC" ? text_or(key, "crv") == "P-256" : text_or(key, "n").size() >= digits_min;
}

// The one key that is meant. A token that names none is taken where only one could be meant.
Result<Json> find_key(const Json& keys, std::string_view type, const std::string& name) {
    std::optional<Json> found;
    for (const Json& key : keys) {
        if (!fits(key, type) || (!name.empty() && text_or(key, "kid") != name)) continue;
        if (found) return fault("unknown_key", "The provider has several keys that the token may be signed with.");
        found = key;
    }
    if (!found) return fault("unknown_key", "The provider has no key that the token is signed with.");
    return *found;
}

// Of what it says only the public half.
Result<PublicKey> import_key(const Json& key, std::string_view type) {
    Json half = {{"kty", type}};
    for (const char* const part : {"n", "e", "crv", "x", "y"})
        if (key.contains(part)) half[part] = text_or(key, part);
    const std::string text = to_text(half);
    cjose_err error{};
    PublicKey imported(cjose_jwk_import(text.data(), text.size(), &error));
    if (!imported) return fault("bad_keys", "The provider's key cannot be used.");
    return imported;
}

// What the token says, once its signature is known to be the provider's.
Result<std::string> read_signed(std::string_view token, const Json& keys) {
    // Only the compact form: three parts, which the library would not insist on.
    if (token.size() > identity_token_bytes_max || std::ranges::count(token, '.') != 2)
        return not_a_token("it has not three parts, or is too long.");
    cjose_err error{};
    const SignedText jws(cjose_jws_import(token.data(), token.size(), &error));
    cjose_header_t* const header = jws ? cjose_jws_get_protected(jws.get()) : nullptr;
    if (header == nullptr) return not_a_token("it is none, or is not signed.");
    const auto algorithm = std::ranges::find(algorithms, header_text(header, "alg"), &Algorithm::name);
    if (algorithm == algorithms.end())
        return fault("token_algorithm", "The provider signs otherwise than with RS256, PS256 or ES256.");
    if (has_critical(header)) return not_a_token("it has extensions that are not known.");
    const Result<PublicKey> key =
        find_key(keys, algorithm->key_type, header_text(header, "kid")).and_then([&](const Json& meant) {
            return import_key(meant, algorithm->key_type);
        });
    if (!key) return std::unexpected(key.error());
    std::uint8_t* text = nullptr;  // Stays the library's.
    std::size_t size = 0;
    if (!cjose_jws_verify(jws.get(), key->get(), &error) || !cjose_jws_get_plaintext(jws.get(), &text, &size, &error))
        return fault("bad_signature", "The token is not signed by the provider.");
    return std::string(reinterpret_cast<const char*>(text), size);
}

// Seconds since 1970, a fraction of which is allowed; nothing when it is none that a clock shows.
std::optional<Instant> time_in(const Json& claims, const char* name) {
    constexpr double seconds_max = 1e11;
    const auto found = claims.find(name);
    if (found == claims.end() || !found->is_number()) return std::nullopt;
    const double seconds = found->get<double>();
    if (!(seconds >= 0 && seconds < seconds_max)) return std::nullopt;
    return static_cast<Instant>(seconds * 1000);
}

// One text or a list of them; anything else in it is nothing.
std::vector<std::string> texts_in(const Json& claims, std::string_view name) {
    std::vector<std::string> texts;
    const auto found = claims.find(name);
    if (found == claims.end()) return texts;
    if (found->is_string()) texts.push_back(found->get<std::string>());
    if (!found->is_array() || found->size() > identity_values_max) return texts;
    for (const Json& each : *found)
        if (each.is_string()) texts.push_back(each.get<std::string>());
    return texts;
}

// It is for this county's server: named alone, or named as the party that it was given to.
bool is_for(const Json& claims, std::string_view client) {
    const std::vector<std::string> meant = texts_in(claims, "aud");
    if (!std::ranges::contains(meant, client)) return false;
    return meant.size() == 1 && !claims.contains("azp") ? true : text_or(claims, "azp") == client;
}

Result<void> check_times(const Json& claims, Instant now) {
    const std::optional<Instant> expires = time_in(claims, "exp");
    const std::optional<Instant> made = time_in(claims, "iat");
    if (!expires || *expires + identity_leeway_ms <= now)
        return fault("token_expired", "The provider's token has run out.");
    const std::optional<Instant> begins = claims.contains("nbf") ? time_in(claims, "nbf") : made;
    const Instant oldest = now - identity_token_age_ms - identity_leeway_ms;
    const Instant newest = now + identity_leeway_ms;
    if (!made || !begins || *made < oldest || *made > newest || *begins > newest)
        return fault("token_not_of_now",
                     "The provider's token was not made just now. Look whether both machines' clocks are right.");
    return {};
}

bool is_subject(std::string_view text) {
    return !text.empty() && text.size() <= subject_bytes_max &&
           std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; });
}

}  // namespace

Result<Identity> read_identity_token(std::string_view token, std::string_view keys, const TokenExpected& expected) {
    const Result<Json> set = parse_json(keys, "The provider's keys");
    if (!set || !set->is_object() || !set->contains("keys") || !set->at("keys").is_array())
        return fault("bad_keys", "The provider's keys cannot be read.");
    return read_signed(token, set->at("keys")).and_then([&](const std::string& claims) {
        return read_identity_claims(claims, expected);
    });
}

Result<Identity> read_identity_claims(std::string_view text, const TokenExpected& expected) {
    const Result<Json> claims = parse_json(text, "The token");
    if (!claims || !claims->is_object()) return not_a_token("it holds no object.");
    if (text_or(*claims, "iss") != expected.issuer) return fault("other_issuer", "The token is another provider's.");
    if (!is_for(*claims, expected.client)) return fault("other_client", "The token is for another program.");
    if (const Result<void> timely = check_times(*claims, expected.now); !timely) return std::unexpected(timely.error());
    if (expected.nonce.empty() || text_or(*claims, "nonce") != expected.nonce)
        return fault("other_nonce", "The token is of another sign-in.");
    Identity identity{text_or(*claims, "sub"), text_or(*claims, "name"), texts_in(*claims, expected.claim)};
    if (!is_subject(identity.subject)) return not_a_token("it says of nobody who it is.");
    return identity;
}

}  // namespace kitbag
