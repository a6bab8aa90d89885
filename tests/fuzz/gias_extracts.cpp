// An extract of the register of schools, as the county imports it.
#include <sstream>

#include "core/schools/register_import.h"
#include "tests/fuzz/made_up.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
    using namespace kitbag;
    std::istringstream file{std::string(text_of(bytes, count))};
    static_cast<void>(read_gias_extract(file, "999"));
    return 0;
}
