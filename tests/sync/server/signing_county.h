#pragma once
// A county that signs people in, with a provider that says what a test wants, and a browser on its way between the two.

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "sync/server/system_seams.h"
#include "sync/server/web_address.h"
#include "tests/sync/server/county_under_test.h"
#include "tests/sync/server/forged_provider.h"

namespace kitbag::test {

inline const std::string public_address = "https://kitbag.wendshire.example";
inline const std::string kitbag_client = "kitbag:wendshire";

inline std::vector<std::string> sign_in_words(const County& county, const std::string& issuer) {
    const std::filesystem::path file = county.folder() / "secret.txt";
    write_file(file, "a secret / of the client\n");
    return {"sign-in",     "--issuer", issuer,  "--client",         kitbag_client, "--secret-file",
            file.string(), "--claim",  "roles", "--public-address", public_address};
}

// A browser on its way.
struct Browser {
    std::string state;
    std::string nonce;
    std::string cookie;  // "name=value"
    HttpAnswer sent;     // To the provider.

    HttpAnswer come_back(const RunningServer& server, const std::string& query) const {
        return server.client().get("/sign-in/back?" + query, {{"Cookie", "theme=dark; " + cookie}});
    }
    HttpAnswer come_back(const RunningServer& server) const {
        return come_back(server, "code=of%2Fada&state=" + state);
    }
};

inline Browser begin(const RunningServer& server) {
    Browser browser;
    browser.sent = server.client().get("/sign-in");
    const std::string location = browser.sent.header("location");
    const std::string query = location.substr(std::min(location.find('?'), location.size() - 1) + 1);
    browser.state = decoded_query_word(query, "state").value_or("");
    browser.nonce = decoded_query_word(query, "nonce").value_or("");
    const std::string cookie = browser.sent.header("set-cookie");
    browser.cookie = cookie.substr(0, cookie.find(';'));
    return browser;
}

// A county that signs people in, and its provider.
struct SigningCounty {
    County county;
    ForgedProvider provider;
    SigningKey key{"first"};
    RunningServer server{county.serve_arguments(), county.folder()};

    SigningCounty() {
        REQUIRE(server.is_ready());
        provider.publish(key_set({&key}));
        const ProgramResult named = county.run(sign_in_words(county, provider.issuer()));
        REQUIRE_MESSAGE(named.exit_code == 0, named.err);
        map("wendshire advisers", "adviser");
        map("wendshire seniors", "senior_adviser");
    }
    void map(const std::string& value, const std::string& role) const {
        const ProgramResult mapped = county.run({"sign-in-map", "--value", value, "--role", role});
        REQUIRE_MESSAGE(mapped.exit_code == 0, mapped.err);
    }
    Json claims(const Browser& browser, const std::string& subject = "7f3c", const std::string& name = "Ada Marsh",
                const Json& roles = {"wendshire advisers"}) const {
        const std::int64_t now = SystemClock().now() / 1000;
        return {{"iss", provider.issuer()}, {"aud", kitbag_client}, {"sub", subject}, {"exp", now + 300}, {"iat", now},
                {"nonce", browser.nonce},   {"name", name},         {"roles", roles}};
    }
    // From beginning to end, as somebody.
    HttpAnswer sign_in(const std::string& subject = "7f3c", const std::string& name = "Ada Marsh",
                       const Json& roles = {"wendshire advisers"}) {
        const Browser browser = begin(server);
        provider.give(key.sign(claims(browser, subject, name, roles)));
        return browser.come_back(server);
    }
    std::string audit() const { return county.run({"audit"}).out; }
};

}  // namespace kitbag::test
