#pragma once
// The addresses about pictures: how much the county has of one, a piece that comes, a piece that goes. Each in one transaction with its
// line in the audit. Who may ask was settled before (county_api.h).

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/storage/database.h"
#include "sync/receipt.h"
#include "sync/server/audit.h"
#include "sync/server/http_message.h"

namespace kitbag {

Result<WebReply> answer_picture_status(Database& database, const WebRequest& request);
Result<WebReply> give_picture_piece(Database& database, Audit& audit, const AuditedAct& act, const WebRequest& request);
// Codes of county_pictures.h, "wrong_hash" and "bad_picture".
Result<WebReply> take_picture_piece(Database& database, Audit& audit, const AuditedAct& act, const WebRequest& request,
                                    Instant now);

// Lets go the bytes of photographs whose removal was taken. REQUIRES: one outcome for each change, in order, and the transaction in which
// they were taken.
Result<void> drop_removed_pictures(Database& database, std::span<const ReceivedChange> changes,
                                   std::span<const Outcome> outcomes);

}  // namespace kitbag
