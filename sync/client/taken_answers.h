#pragma once
// What a tablet does with the county's answers, whichever way they came: over a network, where the engine asks one by one
// (sync_engine.h), or in a file (sync/bundle/tablet_bundle.h). Each is stored whole or not at all. It asks for nothing.

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/storage/database.h"
#include "core/storage/device_store.h"
#include "sync/change_log/change_log.h"
#include "sync/exchange.h"

namespace kitbag {

// The answer has nothing to do with the question. Code "not_our_server".
Fault muddled_answer();

struct ReferenceTaken {
    bool is_new = false;   // Another than this tablet had.
    std::string outcomes;  // The version of the county's outcomes, which are fetched apart; "" when it has none.
};
// Codes: those of read_reference_reply() and database.h.
Result<ReferenceTaken> take_reference_reply(Database& database, std::string_view body);

struct PushTaken {
    int sent = 0;     // Changes that have a receipt now.
    int refused = 0;  // Changes that went into quarantine.
};
Result<PushTaken> take_push_reply(ChangeLog& change_log, const PushReply& reply, RefusedIs refused_is);

// Gives how many changes were new here. A page that does not lead on from where this tablet is, is a muddled answer.
Result<int> take_page(DeviceStore& device, ChangeLog& change_log, const ChangePage& page);

// Nothing waits, and everything was read, as the county was then.
Result<void> note_contact(Database& database, Instant then);

}  // namespace kitbag
