#pragma once
// Reads from the store how things stand with the county: the quiet line of every screen and the screen behind it.

#include <optional>

#include "app/models/frame_model.h"
#include "app/models/sending_model.h"
#include "app/session/open_store.h"
#include "sync/client/sync_engine.h"

namespace kitbag {

struct SyncState {
    bool busy = false;
    std::optional<Fault> trouble;  // Why the last sync ended early.
    std::optional<SyncProgress> progress = std::nullopt;
};

// What to show of a sync under way that takes its time; nothing of any other.
ProgressModel build_progress(const std::optional<SyncProgress>& progress);

SyncBarModel build_sync_bar(OpenStore& store, const SyncState& state);
SendingModel build_sending(OpenStore& store, const SyncState& state);

}  // namespace kitbag
