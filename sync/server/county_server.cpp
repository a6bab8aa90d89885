#include "sync/server/county_server.h"

#include <array>
#include <chrono>
#include <exception>
#include <utility>
#include <variant>

#include "core/base/id.h"
#include "sync/server/log_line.h"

namespace kitbag {
namespace {

Fault unexpected_trouble() {
    return {"server_fault",
            "Something went wrong in the county's server. Nothing is lost: it stays on this tablet. Try again later, "
            "and tell your "
            "county officer if it goes on."};
}

Fault too_busy() {
    return {"server_busy", "The county's server is busy or stopping. Nothing is lost. Try again in a minute."};
}

ApiAnswer not_found(const WebRequest& request, const std::string& sentence) {
    return {error_reply(404, {"not_found", sentence}, request.id), "", "not_found"};
}

Fault refusal(int status) {
    if (status == 413) return {"too_large", "The request has more than 4 MB. Send less at once."};
    if (status == 431) return {"headers_too_large", "The request has more headers than the server reads."};
    return {"bad_request",
            "The request is not HTTP/1.1 as the server reads it, or could be read in more than one way."};
}

bool is_for_monitoring(std::string_view path) {
    return path == "/metrics" || path == "/healthz" || path == "/readyz";
}

// As a page where a person asked, as JSON where a program did.
ApiAnswer refuse(const WebRequest& request, const Fault& reason, std::string code) {
    ApiAnswer answer = SignInDesk::refuse(request, reason);
    if (!SignInDesk::owns(request.path)) answer.reply = error_reply(answer.reply.status, reason, request.id);
    answer.code = std::move(code);
    return answer;
}

ApiAnswer failed(const WebRequest& request) {
    return refuse(request, unexpected_trouble(), "exception");
}

// The one place where an exception of the standard library or of a library of others ends.
template <typename Answer, typename Otherwise>
auto whatever_happens(Answer answer, Otherwise otherwise) -> decltype(answer()) {
    try {
        return answer();
    } catch (const std::exception&) {
        return otherwise();
    }
}

std::string new_run(Random& random) {
    std::array<std::uint8_t, 4> bytes{};
    random.fill(bytes);
    return to_hex(bytes);
}

}  // namespace

// One request on its way.
struct CountyServer::Asked {
    WebRequest request;
    HttpAnswer answer;
    std::chrono::steady_clock::time_point began = std::chrono::steady_clock::now();

    double seconds() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count(); }
};

CountyServer::CountyServer(StaticSite site, Database& database, const Clock& clock, Random& random,
                           ApiSettings settings)
    : site_(std::move(site)),
      api_(database, clock, random, metrics_, with_queue(std::move(settings))),
      desk_(database, clock, random),
      clock_(clock),
      run_(new_run(random)) {}

ApiSettings CountyServer::with_queue(ApiSettings settings) {
    settings.waiting_requests = [this] { return worker_.waiting(); };
    return settings;
}

void CountyServer::handle(WebRequest request, HttpAnswer answer) {
    request.id = run_ + "-" + std::to_string(++requests_);
    Asked asked{std::move(request), std::move(answer)};
    if (const int status = asked.request.refused; status != 0) {
        const Fault reason = refusal(status);
        return send(asked, {error_reply(status, reason, asked.request.id), "", reason.code});
    }
    if (asked.request.for_monitoring && !is_for_monitoring(asked.request.path))
        return send(asked, not_found(asked.request, "This port is for monitoring only."));
    if (CountyApi::owns(asked.request.path)) return handle_api(std::move(asked));
    if (asked.request.method != "GET") {
        const Fault reason = {"wrong_method", "This address answers GET only."};
        return send(asked, {error_reply(405, reason, asked.request.id), "", reason.code});
    }
    std::optional<WebReply> file = site_.answer(asked.request);
    if (!file) return send(asked, not_found(asked.request, "There is no such file here."));
    metrics_.note_request("site", file->status, asked.seconds());
    asked.answer(std::move(*file));
}

void CountyServer::handle_api(Asked asked) {
    worker_.submit([this, asked = std::move(asked)](DatabaseWorker::Turn turn) mutable {
        if (turn == DatabaseWorker::Turn::refused) return send(asked, refuse(asked.request, too_busy(), "server_busy"));
        if (SignInDesk::owns(asked.request.path)) return sign_in(std::move(asked));
        send(asked,
             whatever_happens([&] { return api_.answer(asked.request); }, [&] { return failed(asked.request); }));
    });
}

// On the database's thread, as are the answers below; only the provider is asked elsewhere.
void CountyServer::sign_in(Asked asked) {
    using Answered = std::variant<ApiAnswer, SignInQuestion>;
    Answered answered = whatever_happens([&]() -> Answered { return desk_.answer(asked.request); },
                                         [&]() -> Answered { return failed(asked.request); });
    if (auto* const answer = std::get_if<ApiAnswer>(&answered)) return send(asked, std::move(*answer));
    ask_provider(std::move(asked), std::get<SignInQuestion>(std::move(answered)));
}

void CountyServer::ask_provider(Asked asked, SignInQuestion question) {
    provider_worker_.submit([this, asked = std::move(asked), question = std::move(question)](
                                ProviderWorker::Turn turn, const std::stop_token& stop) mutable {
        if (turn == ProviderWorker::Turn::refused) {
            return end_sign_in(std::move(asked), question, std::unexpected(too_busy()));
        }
        Result<Identity> said = whatever_happens(
            [&] { return exchange_code(question.provider, question.code, question.secrets, clock_, stop); },
            []() -> Result<Identity> { return std::unexpected(unexpected_trouble()); });
        worker_.submit([this, asked = std::move(asked), question = std::move(question),
                        said = std::move(said)](DatabaseWorker::Turn turn_of_database) mutable {
            if (turn_of_database == DatabaseWorker::Turn::refused)
                return send(asked, refuse(asked.request, too_busy(), "server_busy"));
            end_sign_in(std::move(asked), question, said);
        });
    });
}

void CountyServer::end_sign_in(Asked asked, const SignInQuestion& question, const Result<Identity>& said) {
    send(asked, whatever_happens([&] { return desk_.finish(asked.request, question, said); },
                                 [&] { return failed(asked.request); }));
}

void CountyServer::finish() {
    provider_worker_.finish();
    worker_.finish();
}

void CountyServer::send(Asked& asked, ApiAnswer answered) {
    const std::string_view route = CountyApi::route_of(asked.request.path);
    const double seconds = asked.seconds();
    metrics_.note_request(route, answered.reply.status, seconds);
    log_line(clock_.now(), {{"request", asked.request.id},
                            {"method", asked.request.method},
                            {"path", route},
                            {"status", answered.reply.status},
                            {"code", answered.code},
                            {"device", answered.device},
                            {"bytes_in", asked.request.body.size()},
                            {"bytes_out", answered.reply.body.size()},
                            {"ms", static_cast<std::int64_t>(seconds * 1000)}});
    answered.reply.headers.emplace_back("X-Request-Id", asked.request.id);
    asked.answer(std::move(answered.reply));
}

}  // namespace kitbag
