#pragma once
// Gives the person a file for the county's office (sync/bundle/tablet_bundle.h), remembers in the store when, and tells how things
// stand with such files. Whether the browser kept the file nobody tells us.

#include "app/models/office_files_model.h"
#include "app/platform/platform.h"
#include "app/session/open_store.h"
#include "sync/bundle/tablet_bundle.h"

namespace kitbag {

// After a fault no file was given.
Result<BundleMade> give_office_file(Platform& platform, OpenStore& store);

// What the store says of it; the rest of the model is the session's.
void show_office_files(OpenStore& store, OfficeFilesModel& model);

}  // namespace kitbag
