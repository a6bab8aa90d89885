#include "app/session/erased_stores.h"

#include <algorithm>

#include "app/text/backup_phrases.h"
#include "sync/client/erasure.h"

namespace kitbag {
namespace {

constexpr int first_retry_ms = 30'000;
constexpr int longest_retry_ms = 15 * 60'000;

int retry_after(int failures) {
    int wait = first_retry_ms;
    for (int n = 1; n < failures && wait < longest_retry_ms; ++n) wait *= 2;
    return std::min(wait, longest_retry_ms);
}

}  // namespace

void ErasedStores::go_on() {
    failure_.clear();
    for (const ShelvedStore& store : shelf_.erased()) {
        if (store.label.standing != StoreState::erasing) continue;
        if (const auto done = shelf_.finish_erasing(store.number); !done) failure_ = done.error().sentence;
    }
    tell();
}

// One after the other. Only of what is erased to its end, because the office believes it.
void ErasedStores::tell() {
    if (sent_) return;
    platform_.stop_timer(Timer::erased);
    for (const ShelvedStore& store : shelf_.erased()) {
        if (store.label.standing != StoreState::erased || store.label.token.empty()) continue;
        HttpRequest request = erased_request(store.label.token);
        told_of_ = store.number;
        sent_ = platform_.send({.method = std::move(request.method),
                                .path = std::move(request.path),
                                .token = std::move(request.token),
                                .body = std::move(request.body)});
        return;
    }
}

bool ErasedStores::on_http(RequestId id, const WebAnswer& answer) {
    if (!sent_ || *sent_ != id) return false;
    sent_.reset();
    const bool told = answer.status != 0 && knows_of_erasure(answer.status, answer.body) &&
                      shelf_.note_county_told(told_of_).has_value();
    failures_ = told ? 0 : failures_ + 1;
    if (told) {
        tell();
    } else {
        platform_.start_timer(Timer::erased, retry_after(failures_));
    }
    return true;
}

void ErasedStores::close(int number) {
    const auto forgotten = shelf_.forget_erased(number);
    failure_ = forgotten ? "" : forgotten.error().sentence;
}

std::vector<ErasedRow> ErasedStores::rows() {
    std::vector<ErasedRow> rows;
    const bool alone = shelf_.stores().empty();
    for (const auto& [number, label] : shelf_.erased()) {
        if (label.standing != StoreState::erased) continue;
        const bool told = label.token.empty();
        rows.push_back({number, phrases::erased({label.at, label.texts, told, alone}), told});
    }
    return rows;
}

}  // namespace kitbag
