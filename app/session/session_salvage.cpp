// What an adviser does with a store that is damaged: recovering what can be read, setting it aside, and, when it is a file
// elsewhere, removing it from the tablet.

#include <utility>

#include "app/session/salvage_store.h"
#include "app/session/session.h"
#include "app/text/backup_phrases.h"
#include "app/text/backup_words.h"
#include "app/text/words.h"

namespace kitbag {

// Met while the store was open, by its daily look: from the unlock screen on it is like any other damage.
void Session::run(const LockDamaged&) {
    if (!unlocked_ || !unlocked_->upkeep.damage() || !lock()) return;
    damage_ = {.found = true, .met_in_use = true, .key_opens = true};
}

// Only what cannot be read is set aside, and only when somebody wants to go on without it. Nothing in it is changed.
void Session::run(const SetAside&) {
    if (unlocked_ || !damage_.found || turn_ != Turn::none) return;
    StoreLabel label = shelf_.label(shelf_.chosen()).value_or(StoreLabel{});
    label.standing = StoreState::set_aside;
    label.at = platform_.clock().now();
    const auto marked = shelf_.put_label(shelf_.chosen(), label);
    stores_failure_ = marked ? "" : marked.error().sentence;
    if (marked) begin_locked();
    stale();
}

void Session::run(const UseAgain& command) {
    if (unlocked_ || turn_ != Turn::none) return;
    std::optional<StoreLabel> label = shelf_.label(command.number);
    if (!label || label->standing != StoreState::set_aside) return;
    label->standing = StoreState::in_use;
    label->saved = 0;  // It may become another than the file.
    const auto marked = shelf_.put_label(command.number, *label);
    stores_failure_ = marked ? "" : marked.error().sentence;
    if (marked) choose_store(command.number);
    stale();
}

void Session::run(const SaveAsFound& command) {
    if (unlocked_) return;
    const auto given = write_as_found(shelf_.pool(command.number),
                                      [&](std::span<const std::uint8_t> piece) { platform_.add_to_file(piece); });
    stores_failure_ = given ? "" : given.error().sentence;
    if (given)
        platform_.give_added_file(phrases::as_found_file_name(platform_.clock().now()), "application/octet-stream");
    if (!given) platform_.drop_file();
    std::optional<StoreLabel> label = shelf_.label(command.number);
    if (given && label && label->standing == StoreState::set_aside) {
        label->saved = platform_.clock().now();
        (void)shelf_.put_label(command.number, *label);  // Where it fails, it has to be saved once more to be removed.
    }
    stale();
}

// As at unlocking: the frame that says so comes first.
void Session::run(const RecoverStore& command) {
    UnlockModel& model = models_.unlock;
    if (unlocked_ || !damage_.key_opens || turn_ != Turn::none || !model.progress.empty() || !model.wait.empty())
        return;
    stores_failure_.clear();
    model.failure = command.passphrase.empty() ? words::unlock::missing : "";
    stale();
    if (command.passphrase.empty()) return;
    passphrase_ = command.passphrase;
    model.progress = words::stores::recovering;
    take_turn(Turn::recover_store);
}

void Session::recover_store() {
    models_.unlock.progress.clear();
    const auto key = keys_.unlock(passphrase_);
    passphrase_ = {};
    if (!key) {
        models_.unlock.failure = key.error().sentence;
        return show_wait(models_.unlock);
    }
    const auto record = keys_.record();
    if (!record) return refuse_to_open(record.error());
    auto done = salvage_store(platform_, shelf_, shelf_.chosen(), *key, *record);
    if (!done) {
        stores_failure_ = done.error().sentence;
        return;
    }
    set_up_.begin_anew();
    shelf_.choose(done->number);
    models_.unlock = {};
    models_.route = {Place::schools, "", ""};
    enter(std::move(done->store));
    std::string& news = models_.frame.banner.text;  // What was still being typed has been told there.
    news = phrases::salvaged(done->told) + (news.empty() ? "" : " " + news);
    models_.frame.banner.warns = !done->told.whole();
}

void Session::run(const AskToRemove& command) {
    if (unlocked_) return;
    removing_ = command.number;
    stale();
}

// The shelf itself refuses any store but one that was set aside and saved.
void Session::run(const RemoveStore& command) {
    if (unlocked_ || turn_ != Turn::none || removing_ != command.number) return;
    removing_ = 0;
    const auto removed = shelf_.remove(command.number);
    stores_failure_ = removed ? "" : removed.error().sentence;
    stale();
    if (!removed) return;
    say_done(std::string(words::stores::removed));
    // Where there was no room for another store, there is now.
    const auto chosen = shelf_.label(shelf_.chosen());
    const bool is_in_use = chosen && chosen->standing == StoreState::in_use;
    if (models_.route.place == Place::set_up && chosen && !is_in_use) begin_locked();
}

}  // namespace kitbag
