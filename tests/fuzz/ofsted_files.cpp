// Ofsted's files of childcare providers and of schools' inspections, as the county imports them.
#include <sstream>

#include "core/schools/inspections_import.h"
#include "core/schools/settings_import.h"
#include "tests/fuzz/made_up.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
    using namespace kitbag;
    std::istringstream file{std::string(text_of(bytes, count))};
    static_cast<void>(read_childcare_providers(file, "Wendshire"));
    file.clear();
    file.seekg(0);
    static_cast<void>(read_school_inspections(file, "Wendshire"));
    return 0;
}
