#pragma once
// Reads from the store what the record of a visit shows, and what this tablet's adviser may do with it now.

#include <string_view>

#include "app/models/record_model.h"
#include "app/session/build_categorisation.h"
#include "app/session/draft_keeper.h"

namespace kitbag {

RecordModel build_record(OpenStore& store, const DraftKeeper& keeper, std::string_view visit,
                         const FormOutcome& outcome);

// Puts in what is being typed in its forms without reading the store again.
void refresh_field(RecordModel& model, const DraftKeeper& keeper, const FieldKey& key);

}  // namespace kitbag
