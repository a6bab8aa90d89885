#include "app/session/sync_driver.h"

#include <array>
#include <cstdint>
#include <utility>

namespace kitbag {
namespace {

template <typename... Functions>
struct Cases : Functions... {
    using Functions::operator()...;
};

// Up to a quarter less or more, so that all the tablets of a county whose server comes back do not ask in the same second.
int spread(Instant wait_ms, Random& random) {
    std::array<std::uint8_t, 2> chance{};
    random.fill(chance);
    constexpr Instant all = 0x10000;
    return static_cast<int>(wait_ms * 3 / 4 + wait_ms * (chance[0] * 256 + chance[1]) / (2 * all));
}

}  // namespace

SyncDriver::~SyncDriver() {
    platform_.stop_timer(Timer::sync);
}

void SyncDriver::start() {
    again_ = engine_.running();
    if (again_) return;
    platform_.stop_timer(Timer::sync);
    perform(engine_.handle(StartRequested{}));
}

bool SyncDriver::on_http(RequestId id, const WebAnswer& answer) {
    if (!sent_ || *sent_ != id) return false;
    sent_.reset();
    if (answer.status == 0) {
        perform(engine_.handle(NetworkFailed{number_}));
    } else {
        perform(engine_.handle(HttpResponse{number_, answer.status, answer.body}));
    }
    return true;
}

void SyncDriver::on_timer() {
    perform(engine_.handle(TimerRang{}));
}

void SyncDriver::want(std::vector<std::string> pictures) {
    perform(engine_.handle(PicturesWanted{std::move(pictures)}));
}

void SyncDriver::stop() {
    again_ = false;
    perform(engine_.handle(StopRequested{}));
}

std::optional<SyncProgress> SyncDriver::progress() const {
    if (!busy()) return std::nullopt;
    return engine_.progress();
}

std::optional<SyncSummary> SyncDriver::take_summary() {
    return std::exchange(summary_, std::nullopt);
}

void SyncDriver::perform(std::optional<SyncAction> action) {
    if (!action) return;
    std::visit(
        Cases{[&](const HttpRequest& request) { send(request); }, [&](const SyncDone& end) { done(end.summary); },
              [&](const SyncFailed& failure) { failed(failure); }, [&](const EraseOrdered&) { erasure_ = true; }},
        *action);
}

void SyncDriver::send(const HttpRequest& request) {
    number_ = request.number;
    sent_ =
        platform_.send({.method = request.method, .path = request.path, .token = request.token, .body = request.body});
}

void SyncDriver::done(const SyncSummary& summary) {
    trouble_.reset();
    summary_ = summary;
    if (again_) start();
}

void SyncDriver::failed(const SyncFailed& failure) {
    const bool asked_since = std::exchange(again_, false) && failure.reason.code == "stopped";
    if (asked_since) return start();
    trouble_ = failure.reason;
    if (failure.retry_after_ms > 0)
        platform_.start_timer(Timer::sync, spread(failure.retry_after_ms, platform_.random()));
}

}  // namespace kitbag
