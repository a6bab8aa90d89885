#pragma once
// Writes what an adviser does to a visit, apart from typing (see draft_keeper.h). Each function is one change in the log.

#include <string_view>

#include "app/session/open_store.h"

namespace kitbag {

// Begins a Keeping in Touch visit dated today and gives its id. REQUIRES: the framework has the variant.
Result<Id> start_visit(OpenStore& store, const Clock& clock, Random& random, const School& school,
                       const Framework& framework, std::string_view variant);

// `choice` is a word of Choice, or "" to take the judgement back.
Result<void> choose(OpenStore& store, std::string_view visit, std::string_view aspect, std::string_view choice);

// REQUIRES: nothing is missing.
Result<void> complete_visit(OpenStore& store, std::string_view visit);

}  // namespace kitbag
