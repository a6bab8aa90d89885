// What each command does. See session.cpp for what happens by itself.

#include <utility>

#include "app/session/build_inspections.h"
#include "app/session/build_people.h"
#include "app/session/build_photos.h"
#include "app/session/build_record.h"
#include "app/session/build_versions.h"
#include "app/session/build_visit.h"
#include "app/session/head_answers.h"
#include "app/session/rating_writer.h"
#include "app/session/session.h"
#include "app/session/storage_notice.h"
#include "app/session/visit_steps.h"
#include "app/session/visit_writer.h"
#include "app/text/phrases.h"
#include "app/text/words.h"

namespace kitbag {
namespace {

constexpr int turn_ms = 50;  // Time for the frame that says "Opening…".

}  // namespace

void Session::run(const SetUpTablet& command) {
    set_up_.run(command);
    stale();
}

void Session::run(const UnlockTablet& command) {
    UnlockModel& model = models_.unlock;
    changed_ = true;
    if (!model.wait.empty() || !model.progress.empty()) return;
    model.failure = command.passphrase.empty() ? words::unlock::missing : "";
    if (command.passphrase.empty()) return;
    passphrase_ = command.passphrase;
    model.progress = words::unlock::opening;
    platform_.start_timer(Timer::wait, turn_ms);
}

void Session::try_passphrase() {
    models_.unlock.progress.clear();
    const auto key = keys_.unlock(passphrase_);
    passphrase_ = {};
    if (!key) {
        refuse_to_open(key.error());
        show_wait(models_.unlock);
        return;
    }
    open_with(*key);
}

void Session::open_with(const DatabaseKey& key) {
    auto store = OpenStore::open(platform_, shelf_.pool(), key);
    if (!store) return refuse_to_open(store.error());
    models_.unlock = {};
    if (!(*store)->enrolled()) {
        set_up_.take_store(std::move(*store));
        models_.route = {Place::set_up, "", ""};
        return;
    }
    models_.route = {Place::schools, "", ""};
    enter(std::move(*store));
    return_to_place();
}

void Session::show_wait(UnlockModel& model) {
    const Instant wait = keys_.wait_ms().value_or(0);
    if (wait <= 0) return;
    model.wait = phrases::wait_before_next_try(wait);
    platform_.start_timer(Timer::retry_unlock, static_cast<int>(wait));
}

void Session::run(const GoTo& command) {
    go(command.route);
}

void Session::go(const Route& route) {
    if (!unlocked_) return;
    unlocked_->keeper.leave_all();
    unlocked_->keeper.take_written();  // What was written where one was cannot be taken back where one goes.
    undo_.clear();
    models_.visit.write_now = false;
    models_.route = route;
    form_ = {};
    doubts_.reset();
    if (route.place == Place::sending) platform_.ask_for_room();
    want_pictures();
    stale();
}

void Session::run(const SearchSchools& command) {
    search_ = command;
    search_schools(school_index_, search_, models_.schools);
    changed_ = true;
}

void Session::run(const TypeText& command) {
    if (!unlocked_) return;
    unlocked_->keeper.type(command.field, command.text);
    if (is_held(command.field)) form_ = {};
    refresh_typed(command.field);
    unlocked_->typed.insert(command.field);
}

// Typing and saving what was typed change one field and nothing else: nothing is read from the store again for it.
void Session::refresh_typed(const FieldKey& key) {
    refresh_field(models_.visit, unlocked_->keeper, key);
    refresh_field(models_.categorisation, unlocked_->keeper, key);
    refresh_field(models_.new_visit, unlocked_->keeper, key);
    refresh_field(models_.forum, unlocked_->keeper, key);
    refresh_field(models_.people, unlocked_->keeper, key);
    refresh_field(models_.inspections, unlocked_->keeper, key);
    refresh_field(models_.record, unlocked_->keeper, key);
    refresh_field(models_.hand_over, unlocked_->keeper, key);
    refresh_field(models_.photos, unlocked_->keeper, key);
    refresh_field(models_.versions, unlocked_->keeper, key);
    changed_ = true;
}

void Session::save_typed() {
    const bool had_trouble = unlocked_->keeper.trouble().has_value();
    unlocked_->keeper.save_now();
    const std::set<FieldKey> typed = std::exchange(unlocked_->typed, {});
    if (had_trouble || unlocked_->keeper.trouble()) return stale();  // Said above the screen, whatever place it shows.
    for (const FieldKey& key : typed) refresh_typed(key);
}

void Session::run(const LeaveField& command) {
    if (!unlocked_) return;
    unlocked_->keeper.leave(command.field);
    stale();
}

void Session::run(const TakeStep& command) {
    if (!unlocked_) return;
    const RatingPlace place{models_.categorisation.urn, models_.categorisation.subject};
    if (taken_a_moment_ago(step_key(place, command.step, command.about, ""))) return;
    unlocked_->keeper.leave_all();
    const auto taken = take_step(*unlocked_->store, unlocked_->keeper, platform_, place, command);
    const std::string_view field = taken ? "" : field_at_fault(command.step, taken.error());
    report_form(step_key(place, command.step, command.about, field), taken);
}

void Session::run(const JudgeDirection&) {
    if (!unlocked_) return;
    const RatingPlace place{models_.categorisation.urn, models_.categorisation.subject};
    FieldKey form = direction_key(place, models_.categorisation.direction.half_term, "why");
    if (taken_a_moment_ago(form)) return;
    unlocked_->keeper.leave_all();
    const auto judged = judge_direction(*unlocked_->store, unlocked_->keeper, platform_, place);
    if (!judged && judged.error().code == "bad_field") form.field = "direction";
    report_form(form, judged);
}

void Session::run(const ShowBoard& command) {
    board_ = command.filter;
    stale();
}

void Session::run(const CompareOutcomes& command) {
    comparison_ = command.filter;
    stale();
}

void Session::run(const EnrolAgain& command) {
    if (!unlocked_ || unlocked_->sync.busy()) return;
    unlocked_->again.run(command.code);
    enrolled_again();
}

// What was waiting goes at once, and with it the county's answer to whether it knows the tablet.
void Session::enrolled_again() {
    if (unlocked_->again.take_done()) {
        say_done(std::string(words::enrol_again::done));
        unlocked_->sync.start();
    }
    stale();
}

void Session::run(const SyncNow&) {
    if (!unlocked_) return;
    unlocked_->keeper.leave_all();
    unlocked_->sync.start();
    stale();
}

void Session::run(const StopSync&) {
    if (!unlocked_) return;
    unlocked_->sync.stop();
    stale();
}

void Session::run(const TryRefusedAgain& command) {
    if (!unlocked_) return;
    report(unlocked_->store->log().retry_refused(command.change));
    unlocked_->sync.start();
}

void Session::run(const PutAside& command) {
    if (!unlocked_) return;
    report(unlocked_->store->log().put_aside(command.change));
}

void Session::run(const DrawAgain&) {
    changed_ = true;
}

void Session::run(const CloseToast&) {
    models_.frame.toast.clear();
    platform_.stop_timer(Timer::toast);
    changed_ = true;
}

void Session::run(const CloseBanner&) {
    models_.frame.banner = {};
    changed_ = true;
}

void Session::run(const ShowSo& command) {
    platform_.keep_display(command.display);
}

void Session::run(const SaveUnsaved&) {
    if (!unlocked_) return;
    std::string content = std::string(words::trouble::unsaved_file) + "\n";
    for (const Unsaved& one : unlocked_->keeper.unsaved())
        content += "\n" + where_it_was(one.place) + ":\n" + one.text + "\n";
    platform_.give_file("kitbag-not-saved-" + to_iso(unlocked_->store->today()) + ".txt", "text/plain",
                        std::move(content));
}

void Session::run(const HideStorageNotice&) {
    if (!unlocked_) return;
    report(hide_storage_notice(*unlocked_->store, platform_.clock().now()));
}

}  // namespace kitbag
