// The label of a store, which is read before anybody has unlocked anything: the bytes themselves, and the same with a digest that fits.

#include <string>

#include "core/base/hash.h"
#include "core/storage/store_shelf.h"
#include "tests/fuzz/made_up.h"
#include "tests/support/memory_pool.h"

namespace {

void read_label(std::string_view text) {
    kitbag::MemoryPool pool;
    pool.bytes(kitbag::PoolFile::label).assign(text.begin(), text.end());
    kitbag::StoreShelf shelf({&pool});
    static_cast<void>(shelf.label(1));
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
    const std::string_view text = kitbag::text_of(bytes, count);
    read_label(text);
    read_label("kitbag-label-1 " + kitbag::content_hash(text) + " " + std::string(text) + "\n");
    return 0;
}
