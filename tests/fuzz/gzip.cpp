// Changes in gzip, as the county un-compresses them: the bytes themselves, and the bytes compressed, which come back whole within the
// limit, and not at all past it, cut short, or with a byte behind them.

#include "sync/server/gzip.h"

#include "core/base/check.h"
#include "tests/fuzz/made_up.h"
#include "tests/support/gzipped.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
    using namespace kitbag;
    constexpr std::size_t limit = 4096;
    const std::string_view text = text_of(bytes, count);
    const Result<std::string> inflated = inflate_gzip(text, limit);
    if (inflated) CHECK(inflated->size() <= limit);
    const std::string packed = test::gzipped(text);
    CHECK(inflate_gzip(packed, text.size()) == text);
    if (!text.empty()) CHECK(!inflate_gzip(packed, text.size() - 1));
    CHECK(!inflate_gzip(packed.substr(0, packed.size() - 1), text.size()));
    CHECK(!inflate_gzip(packed + "x", text.size()));
    return 0;
}
