// A backup that a person chose, as a tablet reads it: the bytes themselves, and the same as header and contents of a file whose digests
// fit. The first line is then the header.

#include <cstdio>
#include <string>

#include "core/base/hash.h"
#include "core/storage/backup.h"
#include "tests/fuzz/made_up.h"
#include "tests/support/memory_pool.h"
#include "tests/support/memory_source.h"

namespace {

void read_backup(std::string_view text) {
    kitbag::MemorySource source({text.begin(), text.end()});
    const auto header = kitbag::check_backup(source);
    if (!header) return;
    static_cast<void>(kitbag::read_backup_key(source, *header));
    kitbag::MemoryPool pool;
    static_cast<void>(kitbag::write_store(pool, source, *header));
}

std::string eight_digits(std::size_t number) {
    char digits[16];
    std::snprintf(digits, sizeof digits, "%08zu", number);
    return digits;
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
    const std::string_view text = kitbag::text_of(bytes, count);
    read_backup(text);
    const std::string header(text.substr(0, text.find('\n')));
    const std::string_view contents = text.substr(std::min(text.size(), header.size() + 1));
    std::string sealed = "KITBAG-BACKUP-1\n" + kitbag::content_hash(header) + " " + eight_digits(header.size()) + "\n" +
                         header + "\n" + std::string(contents);
    sealed += kitbag::content_hash(sealed);
    read_backup(sealed);
    return 0;
}
