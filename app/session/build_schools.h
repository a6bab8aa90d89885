#pragma once
// Reads from the store what the list of schools and one school show. A store that cannot be read shows as empty; the
// alarm that says why is the session's.

#include <string_view>

#include "app/models/schools_model.h"
#include "app/session/open_store.h"

namespace kitbag {

SchoolsModel build_schools(OpenStore& store, std::string_view search);
SchoolModel build_school(OpenStore& store, std::string_view urn);

// Until a visit is completed, its adviser writes it; while it is under way, colleagues may add notes of their own.
bool can_write(OpenStore& store, const Visit& visit);
std::string visit_title(OpenStore& store, const Visit& visit);  // "Keeping in Touch visit by Ada Marsh"

}  // namespace kitbag
