#pragma once
// The address about outcomes: which parts the county has, and one whole part. Who may ask was settled before (county_api.h).

#include "core/base/result.h"
#include "core/storage/database.h"
#include "sync/server/http_message.h"

namespace kitbag {

// Without "part" in the query the list of parts. Code "bad_query" for a part that is none or that the county has not.
Result<WebReply> give_outcomes(Database& database, const WebRequest& request);

// What is told with the reference; "" where the county has no outcomes.
Result<std::string> outcomes_version_of(Database& database);

}  // namespace kitbag
