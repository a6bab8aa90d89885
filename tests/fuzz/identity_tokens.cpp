// What the county's identity provider sends: a token, its keys, what it says of itself and of a person. The first line says which.
#include "core/base/check.h"
#include "sync/server/identity_provider.h"
#include "sync/server/identity_token.h"
#include "sync/server/web_address.h"
#include "tests/fuzz/made_up.h"

namespace {

// Signed by a key that is thrown away, so that what is made up is not taken for anybody's word.
constexpr std::string_view keys =
    R"({"keys":[{"kty":"EC","kid":"first","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",)"
    R"("y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}]})";
constexpr std::string_view token = "eyJhbGciOiJFUzI1NiIsImtpZCI6ImZpcnN0In0.e30.AAAA";

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
    using namespace kitbag;
    const std::string_view all = text_of(bytes, count);
    const std::size_t end = all.find('\n');
    if (end == std::string_view::npos) return 0;
    const std::string_view what = all.substr(0, end);
    const std::string_view text = all.substr(end + 1);
    const TokenExpected expected = {"https://a.example", "kitbag", "n", "roles", 1'795'000'000'000};
    if (what == "token") CHECK(!read_identity_token(text, keys, expected));
    if (what == "keys") CHECK(!read_identity_token(token, text, expected));
    if (what == "claims") {
        const Result<Identity> person = read_identity_claims(text, expected);
        CHECK(!person || !person->subject.empty());
    }
    if (what == "provider") {
        IdentityProvider provider;
        provider.issuer = "https://a.example";
        const Result<IdentityProvider> read = read_discovery(text, provider);
        CHECK(!read || read->token_address.starts_with("https://"));
    }
    if (what == "query") static_cast<void>(decoded_query_word(text, "code"));
    return 0;
}
