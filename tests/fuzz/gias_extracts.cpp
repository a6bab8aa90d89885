// An extract of the register of schools, and the file of children's centres, as the county imports them.
#include <sstream>

#include "core/schools/centres_import.h"
#include "core/schools/register_import.h"
#include "tests/fuzz/made_up.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
    using namespace kitbag;
    std::istringstream file{std::string(text_of(bytes, count))};
    static_cast<void>(read_gias_extract(file, "999"));
    file.clear();
    file.seekg(0);
    static_cast<void>(read_childrens_centres(file, {"999", "Wendshire"}));
    return 0;
}
