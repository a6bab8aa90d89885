// A picture, as the camera gives it to a tablet and a tablet to the county.
#include "core/storage/photo_store.h"
#include "tests/fuzz/made_up.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
    using namespace kitbag;
    const std::string_view text = text_of(bytes, count);
    static_cast<void>(check_photo({bytes, text.size()}));
    return 0;
}
