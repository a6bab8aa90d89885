// The record of a tablet's key, as it is read from the disk or out of a backup: the bytes themselves, and the same with a checksum that fits.

#include <string>

#include "core/base/check.h"
#include "core/base/hash.h"
#include "core/storage/key_record.h"
#include "tests/fuzz/made_up.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
    using namespace kitbag;
    const std::string_view text = text_of(bytes, count);
    static_cast<void>(read_slot(text));
    const std::string sealed =
        "kitbag-key-1 7 " + content_hash("7 " + std::string(text)) + "\n" + std::string(text) + "\n";
    const std::optional<KeyRecord> record = read_slot(sealed);
    if (record && sealed.size() <= key_slot_bytes / 2) CHECK(read_slot(write_slot(*record)) == *record);
    return 0;
}
