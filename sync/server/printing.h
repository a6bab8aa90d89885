#pragma once
// How the program's commands print what people typed and when things happened.

#include <string>

#include "core/base/time.h"

namespace kitbag {

// Control characters become spaces: what would move a terminal's cursor is not passed on to it.
std::string on_one_line(std::string text);

std::string to_second(Instant instant);  // "2026-11-23 14:02:05", UTC.
std::string to_minute(Instant instant);  // "2026-11-23 14:02", UTC.

}  // namespace kitbag
