#pragma once
// Writes what is said once around visits: a trust's agreement, and what the School Performance Forum heard. The rules are
// asked first, so that what the county would refuse is refused here.

#include <string_view>

#include "app/session/draft_keeper.h"

namespace kitbag {

// The drafts of the two forms of a school. Fields: those of the entities.
FieldKey agreement_key(std::string_view urn, std::string_view field);
FieldKey forum_key(std::string_view urn, std::string_view field);

// Codes of check_agreement(), "bad_until", "no_terms" and "storage_…".
Result<void> record_agreement(OpenStore& store, DraftKeeper& keeper, Platform& platform, std::string_view urn);
// Codes of check_forum_note() and "storage_…".
Result<void> add_forum_note(OpenStore& store, DraftKeeper& keeper, Platform& platform, std::string_view urn);

// The field of the form that such a refusal is about.
std::string_view agreement_field_at_fault(const Fault& reason);
std::string_view forum_field_at_fault(const Fault& reason);

}  // namespace kitbag
