#pragma once
// How the server itself is: whether it lives, whether it may be sent requests, and what it has counted. For whatever watches
// it, never for a tablet.

#include <cstdint>
#include <filesystem>

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/storage/database.h"
#include "sync/server/metrics.h"

namespace kitbag {

// Reads the database.
Result<void> check_alive(Database& database);

// Writes to the database and has it on the disk, so that a full or read-only one is found. Its tables were brought up to date
// before the server began to listen. Code "not_ready".
Result<void> check_ready(Database& database, Instant now);

// `file` is the database's, without the log beside it; "" when it has none on this machine.
Result<Gauges> read_gauges(Database& database, const std::filesystem::path& file, Instant now);

}  // namespace kitbag
