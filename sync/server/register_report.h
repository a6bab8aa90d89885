#pragma once
// What another register changes, as the program prints it: a line for each school that opens, goes, converts, is renamed or comes to
// another trust, and a count of those of which only other facts changed.

#include <span>
#include <string>

#include "core/schools/register_changes.h"

namespace kitbag {

// "" when nothing changes; else each line with its end.
std::string register_report(std::span<const RegisterChange> changes);

}  // namespace kitbag
