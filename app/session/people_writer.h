#pragma once
// Writes who holds which post at a school or setting. What the county would refuse is refused here.

#include <string>
#include <string_view>

#include "app/session/draft_keeper.h"
#include "core/visits/post.h"

namespace kitbag {

// What is typed of a person who is not on the list yet; fields as of the entity `post`.
FieldKey new_person_key(std::string_view urn, std::string_view field);
// The day on which a post ended, until that is recorded.
FieldKey post_end_key(std::string_view post);

// Codes: "no_role", "bad_since", those of check_post() and "storage_…".
Result<void> add_post(OpenStore& store, DraftKeeper& keeper, Platform& platform, std::string_view urn);
std::string_view post_field_at_fault(const Fault& reason);  // The field of the form that such a refusal is about.

// On the day that was typed, or today. Codes: "bad_until", "storage_…".
Result<void> end_post(OpenStore& store, DraftKeeper& keeper, std::string_view post);
Result<void> take_end_back(OpenStore& store, std::string_view post);

// The post puts the establishment in the caseload of this tablet's adviser today: it is hers by her account, or, where whoever
// wrote it did not know that, by her name.
bool is_own_post(OpenStore& store, const Post& post);

// Codes "unknown_school", "storage_…".
Result<void> join_caseload(OpenStore& store, Platform& platform, std::string_view urn);
Result<void> leave_caseload(OpenStore& store, std::string_view urn);

}  // namespace kitbag
