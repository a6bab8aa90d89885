// Backups, and what an adviser does with the several stores of one tablet: choosing whose to open, beginning another, and putting
// one back from a backup. What is done with a damaged one is in session_salvage.cpp.

#include <algorithm>
#include <span>
#include <utility>

#include "app/session/backup_maker.h"
#include "app/session/put_back.h"
#include "app/session/session.h"
#include "app/text/backup_phrases.h"
#include "app/text/backup_words.h"
#include "app/text/words.h"

namespace kitbag {
namespace {

constexpr int turn_ms = 50;  // Time for the frame that says what is being done.

bool means_damage(const Fault& fault) {
    return fault.code == "key_damaged" || fault.code == "storage_damaged" || fault.code == "not_encrypted";
}

// Two stores of one name are told apart by their numbers.
std::string name_of(const ShelvedStore& store, std::span<const ShelvedStore> all) {
    const std::string name = store.label.name.empty() ? std::string(words::stores::no_name) : store.label.name;
    const auto same = [&](const ShelvedStore& other) { return other.label.name == store.label.name; };
    return std::ranges::count_if(all, same) > 1 ? phrases::numbered_store(name, store.number) : name;
}

}  // namespace

void Session::take_turn(Turn turn) {
    turn_ = turn;
    platform_.start_timer(Timer::wait, turn_ms);
    stale();
}

// True when Timer::wait rang for something of this file.
bool Session::on_turn() {
    switch (std::exchange(turn_, Turn::none)) {
        case Turn::none:
            return false;
        case Turn::make_backup:
            make_backup();
            break;
        case Turn::check_backup:
            check_chosen();
            break;
        case Turn::put_back:
            put_back_chosen();
            break;
        case Turn::recover_store:
            recover_store();
            break;
        case Turn::make_office_file:
            make_office_file();
            break;
        case Turn::read_office_answer:
            read_office_answer();
            break;
    }
    return true;
}

void Session::run(const MakeBackup&) {
    if (!unlocked_ || turn_ != Turn::none) return;
    take_turn(Turn::make_backup);
}

void Session::make_backup() {
    if (!unlocked_) return;
    unlocked_->keeper.save_now();
    const Result<KeyRecord> key = keys_.record();
    const Result<void> given =
        key ? give_backup(platform_, *unlocked_->store, *key) : Result<void>(std::unexpected(key.error()));
    if (given) say_done(std::string(words::backup::given));
    report(given);
}

// The store that was opened last, or setting up where there is none.
void Session::begin_locked() {
    const ShelvedStore* last = nullptr;
    const std::vector<ShelvedStore> stores = shelf_.stores();
    for (const ShelvedStore& store : stores) {
        if (store.label.standing == StoreState::in_use && (!last || store.label.at > last->label.at)) last = &store;
    }
    if (last) return choose_store(last->number);
    models_.route = {Place::set_up, "", ""};
    const Result<int> empty = shelf_.empty_store();
    if (empty) shelf_.choose(*empty);
    if (!empty) stores_failure_ = empty.error().sentence;
}

void Session::choose_store(int number) {
    shelf_.choose(number);
    models_.unlock = {};
    damage_ = {};
    removing_ = 0;
    const auto exists = keys_.exists();
    models_.route = {exists && !*exists ? Place::set_up : Place::unlock, "", ""};
    if (!exists) refuse_to_open(exists.error());
    if (models_.route.place == Place::unlock) show_wait(models_.unlock);
}

void Session::refuse_to_open(const Fault& why) {
    models_.unlock.failure = why.sentence;
    damage_ = {.found = means_damage(why), .met_in_use = false, .key_opens = why.code == "storage_damaged"};
}

void Session::run(const ChooseStore& command) {
    if (unlocked_ || !models_.unlock.progress.empty()) return;
    stores_failure_.clear();
    platform_.stop_timer(Timer::retry_unlock);  // The wait of the other store is counted on its own disk.
    choose_store(command.number);
    stale();
}

void Session::run(const SetUpAnother&) {
    if (unlocked_ || !models_.unlock.progress.empty()) return;
    const Result<int> empty = shelf_.empty_store();
    stores_failure_ = empty ? "" : empty.error().sentence;
    if (empty) {
        platform_.stop_timer(Timer::retry_unlock);
        shelf_.choose(*empty);
        set_up_.begin_anew();
        models_.route = {Place::set_up, "", ""};
    }
    stale();
}

void Session::run(const BackToStores&) {
    if (unlocked_ || turn_ != Turn::none || !set_up_.model().progress.empty() || set_up_.model().answered) return;
    set_up_.begin_anew();
    forget_chosen();
    stores_failure_.clear();
    begin_locked();
    stale();
}

void Session::run(const OpenRestore&) {
    if (unlocked_ || turn_ != Turn::none || !models_.unlock.progress.empty()) return;
    forget_chosen();
    models_.route = {Place::restore, "", ""};
    stale();
}

void Session::forget_chosen() {
    chosen_backup_.reset();
    restore_ = {};
    platform_.forget_chosen_file();
}

void Session::on_file() {
    if (unlocked_ && models_.route.place == Place::sending && turn_ == Turn::none) return begin_reading_answer();
    if (models_.route.place != Place::restore || turn_ != Turn::none) return;
    chosen_backup_.reset();
    restore_ = {.about = "", .progress = std::string(words::restore::checking), .failure = "", .passphrase_error = ""};
    take_turn(Turn::check_backup);
}

void Session::check_chosen() {
    restore_.progress.clear();
    ByteSource* source = platform_.chosen_file();
    if (!source) return;
    const auto header = check_backup(*source);
    const Result<void> fits = header ? check_county(shelf_, *header) : Result<void>(std::unexpected(header.error()));
    if (!fits) {
        restore_.failure = fits.error().sentence;
        return;
    }
    chosen_backup_ = *header;
    restore_.about = phrases::backup_about(header->county, header->made_at);
}

void Session::run(const PutBackBackup& command) {
    if (unlocked_ || !chosen_backup_ || turn_ != Turn::none) return;
    restore_.failure.clear();
    const bool missing = command.passphrase && command.passphrase->empty();
    restore_.passphrase_error = missing ? words::unlock::missing : "";
    stale();
    if (missing) return;
    backup_passphrase_ = command.passphrase;
    restore_.progress = words::restore::putting_back;
    take_turn(Turn::put_back);
}

void Session::put_back_chosen() {
    restore_.progress.clear();
    ByteSource* source = platform_.chosen_file();
    if (!source || !chosen_backup_) return;
    auto done = put_back(platform_, shelf_, *source, *chosen_backup_, std::exchange(backup_passphrase_, std::nullopt));
    if (!done) {
        const bool wrong = done.error().code == "backup_passphrase";
        (wrong ? restore_.passphrase_error : restore_.failure) = done.error().sentence;
        return;
    }
    forget_chosen();
    set_up_.begin_anew();
    if (!done->store) return choose_store(done->number);
    shelf_.choose(done->number);
    models_.unlock = {};
    models_.route = {Place::schools, "", ""};
    enter(std::move(done->store));
    say_done(std::string(words::restore::done));
}

// Who opened it last and whose it is. That it cannot be written is no reason to keep anybody out.
void Session::label_store() {
    StoreLabel label = shelf_.label(shelf_.chosen()).value_or(StoreLabel{});
    const Enrolment& enrolment = unlocked_->store->enrolment();
    label.standing = StoreState::in_use;
    label.name = enrolment.adviser.name;
    if (!enrolment.county.empty()) label.county = county_mark(enrolment.county);  // Lost, it stays as the label has it.
    label.at = platform_.clock().now();
    (void)shelf_.put_label(shelf_.chosen(), label);
}

void Session::rebuild_stores() {
    StoresModel& model = models_.stores;
    model = {};
    const std::vector<ShelvedStore> stores = shelf_.stores();
    for (const ShelvedStore& store : stores) {
        const auto& [number, label] = store;
        const std::string name = name_of(store, stores);
        if (label.standing == StoreState::set_aside) {
            const std::string title = phrases::set_aside(name, label.at);
            model.set_aside.push_back({.number = number,
                                       .title = title,
                                       .saved = label.saved > 0 ? phrases::saved_as_found(label.saved) : "",
                                       .asking = removing_ == number,
                                       .save_spoken = phrases::save_as_found(title),
                                       .again_spoken = phrases::use_again(title),
                                       .remove_spoken = phrases::remove_store(title)});
        } else {
            model.advisers.push_back({number, name, label.backup_of ? phrases::put_back_from(label.backup_of) : ""});
        }
    }
    model.chosen = shelf_.chosen();
    model.damaged = damage_.found;
    model.partly = damage_.met_in_use;
    model.recoverable = damage_.key_opens;
    model.any = !stores.empty();
    model.room = stores.size() < static_cast<std::size_t>(stores_max);
    model.erased = erased_.rows();
    model.failure = stores_failure_.empty() ? erased_.failure() : stores_failure_;
    model.restore = restore_;
}

}  // namespace kitbag
