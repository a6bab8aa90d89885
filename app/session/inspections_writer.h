#pragma once
// Writes about inspections: which areas for improvement a report named, how each stands, and what is at risk at the next one. What the
// county would refuse is refused here.

#include <string_view>

#include "app/session/draft_keeper.h"

namespace kitbag {

// One that is ready to be typed in: an area begins with its text.
NewRecord new_area(std::string_view urn, std::string_view inspected);

// The day of an inspection that no file has yet; and the form of the risk, fields as of the entity `inspection_risk`.
FieldKey other_inspection_key(std::string_view urn);
FieldKey risk_key(std::string_view urn, std::string_view field);

// Of an area: its state, what it concerns, the notes that are its evidence. Codes "not_allowed", "storage_…".
Result<void> choose_of_area(OpenStore& store, const FieldKey& field, std::string_view value);

// Codes: those of check_inspection_risk() and "storage_…".
Result<void> record_risk(OpenStore& store, DraftKeeper& keeper, std::string_view urn);

}  // namespace kitbag
