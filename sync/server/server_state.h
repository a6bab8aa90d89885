#pragma once
// How the server itself is: whether it lives, whether it may be sent requests, and what it has counted. For whatever watches
// it, never for a tablet.

#include <cstdint>

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

// But for how large the database is, which only whoever knows where it lies can say (county_place.h).
Result<Gauges> read_gauges(Database& database, Instant now);

}  // namespace kitbag
