#pragma once
// Where a visit is, in words: on this tablet, at the county, or partly. Pure.

#include <string>

#include "sync/change_log/change_log.h"

namespace kitbag {

// "Received by the county, 23 November 2026, 14:02, receipt R-000017-9f3c"
std::string receipt_line(const Receipt& receipt);

// Never says "received" while any part of the visit has no stored receipt.
std::string visit_state_line(const VisitReceipt& receipt);

}  // namespace kitbag
