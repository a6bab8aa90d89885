// What a county, or a guest network in its place, answers a tablet. Any of it may come to any question.
#include "sync/client/answers.h"
#include "sync/protocol/messages.h"
#include "sync/protocol/outcome_messages.h"
#include "sync/protocol/picture_messages.h"
#include "tests/fuzz/made_up.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
    using namespace kitbag;
    const std::string_view text = text_of(bytes, count);
    static_cast<void>(read_enrol_reply(text));
    static_cast<void>(read_push_reply(text));
    static_cast<void>(read_pull_reply(text));
    static_cast<void>(read_reference_reply(text));
    static_cast<void>(read_picture_reply(text));
    static_cast<void>(read_outcome_list_reply(text));
    static_cast<void>(read_outcome_part_reply(text));
    for (const int status : {400, 401, 503}) {
        const Fault reason = reason_of(status, text);
        static_cast<void>(is_refused_body(status, reason));
        static_cast<void>(may_pass_by_itself(reason));
    }
    return 0;
}
