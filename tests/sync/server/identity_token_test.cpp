// Whom a token says that somebody is, and every way in which one is nobody's word.

#include "sync/server/identity_token.h"

#include <functional>

#include <doctest/doctest.h>

#include "sync/server/identity_provider.h"
#include "sync/server/web_address.h"
#include "tests/sync/server/forged_provider.h"

namespace kitbag::test {
namespace {

constexpr Instant now = 1'795'000'000'000;
constexpr std::int64_t seconds_now = now / 1000;
const std::string issuer = "https://signin.wendshire.example";

Json claims_of_ada() {
    return {{"iss", issuer},      {"aud", "kitbag"},      {"sub", "7f3c"},       {"exp", seconds_now + 300},
            {"iat", seconds_now}, {"nonce", "the nonce"}, {"name", "Ada Marsh"}, {"roles", {"staff", "adviser"}}};
}

Result<Identity> read(const std::string& token, const std::string& keys) {
    return read_identity_token(
        token, keys, {.issuer = issuer, .client = "kitbag", .nonce = "the nonce", .claim = "roles", .now = now});
}

std::string code_of(const Result<Identity>& identity) {
    return identity ? "" : identity.error().code;
}

}  // namespace

TEST_CASE("a token signed by the provider says who somebody is, by each of three ways to sign") {
    const SigningKey rsa("first");
    const SigningKey elliptic("second", SigningKey::Kind::elliptic);
    const std::string keys = key_set({&rsa, &elliptic});
    for (const std::string& token :
         {rsa.sign(claims_of_ada()), rsa.sign(claims_of_ada(), "PS256"), elliptic.sign(claims_of_ada(), "ES256")}) {
        const Result<Identity> ada = read(token, keys);
        REQUIRE_MESSAGE(ada, ada.error().sentence);
        CHECK(ada->subject == "7f3c");
        CHECK(ada->name == "Ada Marsh");
        CHECK(ada->values == std::vector<std::string>{"staff", "adviser"});
    }
    // Without a name it is taken where only one key of that kind is there.
    const std::string unnamed = rsa.sign_under({{"alg", "RS256"}}, to_text(claims_of_ada()));
    CHECK(code_of(read(unnamed, keys)).empty());
    const SigningKey third("third");
    CHECK(code_of(read(unnamed, key_set({&rsa, &third}))) == "unknown_key");
}

TEST_CASE("a token with another claim than it must have is nobody's word") {
    const SigningKey key("first");
    const std::string keys = key_set({&key});
    struct Row {
        std::string claim;
        Json value;  // Null: left out.
        std::string code;
    };
    const std::vector<Row> rows = {
        {"iss", "https://signin.elsewhere.example", "other_issuer"},
        {"iss", issuer + "/", "other_issuer"},
        {"iss", nullptr, "other_issuer"},
        {"aud", "payroll", "other_client"},
        {"aud", Json{"payroll", "kitbag"}, "other_client"},
        {"aud", nullptr, "other_client"},
        {"azp", "payroll", "other_client"},
        {"nonce", "another nonce", "other_nonce"},
        {"nonce", nullptr, "other_nonce"},
        {"exp", seconds_now - 60, "token_expired"},
        {"exp", "soon", "token_expired"},
        {"exp", -1, "token_expired"},
        {"exp", nullptr, "token_expired"},
        {"iat", seconds_now + 61, "token_not_of_now"},
        {"iat", seconds_now - 661, "token_not_of_now"},
        {"iat", nullptr, "token_not_of_now"},
        {"nbf", seconds_now + 61, "token_not_of_now"},
        {"sub", "", "bad_token"},
        {"sub", std::string(256, 'a'), "bad_token"},
        {"sub", nullptr, "bad_token"},
        {"exp", seconds_now - 59, ""},
        {"iat", seconds_now + 60, ""},
        {"azp", "kitbag", ""},
        {"roles", "adviser", ""},
        {"roles", 7, ""},
        {"name", nullptr, ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.claim);
        CAPTURE(row.value);
        Json claims = claims_of_ada();
        claims[row.claim] = row.value;
        if (row.value.is_null()) claims.erase(row.claim);
        CHECK(code_of(read(key.sign(claims), keys)) == row.code);
    }
}

TEST_CASE("a token that is not signed by the provider's own key is nobody's word, however it is made") {
    const SigningKey key("first");
    const SigningKey strange("first");
    const SigningKey small("first", SigningKey::Kind::rsa_too_small);
    const SigningKey elliptic("first", SigningKey::Kind::elliptic);
    const std::string keys = key_set({&key});
    const Json ada = claims_of_ada();
    const std::string good = key.sign(ada);
    CHECK(code_of(read(strange.sign(ada), keys)) == "bad_signature");
    CHECK(code_of(read(SigningKey("second").sign(ada), keys)) == "unknown_key");
    CHECK(code_of(read(small.sign(ada), key_set({&small}))) == "unknown_key");
    CHECK(code_of(read(elliptic.sign(ada, "ES256"), keys)) == "unknown_key");  // Its kind is the other.
    CHECK(code_of(read(key.sign(ada, "RS384"), keys)) == "token_algorithm");
    CHECK(code_of(read(sign_with_secret(ada, "first", to_text(key.public_half())), keys)) == "token_algorithm");
    CHECK_FALSE(code_of(read(sign_not(ada), keys)).empty());
    const Json critical = {{"alg", "RS256"}, {"kid", "first"}, {"crit", {"b64"}}};
    CHECK(code_of(read(key.sign_under(critical, to_text(ada)), keys)) == "bad_token");
    CHECK(code_of(read(key.sign_under({{"alg", "RS256"}}, "no object"), keys)) == "bad_token");
    // What is signed is put in the place of something else.
    Json eve = ada;
    eve["sub"] = "0000";
    const std::string other = key.sign(eve);
    const auto part = [](const std::string& token, std::size_t first, std::size_t last) {
        return token.substr(first, last - first);
    };
    const std::string mixed = part(other, 0, other.rfind('.')) + part(good, good.rfind('.'), good.size());
    CHECK(code_of(read(mixed, keys)) == "bad_signature");
    CHECK(code_of(read(good.substr(0, good.rfind('.') + 1), keys)) == "bad_signature");
    for (const char* const text : {"", ".", "..", "a.b.c", "{}", R"({"payload":"e30"})"})
        CHECK(code_of(read(text, keys)) == "bad_token");
    CHECK(code_of(read(std::string(identity_token_bytes_max, 'a') + "." + good, keys)) == "bad_token");
    for (const char* const text : {"", "[]", "{}", R"({"keys":7})"}) CHECK(code_of(read(good, text)) == "bad_keys");
    CHECK(code_of(read(good, R"({"keys":[7,{"kty":"RSA"}]})")) == "unknown_key");
}

TEST_CASE("every cut of a token is refused") {
    const SigningKey key("first");
    const std::string keys = key_set({&key});
    const std::string good = key.sign(claims_of_ada());
    REQUIRE(code_of(read(good, keys)).empty());
    for (std::size_t length = 0; length < good.size(); ++length)
        CHECK_FALSE(code_of(read(good.substr(0, length), keys)).empty());
}

TEST_CASE(
    "what a provider says of itself is taken only where it is that provider, by https, and speaks as Kitbag does") {
    IdentityProvider wanted;
    wanted.issuer = issuer;
    const Json about = {{"issuer", issuer},
                        {"authorization_endpoint", issuer + "/authorize"},
                        {"token_endpoint", issuer + "/token"},
                        {"jwks_uri", issuer + "/keys"}};
    const auto with = [&](const char* name, const Json& value) {
        Json said = about;
        said[name] = value;
        return read_discovery(to_text(said), wanted);
    };
    const Result<IdentityProvider> read = read_discovery(to_text(about), wanted);
    REQUIRE(read);
    CHECK(read->token_address == issuer + "/token");
    CHECK_FALSE(read->secret_in_body);
    CHECK(with("token_endpoint_auth_methods_supported", {"client_secret_post"})->secret_in_body);
    for (const auto& [name, value] :
         std::vector<std::pair<const char*, Json>>{{"issuer", issuer + "/"},
                                                   {"token_endpoint", "http://signin.wendshire.example/token"},
                                                   {"token_endpoint", "http://127.0.0.1/token"},
                                                   {"token_endpoint", "file:///etc/passwd"},
                                                   {"token_endpoint", "https:/signin.wendshire.example/token"},
                                                   {"jwks_uri", "https://who@signin.wendshire.example/keys"},
                                                   {"authorization_endpoint", issuer + "/authorize\r\nSet-Cookie: a=b"},
                                                   {"jwks_uri", nullptr},
                                                   {"response_types_supported", {"token"}},
                                                   {"id_token_signing_alg_values_supported", {"HS256", "none"}},
                                                   {"code_challenge_methods_supported", {"plain"}},
                                                   {"token_endpoint_auth_methods_supported", {"private_key_jwt"}}}) {
        CAPTURE(name);
        CAPTURE(value);
        const Result<IdentityProvider> refused = with(name, value);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == "bad_discovery");
    }
    CHECK_FALSE(read_discovery("<!doctype html>", wanted));
}

TEST_CASE("a word in a query is decoded, and told from one that is there twice or broken") {
    CHECK(decoded_query_word("code=a%2Fb+c&state=s", "code") == "a/b c");
    CHECK(decoded_query_word("code=&state=s", "code") == "");
    CHECK_FALSE(decoded_query_word("state=s", "code"));
    CHECK_FALSE(decoded_query_word("code=a&code=b", "code"));
    for (const char* const broken : {"code=%", "code=%2", "code=%zz"}) CHECK_FALSE(decoded_query_word(broken, "code"));
}

}  // namespace kitbag::test
