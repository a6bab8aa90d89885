// A batch of changes, as the county reads it. What is a change is written and read as the same one.
#include "core/base/check.h"
#include "sync/protocol/messages.h"
#include "tests/fuzz/made_up.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
    using namespace kitbag;
    const std::string_view text = text_of(bytes, count);
    const Result<std::vector<ReceivedChange>> received = read_push_request(text);
    if (!received) return 0;
    for (const ReceivedChange& each : *received)
        if (each.change) CHECK(change_from_json(to_json(*each.change)) == *each.change);
    return 0;
}
