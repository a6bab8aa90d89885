#pragma once
// The server's log: one line an event on stderr, a JSON object whose first member is the time. It never holds a token, a code,
// a name or a word of a record: callers give codes, counts and ids only.
//
//   {"at":"2026-11-23T14:02:05.123Z","request":"3f9a0c4b-17","method":"POST","path":"/api/push","status":200,…}
//   {"at":"2026-11-23T14:02:01.007Z","event":"ready","schools":257}

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "core/base/json.h"
#include "core/base/time.h"

namespace kitbag {

using LogFields = std::initializer_list<std::pair<std::string_view, Json>>;

// One line whatever the values hold, and its members in the order given.
std::string to_log_text(Instant now, LogFields fields);

void log_line(Instant now, LogFields fields);

}  // namespace kitbag
