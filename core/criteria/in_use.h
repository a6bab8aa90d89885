#pragma once
// Which of the county's frameworks a visit that starts today goes by. A visit under way is never asked: it finishes by
// the one it was begun with. Pure: the caller says what day it is.

#include <compare>
#include <span>
#include <string_view>

#include "core/base/time.h"
#include "core/criteria/framework.h"

namespace kitbag {

// Of those that have the variant, the one that came into use last: never one whose first day is yet to come, and one
// that gives no first day is older than any that does. Of several that began on the same day the highest version, then
// the first id in the alphabet. Null when none is in use.
const Framework* framework_in_use(std::span<const Framework* const> frameworks, std::string_view variant,
                                  const Date& today);

// As people count: "10" comes after "9", and "2015.2" before "2015.10". Whole numbers are compared as numbers, the rest
// as text.
std::strong_ordering compare_versions(std::string_view left, std::string_view right);

}  // namespace kitbag
