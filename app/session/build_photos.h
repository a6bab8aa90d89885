#pragma once
// Reads from the store what is shown of a visit's photographs.

#include <string>
#include <string_view>
#include <vector>

#include "app/models/photo_model.h"
#include "app/session/draft_keeper.h"
#include "app/session/open_store.h"
#include "app/session/photo_writer.h"

namespace kitbag {

// A reason that was refused is said at its field: see FormOutcome.
PhotosModel build_photos(OpenStore& store, const DraftKeeper& keeper, std::string_view visit,
                         const PhotoOutcome& outcome, const FieldKey& refused, std::string_view sentence);

// The pictures of a visit's photographs that this tablet does not have.
std::vector<std::string> pictures_not_here(OpenStore& store, std::string_view visit);

// Puts in what is being typed without reading the store again.
void refresh_field(PhotosModel& model, const DraftKeeper& keeper, const FieldKey& key);

}  // namespace kitbag
