#pragma once
// Whether the adviser has put away, for today, the notice that the browser may clear what is stored here. The warning itself stays
// on "Sending and receiving": this hides the reminder and never the risk.

#include "app/session/open_store.h"

namespace kitbag {

// Today is the day on the school's wall. What cannot be read counts as not hidden.
bool storage_notice_hidden(OpenStore& store, Instant now);

// Kept on this tablet until the day is over.
Result<void> hide_storage_notice(OpenStore& store, Instant now);

}  // namespace kitbag
