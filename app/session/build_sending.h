#pragma once
// Reads from the store how things stand with the county: the quiet line of every screen and the screen behind it.

#include <optional>

#include "app/models/frame_model.h"
#include "app/models/sending_model.h"
#include "app/session/open_store.h"

namespace kitbag {

struct SyncState {
    bool busy = false;
    std::optional<Fault> trouble;  // Why the last sync ended early.
};

SyncBarModel build_sync_bar(OpenStore& store, const SyncState& state);
SendingModel build_sending(OpenStore& store, const SyncState& state);

}  // namespace kitbag
