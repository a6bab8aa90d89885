#pragma once
// Who sends changes to the county: what its server knows by the token shown. What a tablet says of itself decides nothing.

#include <string>

#include "core/base/id.h"
#include "core/schools/role.h"

namespace kitbag {

struct Writer {
    std::string device;
    Id adviser;
    StaffRole role;
};

}  // namespace kitbag
