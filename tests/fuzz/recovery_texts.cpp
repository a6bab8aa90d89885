// What a tablet and its office send each other about a forgotten passphrase: the bytes themselves, and the same as the inside of a text
// whose marks and checksum fit.

#include "core/storage/recovery_texts.h"

#include <algorithm>

#include "core/base/check.h"
#include "tests/fuzz/made_up.h"
#include "tests/support/seams.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
    using namespace kitbag;
    const std::string_view text = text_of(bytes, count);
    static_cast<void>(read_request(text));
    static_cast<void>(read_answer(text));
    RecoveryRequest request{.recovery_key = "0123456789abcdef", .ephemeral = {}, .sealed = {bytes, bytes + count}};
    const std::string written = write_request(request);
    if (const Result<RecoveryRequest> read = read_request(written); read) CHECK(*read == request);
    SeededRandom random(1);
    static_cast<void>(answer_request(written, SecretKey{}, random));
    return 0;
}
