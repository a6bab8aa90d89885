#pragma once
// The app's own typeface, as the build cut it down, for tests that draw. Without it nothing could be measured.

#include "app/theme/theme.h"

namespace kitbag {

FontFiles typeface();

}  // namespace kitbag
