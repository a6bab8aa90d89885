// How the county says by commands who signs people in, and which of its words gives which role.

#include <doctest/doctest.h>

#include "tests/sync/server/signing_county.h"
#include "tests/sync/server/tls_client.h"

namespace kitbag::test {

TEST_CASE("the county names its provider by a command, hears what it says of itself, and gives it up again") {
    const County county;
    const RunningServer server(county.serve_arguments(), county.folder());
    ForgedProvider provider;
    CHECK(server.client().get("/sign-in").body.contains(" (no_sign_in)."));
    CHECK(server.client().get("/sign-in/back?code=a&state=b").body.contains(" (no_sign_in)."));
    CHECK(county.run({"sign-in"}).out.contains("Nobody signs in with an account of the county's."));
    const std::vector<std::string> words = sign_in_words(county, provider.issuer());
    const ProgramResult named = county.run(words);
    REQUIRE_MESSAGE(named.exit_code == 0, named.err);
    CHECK(named.out.contains("its keys at " + provider.issuer() + "/keys"));
    CHECK(named.out.contains("Enter there as where to come back to: " + public_address + "/sign-in/back\n"));
    CHECK(named.out.contains("No value gives a role yet"));
    CHECK_FALSE(named.out.contains("a secret"));
    CHECK(county.run({"sign-in"}).out == named.out);

    struct Row {
        std::vector<std::string> change;
        const char* says;
    };
    write_file(county.folder() / "empty.txt", " \n");
    for (const Row& row :
         std::vector<Row>{{{"--issuer", "http://signin.wendshire.example"}, "must be the provider's address by https"},
                          {{"--issuer", "somewhere else"}, "--secret-file too"},
                          {{"--client", "another"}, "--secret-file too"},
                          {{"--secret-file", (county.folder() / "empty.txt").string()}, "holds no secret"},
                          {{"--secret-file", (county.folder() / "nothing.txt").string()}, "holds no secret"},
                          {{"--public-address", "http://kitbag.wendshire.example"}, "--public-address must be"},
                          {{"--public-address", "https://kitbag.wendshire.example/app"}, "--public-address must be"}}) {
        CAPTURE(row.says);
        std::vector<std::string> changed = {"sign-in"};
        changed.insert(changed.end(), row.change.begin(), row.change.end());
        if (row.change.back() == "http://signin.wendshire.example") {
            changed = words;
            changed[2] = row.change.back();
        }
        const ProgramResult refused = county.run(changed);
        CHECK(refused.exit_code == 1);
        CHECK_MESSAGE(refused.err.contains(row.says), refused.err);
    }
    Json other = provider.about();
    other["issuer"] = "https://elsewhere.example";
    provider.say_of_itself(other);
    CHECK(county.run({"sign-in", "--claim", "groups"}).err.contains("Nothing was changed."));
    provider.answer_with(404);
    CHECK(county.run({"sign-in", "--claim", "groups"}).err.contains("answers 404."));
    CHECK(county.run({"sign-in"}).out == named.out);
    CHECK(county.run({"sign-in", "--issuer", "none"}).exit_code == 0);
    CHECK(server.client().get("/sign-in").body.contains(" (no_sign_in)."));
}

TEST_CASE("the county says by a command which value gives which role, and a role that is none is refused") {
    const County county;
    const RunningServer server(county.serve_arguments(), county.folder());
    const auto map = [&](const std::vector<std::string>& words) {
        std::vector<std::string> all = {"sign-in-map"};
        all.insert(all.end(), words.begin(), words.end());
        return county.run(all);
    };
    CHECK(map({}).out.contains("No value gives a role yet"));
    CHECK(map({"--value", "seniors", "--role", "senior_adviser"}).exit_code == 0);
    CHECK(map({"--value", "all staff", "--role", "adviser"}).exit_code == 0);
    CHECK(map({"--value", "seniors", "--role", "head_of_service"}).out ==
          "head_of_service       seniors\nadviser               all staff\n");
    CHECK(map({"--value", "seniors", "--role", "wizard"}).err.contains("There is no role “wizard”."));
    CHECK(map({"--value", "seniors"}).err.contains("belong together"));
    CHECK(map({"--role", "adviser"}).err.contains("belong together"));
    CHECK(map({"--value", "heads", "--role", "none"}).err.contains("gives no role"));
    CHECK(map({"--value", "seniors", "--role", "none"}).out == "adviser               all staff\n");
}

TEST_CASE("a provider whose certificate nobody vouches for is not asked") {
    const County county;
    const TlsFiles files = make_certificate(county.folder(), "provider");
    std::vector<std::string> arguments = county.serve_arguments();
    arguments.insert(arguments.end(),
                     {"--tls-certificate", files.certificate.string(), "--tls-key", files.key.string()});
    const RunningServer elsewhere(arguments, county.folder());  // It speaks https, which is all that is needed of it.
    REQUIRE(elsewhere.is_ready());
    const ProgramResult refused =
        county.run(sign_in_words(county, "https://127.0.0.1:" + std::to_string(elsewhere.port())));
    CHECK(refused.exit_code == 1);
    CHECK_MESSAGE(refused.err.contains("certificate"), refused.err);
    CHECK(county.run({"sign-in"}).out.contains("Nobody signs in"));
}

}  // namespace kitbag::test
