#pragma once
// Lays the pictures of photographs into a folder, for an export: each a JPEG named by its hash, as the photograph's record names it.

#include <cstddef>
#include <filesystem>

#include "core/base/result.h"
#include "core/storage/database.h"

namespace kitbag {

struct PicturesWritten {
    std::size_t written = 0;
    std::size_t named = 0;  // By photographs that are not removed; the others are only on tablets yet.
};

// Makes the folder. Code "no_room" when it cannot be written to the end, and those of database.h. REQUIRES: it is not there yet.
Result<PicturesWritten> write_pictures(Database& database, const std::filesystem::path& folder);

}  // namespace kitbag
