// When the tablet locks itself, and where its adviser is afterwards.

#include <utility>

#include "app/session/session.h"
#include "app/text/lock_words.h"
#include "core/storage/county_settings.h"
#include "core/storage/kept_drafts.h"

namespace kitbag {
namespace {

constexpr Instant minute_ms = 60'000;

LockTimes lock_times(OpenStore& store) {
    const CountySettings settings = read_county_settings(store.database()).value_or(CountySettings{});
    return {settings.lock_after_minutes * minute_ms, settings.lock_hidden_after_minutes * minute_ms};
}

// Who unlocks the tablet has it back from the head. A set-up that still brings the schools goes on by itself.
Route where_to_come_back(Route route) {
    if (route.place == Place::hand_over) route.place = Place::record;
    if (route.place == Place::set_up) return {Place::schools, "", ""};
    return route;
}

}  // namespace

void Session::begin_watch() {
    idle_.begin(platform_.clock().now(), lock_times(*unlocked_->store));
    arm_watch();
}

void Session::change_watch() {
    idle_.change(lock_times(*unlocked_->store));
    arm_watch();
}

// The one timer: it is not started anew with each touch, but looks when it rings how long ago the last one was.
void Session::arm_watch() {
    platform_.start_timer(Timer::lock, static_cast<int>(idle_.arm(platform_.clock().now())));
}

void Session::on_input() {
    if (!unlocked_ || lock_if_due()) return;
    idle_.touched(platform_.clock().now());
}

bool Session::lock_if_due() {
    if (!unlocked_ || !idle_.due(platform_.clock().now())) return false;
    lock_itself();
    return !unlocked_;
}

void Session::lock_itself() {
    const Place place = models_.route.place;
    const LeftAt left{unlocked_->store->enrolment().adviser.id, where_to_come_back(models_.route)};
    if (!lock()) {  // What cannot be saved is still on the screen, with an alarm: it waits for somebody once more.
        idle_.begin(platform_.clock().now(), lock_times(*unlocked_->store));
        return arm_watch();
    }
    left_at_ = left;
    models_.unlock.notice = place == Place::hand_over ? words::lock::from_head : words::lock::by_itself;
}

// False when something typed cannot be saved: locking would lose it, and the alarm says what to do first.
bool Session::lock() {
    unlocked_->keeper.leave_all();
    stale();
    if (unlocked_->keeper.trouble()) return false;
    unlocked_.reset();
    turn_ = Turn::none;
    idle_.end();
    for (const Timer timer : {Timer::toast, Timer::lock, Timer::wait, Timer::retry_unlock}) platform_.stop_timer(timer);
    passphrase_ = {};
    new_passphrase_ = {};
    undo_.clear();
    models_ = {};
    search_ = {};
    school_index_ = {};
    board_ = {};
    comparison_ = {};
    month_ = {};
    doubts_.reset();
    notes_search_ = {};
    photo_ = {};
    form_ = {};
    taken_form_ = {};
    handed_over_.reset();
    failure_.clear();
    finishing_set_up_ = false;
    models_.route = {Place::unlock, "", ""};
    show_wait(models_.unlock);
    return true;
}

// The texts that no file takes now. They are sealed under this store's key, and read by it alone.
void Session::hand_on_texts() {
    const std::vector<Draft> drafts = unlocked_ ? unlocked_->keeper.unsaved_drafts() : std::vector<Draft>{};
    if (drafts.empty()) return;
    platform_.keep_texts(seal_drafts(drafts, unlocked_->store->key(), platform_.random()));
}

// They become drafts of this store, and with those that were there they are recovered. Another store's stay sealed.
void Session::put_kept_texts_back() {
    OpenStore& store = *unlocked_->store;
    const auto drafts = unseal_drafts(kept_texts_, store.key());
    if (!drafts) return;
    auto transaction = Transaction::begin(store.database());
    Result<void> saved = transaction ? Result<void>() : std::unexpected(transaction.error());
    for (const Draft& each : *drafts) {
        if (saved) saved = store.drafts().save(each.entity, each.entity_id, each.field, each.text, each.typed_at);
    }
    if (saved) saved = transaction->commit();
    if (!saved) return report(saved);
    kept_texts_.clear();
    platform_.keep_texts("");
}

void Session::run(const LockTablet&) {
    if (unlocked_) lock();
}

void Session::return_to_place() {
    const std::optional<LeftAt> left = std::exchange(left_at_, std::nullopt);
    if (left && left->adviser == unlocked_->store->enrolment().adviser.id) go(left->route);
}

}  // namespace kitbag
