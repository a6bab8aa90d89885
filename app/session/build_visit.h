#pragma once
// Reads from the store what a visit under way shows. Its record: see build_record.h.

#include <string_view>

#include "app/models/visit_model.h"
#include "app/session/draft_keeper.h"
#include "app/session/open_store.h"

namespace kitbag {

// Also makes the empty note of each aspect that is ready to be typed in, in the keeper's memory only.
VisitModel build_visit(OpenStore& store, DraftKeeper& keeper, std::string_view visit);

// Puts in what is being typed without reading the store again.
void refresh_field(VisitModel& model, const DraftKeeper& keeper, const FieldKey& key);

}  // namespace kitbag
