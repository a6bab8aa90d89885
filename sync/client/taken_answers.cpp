#include "sync/client/taken_answers.h"

#include <algorithm>

#include "core/storage/photo_store.h"
#include "core/storage/reference.h"
#include "sync/protocol/messages.h"

namespace kitbag {

Fault muddled_answer() {
    return {"not_our_server",
            "The answer does not fit what was sent, so nothing was marked as received. Try again; if it stays, tell "
            "your county."};
}

Result<ReferenceTaken> take_reference_reply(Database& database, std::string_view body) {
    const Result<ReferenceReply> reply = read_reference_reply(body);
    if (!reply) return std::unexpected(reply.error());
    if (reply->unchanged) return ReferenceTaken{false, reply->outcomes};
    return replace_reference(database, reply->version, reply->schools, reply->frameworks, reply->half_terms,
                             reply->visit_templates, reply->settings)
        .transform([&] { return ReferenceTaken{true, reply->outcomes}; });
}

Result<PushTaken> take_push_reply(ChangeLog& change_log, const PushReply& reply, RefusedIs refused_is) {
    const std::vector<Outcome>& outcomes = reply.outcomes;
    if (const Result<void> stored = change_log.record_outcomes(outcomes, refused_is, reply.chain); !stored)
        return std::unexpected(stored.error());
    const auto refused = static_cast<int>(std::ranges::count(outcomes, Answer::refused, &Outcome::answer));
    return PushTaken{static_cast<int>(outcomes.size()) - refused, refused};
}

Result<int> take_page(DeviceStore& device, ChangeLog& change_log, const ChangePage& page) {
    const Result<std::int64_t> cursor = device.cursor();
    if (!cursor) return std::unexpected(cursor.error());
    // It begins anew where the tablet is to have the records of other schools.
    if (page.scope) {
        const Result<std::string> scope = device.scope();
        if (!scope) return std::unexpected(scope.error());
        if (*scope != page.scope->id) return change_log.apply(page);
    }
    // A page that does not move on would be asked for again for ever.
    if (page.cursor < *cursor || (page.cursor == *cursor && (page.more || !page.changes.empty())))
        return std::unexpected(muddled_answer());
    return change_log.apply(page);
}

// A photograph that was removed on another tablet goes here too.
Result<void> note_contact(Database& database, Instant then) {
    return PhotoStore(database).remove_unused().and_then([&] { return DeviceStore(database).set_last_contact(then); });
}

}  // namespace kitbag
