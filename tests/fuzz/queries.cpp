// The query of an address, as the server reads it.
#include "sync/server/http_message.h"
#include "tests/fuzz/made_up.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
    using namespace kitbag;
    const std::string_view text = text_of(bytes, count);
    for (const char* name : {"after", "limit", "content", ""}) {
        static_cast<void>(query_word(text, name));
        static_cast<void>(query_number(text, name, 0));
    }
    return 0;
}
