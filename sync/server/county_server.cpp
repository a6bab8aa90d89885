#include "sync/server/county_server.h"

#include <array>
#include <chrono>
#include <exception>
#include <utility>

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
        if (turn == DatabaseWorker::Turn::refused)
            return send(asked, {error_reply(503, too_busy(), asked.request.id), "", "server_busy"});
        send(asked, answer_whatever_happens(asked.request));
    });
}

// The one place where an exception of the standard library or of a library of others ends.
ApiAnswer CountyServer::answer_whatever_happens(const WebRequest& request) {
    try {
        return api_.answer(request);
    } catch (const std::exception&) {
        return {error_reply(500, unexpected_trouble(), request.id), "", "exception"};
    }
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
