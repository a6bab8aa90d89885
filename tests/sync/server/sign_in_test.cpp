// Signing in with the county's own accounts: who is given a code, for whom, and who is not. The provider here says what a test wants;
// with a real one and a real browser it is tests/web/stories/sign_in.mjs.

#include <algorithm>
#include <memory>
#include <set>

#include <doctest/doctest.h>

#include "core/base/time.h"
#include "sync/server/attempt_limit.h"
#include "sync/server/provider_worker.h"
#include "sync/server/sign_in_attempt.h"
#include "sync/server/system_seams.h"
#include "sync/server/web_address.h"
#include "tests/sync/server/signing_county.h"
#include "tests/sync/server/wendshire.h"

namespace kitbag::test {
namespace {

std::string code_on(const HttpAnswer& page) {
    const std::size_t at = page.body.find("KTB-");
    return at == std::string::npos ? "" : page.body.substr(at, 15);
}

bool is_refused(const HttpAnswer& page, int status, const std::string& code) {
    CAPTURE(page.body);
    const bool told = page.body.contains(" (" + code + ").") && page.body.contains(page.header("x-request-id"));
    CHECK(page.status == status);
    CHECK(told);
    CHECK(code_on(page).empty());
    CHECK_FALSE(page.body.contains("127.0.0.1"));  // What is inside is in the log.
    CHECK(page.header("content-type").starts_with("text/html"));
    CHECK(page.header("cache-control") == "no-store");
    return page.status == status && told;
}

}  // namespace

TEST_CASE("who signs in at the county is given a code that enrols one tablet as them, whatever name is typed there") {
    SigningCounty wendshire;
    const HttpAnswer page = wendshire.sign_in();
    REQUIRE_MESSAGE(page.status == 200, page.body);
    CHECK(page.header("content-type") == "text/html; charset=utf-8");
    CHECK(page.header("cache-control") == "no-store");
    CHECK(page.header("content-security-policy").contains("default-src 'none'"));
    CHECK(page.header("set-cookie").starts_with("__Host-kitbag-sign-in=; Path=/; Max-Age=0;"));
    CHECK(page.body.contains("Wendshire as Ada Marsh, adviser."));
    CHECK(page.body.contains(public_address));
    CHECK_FALSE(page.body.contains("<script"));

    Tablet tablet(wendshire.server.client(), "Somebody Else", code_on(page));
    REQUIRE_MESSAGE(tablet.enrolment.status == 200, tablet.enrolment.body);
    CHECK(tablet.enrolment.json()["adviser"]["name"] == "Ada Marsh");
    CHECK(tablet.enrolment.json()["adviser"]["role"] == "adviser");
    CHECK(Tablet(wendshire.server.client(), "Ada Marsh", code_on(page)).enrolment.code() == "used_code");
    CHECK(outcome_of(tablet.push_one(tablet.visit(new_test_id(), "900001")), 0) == "accepted");
    CHECK(wendshire.audit().contains("Ada Marsh, by sign-in, request "));
    CHECK(wendshire.audit().contains(": was given an enrolment code as 7f3c\n"));
}

TEST_CASE("the same person at the provider is the same adviser for ever, and in another role another") {
    SigningCounty wendshire;
    const auto adviser_by = [&](const HttpAnswer& page) {
        return Tablet(wendshire.server.client(), "Anybody", code_on(page)).adviser;
    };
    const Tablet before(wendshire.server.client(), "Ada Marsh", wendshire.county.new_code());
    const std::string ada = adviser_by(wendshire.sign_in());
    CHECK(ada == before.adviser);  // Whom the office had enrolled before.
    const HttpAnswer married = wendshire.sign_in("7f3c", "Ada Fenner");
    CHECK(married.body.contains("as Ada Marsh, adviser."));
    CHECK(adviser_by(married) == ada);
    const HttpAnswer senior = wendshire.sign_in("7f3c", "Ada Marsh", {"wendshire seniors"});
    CHECK(senior.body.contains("as Ada Marsh, senior adviser."));
    CHECK(adviser_by(senior) != ada);
    // Of several values the first on the county's list counts.
    CHECK(wendshire.sign_in("7f3c", "Ada Marsh", {"wendshire seniors", "staff", "wendshire advisers"})
              .body.contains("as Ada Marsh, adviser."));
    CHECK(is_refused(wendshire.sign_in("0000", "ada  marsh"), 409, "same_name"));
    CHECK(is_refused(wendshire.sign_in("0001", " "), 403, "no_name"));
    CHECK(wendshire.sign_in("0002", "Ben <Fenner> & Co").body.contains("as Ben &lt;Fenner&gt; &amp; Co, adviser."));
}

TEST_CASE("a county that changes its provider keeps its people") {
    SigningCounty wendshire;
    const std::string ada = Tablet(wendshire.server.client(), "Ada", code_on(wendshire.sign_in())).adviser;
    ForgedProvider newer;
    newer.publish(key_set({&wendshire.key}));
    REQUIRE(wendshire.county.run(sign_in_words(wendshire.county, newer.issuer())).exit_code == 0);
    const Browser browser = begin(wendshire.server);
    Json claims = wendshire.claims(browser, "another subject");
    claims["iss"] = newer.issuer();
    newer.give(wendshire.key.sign(claims));
    CHECK(Tablet(wendshire.server.client(), "Ada", code_on(browser.come_back(wendshire.server))).adviser == ada);
}

TEST_CASE("a tablet that was shut out is enrolled again by a code of its own person's, and by nobody else's") {
    SigningCounty wendshire;
    const Tablet ada(wendshire.server.client(), "Ada Marsh", code_on(wendshire.sign_in()));
    REQUIRE(wendshire.county.run({"revoke", "--device", ada.device}).exit_code == 0);
    const auto again_with = [&](const std::string& code, const std::string& device) {
        const Json before = {{"adviser", ada.adviser}, {"devices", {device}}};
        return wendshire.server.client().post(
            "/api/enrol",
            Json{
                {"protocol", 1}, {"name", "Ada Marsh"}, {"code", code}, {"device_name", "A test"}, {"before", before}});
    };
    const std::string forgotten = "00000000000000aa";  // By a county that was put back from an older copy.
    for (const std::string& device : {ada.device, forgotten})
        CHECK(again_with(code_on(wendshire.sign_in("0002", "Ben Fenner")), device).code() == "other_adviser");
    const HttpAnswer again = again_with(code_on(wendshire.sign_in()), ada.device);
    CHECK(again.status == 200);
    CHECK(again.json()["adviser"]["id"] == ada.adviser);
}

TEST_CASE("an account that gives no role is given no code, and what it was given before opens nothing any more") {
    SigningCounty wendshire;
    const std::string first = code_on(wendshire.sign_in());
    const std::string second = code_on(wendshire.sign_in());
    const auto enrol = [&](const std::string& code) {
        return Tablet(wendshire.server.client(), "Ada Marsh", code).enrolment;
    };
    CHECK(enrol(first).code() == "expired_code");
    CHECK(is_refused(wendshire.sign_in("7f3c", "Ada Marsh", {"Wendshire Advisers", "staff"}), 403, "no_role"));
    CHECK(enrol(second).code() == "expired_code");
    CHECK(is_refused(wendshire.sign_in("7f3c", "Ada Marsh", 7), 403, "no_role"));
    CHECK(wendshire.audit().contains("somebody, by sign-in, request "));
    CHECK(wendshire.audit().contains(": was refused as 7f3c: no_role\n"));
    const std::string third = code_on(wendshire.sign_in());
    CHECK(enrol(third).status == 200);
    wendshire.map("wendshire advisers", "none");
    CHECK(is_refused(wendshire.sign_in(), 403, "no_role"));
}

TEST_CASE(
    "the browser is sent to the provider with a challenge and secrets of its own, and the code is exchanged with "
    "them") {
    SigningCounty wendshire;
    const Browser browser = begin(wendshire.server);
    CHECK(browser.sent.status == 303);
    CHECK(browser.sent.header("cache-control") == "no-store");
    const std::string location = browser.sent.header("location");
    CHECK(location.starts_with(wendshire.provider.issuer() + "/authorize?tenant=wendshire&response_type=code&"));
    const auto word = [&](const char* name) {
        return decoded_query_word(location.substr(location.find('?') + 1), name).value_or("");
    };
    CHECK(word("client_id") == kitbag_client);
    CHECK(word("redirect_uri") == public_address + "/sign-in/back");
    CHECK(word("scope") == "openid profile");
    CHECK(word("code_challenge_method") == "S256");
    const std::string cookie = browser.sent.header("set-cookie");
    CHECK(cookie.starts_with("__Host-kitbag-sign-in="));
    CHECK(cookie.ends_with("; Path=/; Max-Age=600; HttpOnly; SameSite=Lax; Secure"));
    const Browser another = begin(wendshire.server);
    CHECK(std::set{browser.state, browser.nonce, another.state, another.nonce, word("code_challenge")}.size() == 5);

    wendshire.provider.give(wendshire.key.sign(wendshire.claims(browser)));
    REQUIRE(browser.come_back(wendshire.server).status == 200);
    const std::string asked = wendshire.provider.asked().front();
    // kitbag%3Awendshire:a%20secret%20%2F%20of%20the%20client
    CHECK(
        asked.contains("Authorization: Basic "
                       "a2l0YmFnJTNBd2VuZHNoaXJlOmElMjBzZWNyZXQlMjAlMkYlMjBvZiUyMHRoZSUyMGNsaWVudA==\r\n"));
    CHECK(asked.contains("\r\n\r\ngrant_type=authorization_code&code=of%2Fada&redirect_uri=https%3A%2F%2Fkitbag."));
    const std::string verifier = secrets_of(browser.cookie.substr(browser.cookie.find('=') + 1)).verifier;
    CHECK(asked.ends_with("&code_verifier=" + verifier));
}

TEST_CASE("a browser that comes back wrongly is refused, and its attempt is over") {
    SigningCounty wendshire;
    const RunningServer& server = wendshire.server;
    CHECK(is_refused(server.client().get("/sign-in/back"), 400, "unknown_sign_in"));
    CHECK(is_refused(server.client().get("/sign-in/back?code=a&state=%zz"), 400, "unknown_sign_in"));
    const Browser wrong = begin(server);
    CHECK(is_refused(wrong.come_back(server, "code=a&state=" + wrong.nonce), 400, "unknown_sign_in"));
    CHECK(wendshire.audit().contains("Nothing that answers this"));  // Nobody was on the way.

    Browser other = begin(server);
    other.cookie = begin(server).cookie;
    CHECK(is_refused(other.come_back(server), 403, "other_browser"));
    const Browser bare = begin(server);
    CHECK(is_refused(server.client().get("/sign-in/back?code=a&state=" + bare.state), 403, "other_browser"));
    CHECK(is_refused(bare.come_back(server), 400, "unknown_sign_in"));

    for (const char* const said : {"error=access_denied&state=", "code=&state=", "code=a&code=b&state=",
                                   "code=a&iss=https%3A%2F%2Felsewhere.example&state="}) {
        const Browser refused = begin(server);
        CHECK(is_refused(refused.come_back(server, said + refused.state), 403, "sign_in_refused"));
    }
    const Browser late = begin(server);
    REQUIRE(wendshire.county.open()->run_script("UPDATE sign_in_attempt SET expires = expires - 600000"));
    CHECK(is_refused(late.come_back(server), 403, "expired_sign_in"));
    CHECK(wendshire.provider.asked().empty());
    for (const char* const code : {"other_browser", "sign_in_refused", "expired_sign_in"})
        CHECK(wendshire.audit().contains(": was refused: " + std::string(code) + "\n"));
}

TEST_CASE("a sign-in that is over is over, also when it is played again with all that it had") {
    SigningCounty wendshire;
    const Browser browser = begin(wendshire.server);
    wendshire.provider.give(wendshire.key.sign(wendshire.claims(browser)));
    const std::string code = code_on(browser.come_back(wendshire.server));
    CHECK_FALSE(code.empty());
    CHECK(is_refused(browser.come_back(wendshire.server), 400, "unknown_sign_in"));
    CHECK(wendshire.provider.asked().size() == 2);
    CHECK(Tablet(wendshire.server.client(), "Ada Marsh", code).enrolment.status == 200);
}

TEST_CASE("what a provider says that is not the county's own, or is of another sign-in, gives no code") {
    SigningCounty wendshire;
    const SigningKey strange("first");
    const SigningKey newer("newer");
    const auto back_with = [&](const auto& token_for) {
        const Browser browser = begin(wendshire.server);
        wendshire.provider.give(token_for(wendshire.claims(browser)));
        return browser.come_back(wendshire.server);
    };
    const auto with = [&](const char* claim, const Json& value) {
        return back_with([&](Json claims) {
            claims[claim] = value;
            return wendshire.key.sign(claims);
        });
    };
    CHECK(is_refused(with("aud", "payroll"), 403, "not_proven"));
    CHECK(is_refused(with("nonce", begin(wendshire.server).nonce), 403, "not_proven"));
    CHECK(is_refused(with("iss", "https://elsewhere.example"), 403, "not_proven"));
    CHECK(is_refused(with("exp", SystemClock().now() / 1000 - 61), 403, "not_proven"));
    CHECK(is_refused(back_with(sign_not), 403, "not_proven"));
    CHECK(is_refused(back_with([&](const Json& claims) { return strange.sign(claims); }), 403, "not_proven"));
    CHECK(is_refused(back_with([&](const Json& claims) {
                         return sign_with_secret(claims, "first", to_text(wendshire.key.public_half()));
                     }),
                     403, "not_proven"));
    CHECK(is_refused(back_with([&](const Json& claims) { return newer.sign(claims); }), 403, "not_proven"));
    CHECK(is_refused(back_with([](const Json&) { return ""; }), 403, "not_proven"));
    wendshire.provider.answer_with(400);
    CHECK(is_refused(wendshire.sign_in(), 502, "provider_away"));
    wendshire.provider.answer_with(302);
    CHECK(is_refused(wendshire.sign_in(), 502, "provider_away"));
    wendshire.provider.answer_with(200);
    wendshire.provider.publish(std::string(300'000, ' '));
    CHECK(is_refused(wendshire.sign_in(), 502, "provider_away"));
    for (const char* const code :
         {"other_client", "other_nonce", "other_issuer", "token_expired", "bad_signature", "token_algorithm",
          "unknown_key", "bad_token", "provider_refused", "provider_answer"}) {
        CHECK_MESSAGE(wendshire.audit().contains(": was refused: " + std::string(code) + "\n"), code);
        CHECK(wendshire.server.err().contains("\"code\":\"" + std::string(code) + "\""));
    }
    // A key that the provider has changed meanwhile is asked for.
    wendshire.provider.publish(key_set({&newer}));
    CHECK(back_with([&](const Json& claims) { return newer.sign(claims); }).status == 200);
    CHECK(std::ranges::none_of(wendshire.provider.asked(), [](const std::string& request) {
        return request.contains("/elsewhere");  // Nothing is followed.
    }));
}

TEST_CASE("any server process takes back whom another has sent") {
    SigningCounty wendshire;
    const TemporaryFolder scratch;
    const RunningServer second(wendshire.county.serve_arguments(), scratch.path());
    REQUIRE(second.is_ready());
    const Browser browser = begin(wendshire.server);
    wendshire.provider.give(wendshire.key.sign(wendshire.claims(browser)));
    CHECK(browser.come_back(second).status == 200);
    CHECK(is_refused(browser.come_back(wendshire.server), 400, "unknown_sign_in"));
}

TEST_CASE("a provider that says nothing keeps nobody waiting but those who sign in, and only so many of them") {
    SigningCounty wendshire;
    const Tablet ada(wendshire.server.client(), "Ada Marsh", wendshire.county.new_code());
    wendshire.provider.fall_silent();
    std::vector<std::unique_ptr<OpenConnection>> waiting;
    for (std::size_t i = 0; i < provider_calls_max; ++i) {
        const Browser browser = begin(wendshire.server);
        waiting.push_back(std::make_unique<OpenConnection>(wendshire.server.port()));
        REQUIRE(waiting.back()->send("GET /sign-in/back?code=a&state=" + browser.state +
                                     " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nCookie: " + browser.cookie +
                                     "\r\n\r\n"));
    }
    CHECK(ada.pull(0).status == 200);
    CHECK(is_refused(begin(wendshire.server).come_back(wendshire.server), 503, "server_busy"));
    for (const auto& each : waiting) CHECK_FALSE(each->is_ended_within(0));
    wendshire.server.send_signal(15);  // It breaks them off, and does not wait for the provider.
    for (const auto& each : waiting) CHECK(is_refused(parse_answer(each->read_to_end()), 502, "provider_away"));
    CHECK(wendshire.server.stop(15) == 0);
}

TEST_CASE("so many sign-ins are begun from one address in a minute, and no more") {
    SigningCounty wendshire;
    for (std::size_t i = 0; i < sign_ins_begun_max; ++i) CHECK(begin(wendshire.server).sent.status == 303);
    const HttpAnswer refused = wendshire.server.client().get("/sign-in");
    CHECK(is_refused(refused, 429, "too_many_attempts"));
    CHECK(refused.header("retry-after") == "60");
    CHECK(refused.header("set-cookie").empty());
}

}  // namespace kitbag::test
