#include "sync/server/sign_in_attempt.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include <sodium.h>

#include "core/base/check.h"
#include "core/base/text.h"
#include "sync/server/secret.h"

namespace kitbag {
namespace {

constexpr std::size_t secret_characters = 43;
constexpr Instant told_too_late_ms = 3'600'000;  // For so long a late one is told from one that never was.

std::string derived(std::string_view secret, std::string_view what) {
    std::array<std::uint8_t, 32> hash{};
    const int failed =
        crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(what.data()), what.size(),
                           reinterpret_cast<const unsigned char*>(secret.data()), secret.size());
    CHECK(failed == 0);
    return to_base64url(hash);
}

bool is_encrypted(const IdentityProvider& provider) {
    return provider.public_address.starts_with("https:");
}

std::string cookie_name(const IdentityProvider& provider) {
    return is_encrypted(provider) ? "__Host-kitbag-sign-in" : "kitbag-sign-in";
}

std::string cookie(const IdentityProvider& provider, std::string_view value, Instant seconds) {
    return cookie_name(provider) + "=" + std::string(value) + "; Path=/; Max-Age=" + std::to_string(seconds) +
           "; HttpOnly; SameSite=Lax" + (is_encrypted(provider) ? "; Secure" : "");
}

}  // namespace

SignInSecrets secrets_of(std::string_view secret) {
    CHECK(is_sign_in_secret(secret));
    return {derived(secret, "kitbag sign-in state"), derived(secret, "kitbag sign-in nonce"),
            derived(secret, "kitbag sign-in verifier")};
}

bool is_sign_in_secret(std::string_view text) {
    return text.size() == secret_characters;
}

std::string cookie_to_keep(const IdentityProvider& provider, std::string_view secret) {
    return cookie(provider, secret, sign_in_ms_max / 1000);
}

std::string cookie_to_forget(const IdentityProvider& provider) {
    return cookie(provider, "", 0);
}

std::string secret_in_cookie(const IdentityProvider& provider, std::string_view cookies) {
    const std::string name = cookie_name(provider) + "=";
    while (!cookies.empty()) {
        const std::size_t end = cookies.find(';');
        const std::string_view each = trim(cookies.substr(0, end));
        if (each.starts_with(name)) return std::string(each.substr(name.size()));
        if (end == std::string_view::npos) break;
        cookies.remove_prefix(end + 1);
    }
    return "";
}

Result<void> open_attempt(Database& database, std::string_view state, Instant now) {
    const Result<void> tidied = database.run("DELETE FROM sign_in_attempt WHERE expires < ?", now - told_too_late_ms);
    if (!tidied) return tidied;
    {
        Statement row = database.query("SELECT count(*) FROM sign_in_attempt WHERE expires > ?", now);
        const Result<bool> found = row.step();
        if (!found) return std::unexpected(found.error());
        if (row.integer(0) >= sign_ins_open_max)
            return fault("server_busy", "Too many people are signing in just now. Try again in ten minutes.");
    }
    return database.run("INSERT INTO sign_in_attempt (state_hash, expires) VALUES (?, ?)", secret_hash(state),
                        now + sign_in_ms_max);
}

Result<AttemptEnd> end_attempt(Database& database, std::string_view state, Instant now) {
    const std::string hash = secret_hash(state);
    AttemptEnd end = AttemptEnd::unknown;
    {
        Statement row = database.query("SELECT expires FROM sign_in_attempt WHERE state_hash = ?", hash);
        const Result<bool> found = row.step();
        if (!found) return std::unexpected(found.error());
        if (*found) end = row.integer(0) > now ? AttemptEnd::in_time : AttemptEnd::too_late;
    }
    const Result<void> gone = database.run("DELETE FROM sign_in_attempt WHERE state_hash = ?", hash);
    if (!gone) return std::unexpected(gone.error());
    return end;
}

}  // namespace kitbag
