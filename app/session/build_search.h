#pragma once
// Searches the notes for what was typed, and says of each note found where it comes from.

#include <string_view>

#include "app/models/search_model.h"
#include "app/session/open_store.h"

namespace kitbag {

SearchModel build_search(OpenStore& store, std::string_view text, int pages);

}  // namespace kitbag
