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
};

CountyServer::CountyServer(StaticSite site, Database& database, const Clock& clock, Random& random)
    : site_(std::move(site)), api_(database, clock, random), clock_(clock), run_(new_run(random)) {}

void CountyServer::handle(WebRequest request, HttpAnswer answer) {
    request.id = run_ + "-" + std::to_string(++requests_);
    Asked asked{std::move(request), std::move(answer)};
    if (CountyApi::owns(asked.request.path)) return handle_api(std::move(asked));
    if (asked.request.method != "GET") {
        return send(asked, {error_reply(405, {"wrong_method", "This address answers GET only."}), "", "wrong_method"});
    }
    std::optional<WebReply> file = site_.answer(asked.request);
    if (!file) return send(asked, {error_reply(404, {"not_found", "There is no such file here."}), "", "not_found"});
    asked.answer(std::move(*file));
}

void CountyServer::handle_api(Asked asked) {
    worker_.submit([this, asked = std::move(asked)](DatabaseWorker::Turn turn) mutable {
        if (turn == DatabaseWorker::Turn::refused)
            return send(asked, {error_reply(503, too_busy()), "", "server_busy"});
        send(asked, answer_whatever_happens(asked.request));
    });
}

// The one place where an exception of the standard library or of a library of others ends.
ApiAnswer CountyServer::answer_whatever_happens(const WebRequest& request) {
    try {
        return api_.answer(request);
    } catch (const std::exception&) {
        return {error_reply(500, unexpected_trouble()), "", "exception"};
    }
}

void CountyServer::send(Asked& asked, ApiAnswer answered) {
    using std::chrono::duration_cast;
    const auto ms = duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - asked.began).count();
    const bool api = CountyApi::owns(asked.request.path) && answered.reply.status != 404;
    log_line(clock_.now(), {{"request", asked.request.id},
                            {"method", asked.request.method},
                            {"path", api ? asked.request.path : "other"},  // Any other path may hold anything.
                            {"status", std::to_string(answered.reply.status)},
                            {"code", answered.code.empty() ? "-" : answered.code},
                            {"device", answered.device.empty() ? "-" : answered.device},
                            {"bytes_in", std::to_string(asked.request.body.size())},
                            {"bytes_out", std::to_string(answered.reply.body.size())},
                            {"ms", std::to_string(ms)}});
    answered.reply.headers.emplace_back("X-Request-Id", asked.request.id);
    asked.answer(std::move(answered.reply));
}

}  // namespace kitbag
