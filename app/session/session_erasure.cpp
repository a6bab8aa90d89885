// What the session does when the county wants this tablet erased and has everything that was written on it.

#include "app/session/session.h"
#include "core/storage/erasure_order.h"

namespace kitbag {

// What was written while the last of it was sent goes first, and so does a photograph that the page is still preparing. Where something
// cannot be saved nothing is erased, and the alarm says what to do.
void Session::erase_as_ordered() {
    unlocked_->keeper.leave_all();
    if (unlocked_->keeper.trouble() || photo_.preparing) return;
    const auto order = ErasureOrders(unlocked_->store->database()).order();
    if (!order && order.error().code == "not_all_sent") return unlocked_->sync.start();
    const auto begun = order.and_then([&](const ErasureOrder& given) { return shelf_.begin_erasing(given); });
    if (!begun) return report(begun);
    if (!lock()) return;  // At the next start it goes on: the label says so already.
    left_at_.reset();
    set_up_.begin_anew();  // It may have been set up since the app was started.
    erased_.go_on();
    begin_locked();
}

void Session::run(const CloseErased& command) {
    if (unlocked_) return;
    erased_.close(command.number);
    stale();
}

}  // namespace kitbag
