// What a tablet says when it is enrolled, as the county reads it.
#include "core/base/check.h"
#include "sync/protocol/messages.h"
#include "tests/fuzz/made_up.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
    using namespace kitbag;
    const std::string_view text = text_of(bytes, count);
    const Result<EnrolRequest> request = read_enrol_request(text);
    if (request) CHECK(read_enrol_request(write_enrol_request(*request)) == *request);
    return 0;
}
