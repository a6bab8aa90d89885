#pragma once
// Performs what the sync engine asks for through the platform: requests and one timer. Never two syncs at once: one
// asked for while another runs begins when that one ends well, unless it was stopped.

#include <cstdint>
#include <optional>
#include <utility>

#include "app/platform/platform.h"
#include "sync/client/sync_engine.h"

namespace kitbag {

class SyncDriver {
  public:
    SyncDriver(Platform& platform, SyncEngine& engine) : platform_(platform), engine_(engine) {}
    ~SyncDriver();
    SyncDriver(const SyncDriver&) = delete;
    SyncDriver& operator=(const SyncDriver&) = delete;

    void start();
    bool on_http(RequestId id, const WebAnswer& answer);  // False when the answer is to somebody else's request.
    void on_timer();
    void want(std::vector<std::string> pictures);  // Somebody looks at these.
    void stop();  // After the request under way. What is left stays and goes with the next sync.

    bool busy() const { return engine_.running(); }
    std::optional<SyncProgress> progress() const;                     // None when nothing is under way.
    const std::optional<Fault>& trouble() const { return trouble_; }  // Why the last sync ended early.
    std::optional<SyncSummary> take_summary();                        // Once after each sync that ended well.
    bool take_erasure() {
        return std::exchange(erasure_, false);
    }  // Once after one that ended with the county's order.

  private:
    void perform(std::optional<SyncAction> action);
    void send(const HttpRequest& request);
    void done(const SyncSummary& summary);
    void failed(const SyncFailed& failure);

    Platform& platform_;
    SyncEngine& engine_;
    std::optional<RequestId> sent_;  // The request under way,
    std::uint64_t number_ = 0;       // and the engine's number for it.
    bool again_ = false;
    std::optional<Fault> trouble_;
    std::optional<SyncSummary> summary_;
    bool erasure_ = false;
};

}  // namespace kitbag
