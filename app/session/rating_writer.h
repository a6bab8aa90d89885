#pragma once
// Writes the steps of a rating and directions of travel: each is one change in the log, and the draft of its reason goes
// with it in one transaction. Asks the rules first, so that what would be refused by the county is refused here.

#include <string>
#include <string_view>

#include "app/commands.h"
#include "app/session/draft_keeper.h"
#include "app/session/rating_reading.h"

namespace kitbag {

// The drafts of the form for a step ("category", "reason", "date") and of that for a direction ("direction", "why").
FieldKey step_key(const RatingPlace& place, Step step, std::string_view about, std::string_view field);
FieldKey direction_key(const RatingPlace& place, std::string_view half_term, std::string_view field);
bool is_of(const RatingPlace& place, const FieldKey& key);  // Of any form of this rating.

// Codes of check_step() and "storage_…".
Result<void> take_step(OpenStore& store, DraftKeeper& keeper, Platform& platform, const RatingPlace& place,
                       const TakeStep& command);

// The field of the form that such a refusal is about.
std::string_view field_at_fault(Step step, const Fault& reason);

// Codes of check_direction(), "no_calendar" and "storage_…".
Result<void> judge_direction(OpenStore& store, DraftKeeper& keeper, Platform& platform, const RatingPlace& place);

// What the record suggests for the half term that today is in; nothing where it has nothing to compare.
std::optional<DirectionSuggestion> suggested_direction(const RatingReading& reading, const HalfTerm& half_term,
                                                       const Date& today);

}  // namespace kitbag
