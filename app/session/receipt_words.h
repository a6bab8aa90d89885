#pragma once
// Where a visit is, in words: on this tablet, at the county, or partly. Pure.

#include <optional>
#include <string>
#include <string_view>

#include "core/base/time.h"
#include "sync/change_log/change_log.h"

namespace kitbag {

// Reads "2026-11-23T14:02:05.123Z", as receipts have it; nothing for anything else.
std::optional<Instant> parse_instant(std::string_view text);

// "Received by the county, 23 November 2026, 14:02, receipt R-000017-9f3c"
std::string receipt_line(const Receipt& receipt);

// Never says "received" while any part of the visit has no stored receipt.
std::string visit_state_line(const VisitReceipt& receipt);

}  // namespace kitbag
