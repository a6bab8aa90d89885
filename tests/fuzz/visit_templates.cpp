// The kinds of visit, as the county loads them and a tablet takes them.
#include "core/visits/visit_template.h"
#include "tests/fuzz/made_up.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
    using namespace kitbag;
    const std::string_view text = text_of(bytes, count);
    static_cast<void>(read_visit_templates(text));
    return 0;
}
