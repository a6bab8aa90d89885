// A county's own file of its teaching school alliances, and the text about them that comes to a tablet: what is read of either is written
// and read again as the same.
#include <sstream>

#include "core/base/check.h"
#include "core/schools/alliances_import.h"
#include "tests/fuzz/made_up.h"

namespace {

void write_and_read(const std::vector<kitbag::Alliance>& alliances) {
    const auto again = kitbag::alliances_from(kitbag::alliances_text(alliances));
    CHECK(again.has_value() && *again == alliances);
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
    using namespace kitbag;
    School school;
    school.urn = "900001";
    school.name = "Ashmere Primary School";
    std::istringstream file{std::string(text_of(bytes, count))};
    if (const auto read = read_alliances(file, {&school, 1})) write_and_read(*read);
    if (const auto read = alliances_from(text_of(bytes, count))) write_and_read(*read);
    return 0;
}
