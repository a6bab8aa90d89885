// A calendar of half terms, as the county loads it and a tablet takes it.
#include "core/schools/half_terms.h"

#include "tests/fuzz/made_up.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
    using namespace kitbag;
    const std::string_view text = text_of(bytes, count);
    static_cast<void>(read_half_terms(text));
    return 0;
}
