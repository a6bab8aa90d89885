#pragma once
// Who sends changes to the county: what its server knows by the token shown. What a tablet says of itself decides nothing.

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/id.h"
#include "core/schools/role.h"

namespace kitbag {

struct Writer {
    std::string device;
    Id adviser;
    StaffRole role;
    std::vector<std::string> other_devices =
        {};  // Of the same adviser: what the tablet was before it was enrolled again.

    bool is_own(std::string_view written_on) const {
        return written_on == device || std::ranges::contains(other_devices, written_on);
    }
};

}  // namespace kitbag
