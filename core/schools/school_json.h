#pragma once
// A school as JSON, for the reference data that the county sends its tablets. Facts not known are left out.

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/schools/school.h"

namespace kitbag {

Json to_json(const School& school);

// Code "bad_school" when there is no URN, name, or known kind and governance. Unknown members are ignored, because a
// newer county may say more than this program understands.
Result<School> school_from_json(const Json& json);

}  // namespace kitbag
