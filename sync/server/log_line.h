#pragma once
// The server's log: one line an event on stderr, "name=value" pairs, first the time. It never holds a token, a code, a
// name or a word of a record: callers give codes, counts and ids only.

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "core/base/time.h"

namespace kitbag {

// A value with a space or a quotation mark is quoted; control characters become spaces, so that a line stays one line.
void log_line(Instant now, std::initializer_list<std::pair<std::string_view, std::string>> fields);

}  // namespace kitbag
