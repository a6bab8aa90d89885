// The part of SyncEngine that takes leave of a county that wants the tablet erased.

#include <string>
#include <utility>

#include "core/storage/erasure_order.h"
#include "sync/client/sync_engine.h"

namespace kitbag {
namespace {

std::string counted(int count, std::string_view noun) {
    return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

Fault held_up(const NotSent& left) {
    std::string what = left.changes > 0 ? counted(left.changes, "change") : "";
    if (left.changes > 0 && left.pictures > 0) what += " and ";
    if (left.pictures > 0) what += counted(left.pictures, "photograph");
    return {"erasure_held_up", "The county wants this tablet erased, but " + what +
                                   " on it could not be given to the county. So nothing was erased. Take the tablet to "
                                   "the county office."};
}

}  // namespace

// What it has goes first, with what it could not read again at the county, which gives it nothing to read any more; and what was refused
// once more, because the county now keeps it. Then its pictures.
SyncAction SyncEngine::leave() {
    if (!std::exchange(leaving_, true)) {
        history_asked_ = history_asked_ && step_ != Step::pull;  // That was not answered.
        pictures_.only_send();
        const Result<void> noted = ErasureOrders(database_)
                                       .note_order(clock_.now())
                                       .and_then([&] { return change_log_.send_unconfirmed(); })
                                       .and_then([&] { return change_log_.offer_refused_again(); });
        return noted ? ask_push() : fail(noted.error());
    }
    return ask_picture();
}

// Where it was in the county's log a pull would say; while it leaves there is none. Its last receipt alone does not tell that the county
// lost something: another tablet may have brought back that change, and not those before it.
Result<KnownHistory> SyncEngine::known_history() const {
    Result<LastReceived> received = change_log_.last_received();
    if (!received) return std::unexpected(received.error());
    Result<KnownHistory> known = leaving_ ? read_up_to() : KnownHistory();
    if (known) known->received = *std::move(received);
    return known;
}

Result<KnownHistory> SyncEngine::read_up_to() const {
    const Result<std::int64_t> cursor = device_.cursor();
    if (!cursor) return std::unexpected(cursor.error());
    return device_.chain().transform(
        [&](std::string chain) { return KnownHistory{.received = {}, .cursor = *cursor, .chain = std::move(chain)}; });
}

SyncAction SyncEngine::finish_leaving() {
    ErasureOrders orders(database_);
    const Result<NotSent> left = orders.not_sent();
    if (!left) return fail(left.error());
    if (!left->nothing()) return fail(held_up(*left));
    if (const Result<void> noted = orders.note_all_sent(clock_.now()); !noted) return fail(noted.error());
    step_ = Step::idle;
    failures_ = 0;
    stopping_ = false;
    return EraseOrdered{summary_};
}

}  // namespace kitbag
