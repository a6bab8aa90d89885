#include "sync/server/sign_in_desk.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "sync/server/api_routes.h"
#include "sync/server/county_database.h"
#include "sync/server/enrolment.h"
#include "sync/server/secret.h"
#include "sync/server/sign_in_attempt.h"
#include "sync/server/sign_in_page.h"
#include "sync/server/sign_in_store.h"
#include "sync/server/web_address.h"

namespace kitbag {
namespace {

constexpr std::string_view begin_path = "/sign-in";
constexpr std::string_view back_path = "/sign-in/back";
constexpr std::size_t code_bytes_max = 8192;  // Of the provider's own code.
constexpr Instant day_ms = 86'400'000;

Fault no_sign_in() {
    return {"no_sign_in",
            "This county does not sign people in with accounts of its own. Ask your county officer for an enrolment "
            "code."};
}

Fault unknown_sign_in() {
    return {"unknown_sign_in",
            "This sign-in was finished already, or was never begun here. Nothing was done. Begin again."};
}

// What a person is told of what went wrong between the county and its provider. The code that says more is in the log and the audit.
Fault told(const Fault& reason) {
    if (reason.code.starts_with("provider_"))
        return {
            "provider_away",
            "The county’s sign-in could not be asked who you are, or did not say. Nothing was done. Begin again in a "
            "minute, and tell your county officer if it goes on."};
    if (status_of(reason.code)) return reason;
    if (reason.code.starts_with("storage_"))
        return {reason.code == "storage_busy" ? "server_busy" : "server_fault",
                "The county’s server cannot reach its records just now. Nothing was done. Begin again in a minute."};
    return {
        "not_proven",
        "What the county’s sign-in said of you could not be relied on. Nothing was done. Begin again, and tell your "
        "county officer if it goes on."};
}

// Of a refusal that stands, beside a fault of our own storage, after which nothing was done.
bool is_settled(const Fault& reason) {
    return !reason.code.starts_with("storage_");
}

}  // namespace

bool SignInDesk::owns(std::string_view path) {
    return path == begin_path || path == back_path;
}

ApiAnswer SignInDesk::refuse(const WebRequest& request, const Fault& reason) {
    const Fault page = told(reason);
    return {refusal_page(status_of(page.code).value_or(500), page, request.id), "", reason.code};
}

std::variant<ApiAnswer, SignInQuestion> SignInDesk::answer(const WebRequest& request) {
    if (request.method != "GET") return refuse(request, {"wrong_method", "This address is only opened, by GET."});
    if (!request.content_encoding.empty()) return refuse(request, {"encoded_body", "This address takes no body."});
    if (request.path == begin_path) {
        Result<WebReply> reply = begin(request);
        return reply ? ApiAnswer{*std::move(reply), "", ""} : refuse(request, reply.error());
    }
    Result<SignInQuestion> question = take_back(request);
    if (!question) return refuse(request, question.error());
    return *std::move(question);
}

Result<WebReply> SignInDesk::begin(const WebRequest& request) {
    const Result<std::optional<IdentityProvider>> provider = read_provider(database_);
    if (!provider) return std::unexpected(provider.error());
    if (!*provider) return std::unexpected(no_sign_in());
    const Instant now = clock_.now();
    if (!begun_.allows(request.address, now))
        return fault("too_many_attempts",
                     "Too many sign-ins were begun from here within a minute. Wait a minute, then begin again.");
    begun_.count(request.address, now);
    const std::string secret = new_device_token(random_);
    const SignInSecrets secrets = secrets_of(secret);
    if (const Result<void> opened = open_attempt(database_, secrets.state, now); !opened)
        return std::unexpected(opened.error());
    WebReply reply;
    reply.status = 303;
    reply.content_type = "text/plain; charset=utf-8";
    reply.headers = {{"Cache-Control", "no-store"},
                     {"Location", authorization_request(**provider, secrets)},
                     {"Set-Cookie", cookie_to_keep(**provider, secret)}};
    return reply;
}

// The attempt is over before anybody is asked, so that it is used once whatever comes of it.
Result<SignInQuestion> SignInDesk::take_back(const WebRequest& request) {
    Result<Transaction> transaction = Transaction::begin(database_);
    if (!transaction) return std::unexpected(transaction.error());
    Result<std::optional<IdentityProvider>> provider = read_provider(database_);
    if (!provider) return std::unexpected(provider.error());
    if (!*provider) return std::unexpected(no_sign_in());
    const std::string state = decoded_query_word(request.query, "state").value_or("");
    const Result<AttemptEnd> end = end_attempt(database_, state, clock_.now());
    if (!end) return std::unexpected(end.error());
    if (*end == AttemptEnd::unknown) return std::unexpected(unknown_sign_in());

    const std::string secret = secret_in_cookie(**provider, request.cookie);
    const std::string code = decoded_query_word(request.query, "code").value_or("");
    const std::string issuer = decoded_query_word(request.query, "iss").value_or((*provider)->issuer);  // RFC 9207.
    std::optional<Fault> refusal;
    if (*end == AttemptEnd::too_late)
        refusal = {"expired_sign_in", "Signing in took more than ten minutes. Nothing was done. Begin again."};
    else if (!is_sign_in_secret(secret) || secrets_of(secret).state != state)
        refusal = {"other_browser",
                   "This sign-in was begun in another browser, or this one keeps no cookies. Nothing was done. Allow "
                   "cookies for this address, and begin again here."};
    else if (code.empty() || code.size() > code_bytes_max || issuer != (*provider)->issuer)
        refusal = {"sign_in_refused",
                   "The county’s sign-in did not let you in, or it was broken off. Nothing was done. Begin again, and "
                   "ask those who look after your account if it goes on."};
    if (refusal) {
        if (const Result<void> noted = note(request, "", "", refusal->code); !noted)
            return std::unexpected(noted.error());
    }
    if (const Result<void> committed = transaction->commit(); !committed) return std::unexpected(committed.error());
    if (refusal) return std::unexpected(*refusal);
    return SignInQuestion{**std::move(provider), secrets_of(secret), code};
}

ApiAnswer SignInDesk::finish(const WebRequest& request, const SignInQuestion& question, const Result<Identity>& said) {
    Result<Transaction> transaction = Transaction::begin(database_);
    if (!transaction) return refuse(request, transaction.error());
    Id adviser;
    Result<WebReply> reply = said ? give_code(question, *said, adviser) : std::unexpected(said.error());
    if (!reply && !is_settled(reply.error())) return refuse(request, reply.error());
    const std::string subject = said ? said->subject : "";
    Result<void> done = note(request, adviser, subject, reply ? "accepted" : reply.error().code);
    if (done) done = transaction->commit();
    if (!done) return refuse(request, done.error());
    ApiAnswer answer = reply ? ApiAnswer{*std::move(reply), "", ""} : refuse(request, reply.error());
    answer.reply.headers.emplace_back("Set-Cookie", cookie_to_forget(question.provider));
    return answer;
}

Result<WebReply> SignInDesk::give_code(const SignInQuestion& question, const Identity& person, Id& adviser) {
    const Instant now = clock_.now();
    const std::string& issuer = question.provider.issuer;
    if (const Result<void> withdrawn = withdraw_codes(database_, issuer, person.subject, now); !withdrawn)
        return std::unexpected(withdrawn.error());
    const Result<std::vector<RoleOfValue>> map = read_role_map(database_);
    if (!map) return std::unexpected(map.error());
    const std::optional<StaffRole> role = role_of(*map, person.values);
    if (!role)
        return fault("no_role",
                     "You are signed in, but your account at the county gives you no role in Kitbag. Ask your county "
                     "officer to have that put right.");
    const Result<Id> found = adviser_of(database_, issuer, person, *role, now, random_);
    if (!found) return std::unexpected(found.error());
    const Result<std::string> code = make_enrolment_code(database_, clock_, random_, *role, sign_in_code_days, *found);
    if (!code) return std::unexpected(code.error());
    const Result<std::string> name = adviser_name(database_, *found);
    if (!name) return std::unexpected(name.error());
    const Result<std::optional<CountyIdentity>> county = county_identity(database_);
    if (!county) return std::unexpected(county.error());
    adviser = *found;
    return code_page({.county = *county ? (*county)->name : "",
                      .name = *name,
                      .role = *role,
                      .code = *code,
                      .expires = now + sign_in_code_days * day_ms,
                      .address = question.provider.public_address});
}

Result<void> SignInDesk::note(const WebRequest& request, const Id& adviser, std::string_view subject,
                              std::string_view outcome) {
    return audit_.note_sign_in({.action = "sign-in", .request = request.id, .adviser = adviser}, subject, outcome);
}

}  // namespace kitbag
