// What the session does about the keys of the store, beside opening it.

#include "app/session/session.h"
#include "app/text/lock_words.h"
#include "core/storage/county_settings.h"

namespace kitbag {
namespace {

constexpr int turn_ms = 50;  // Time for the frame that says what is being done.

bool is_about_choosing(const Fault& reason) {
    return reason.code == "short_passphrase" || reason.code == "long_passphrase";
}

bool is_about_tablet(const Fault& reason) {
    return reason.code.starts_with("storage_") || reason.code == "no_memory" || reason.code == "key_damaged";
}

}  // namespace

// When the tablet was set up, when its county makes or changes its recovery key, and when an earlier try found no room.
void Session::keep_in_escrow() {
    OpenStore& store = *unlocked_->store;
    const auto settings = read_county_settings(store.database());
    if (!settings) return report(std::unexpected(settings.error()));
    const auto recovery_key = public_key_from(settings->recovery_key);
    if (!recovery_key) return;
    const Enrolment& who = store.enrolment();
    const auto kept = keys_.put_in_escrow(store.key(), {who.device, who.adviser.name}, *recovery_key);
    if (!kept) report(kept);
}

void Session::run(const ShowForgotten&) {
    if (models_.route.place != Place::unlock || !models_.unlock.progress.empty()) return;
    models_.forgotten = {};
    models_.forgotten.possible = keys_.in_escrow().value_or(false);
    models_.route = {Place::forgotten, "", ""};
    show_request(keys_.request());
}

void Session::run(const BackToUnlock&) {
    if (models_.route.place != Place::forgotten || !models_.forgotten.progress.empty()) return;
    models_.forgotten = {};
    models_.route = {Place::unlock, "", ""};
    stale();
}

void Session::show_request(const Result<std::string>& request) {
    models_.forgotten.failure = request ? "" : request.error().sentence;
    if (request) models_.forgotten.request = *request;
    stale();
}

void Session::run(const MakeRequest&) {
    if (models_.route.place == Place::forgotten) show_request(keys_.make_request());
}

void Session::run(const SaveRequestFile&) {
    const std::string& request = models_.forgotten.request;
    if (request.empty()) return;
    platform_.give_file(std::string(words::forgotten::file_name), "text/plain",
                        std::string(words::forgotten::file_head) + "\n\n" + request + "\n");
    say_done(std::string(words::forgotten::file_saved));
    stale();
}

void Session::run(const GiveUpRequest&) {
    if (models_.route.place != Place::forgotten || !models_.forgotten.progress.empty()) return;
    show_request(keys_.give_up_request().transform([] { return std::string(); }));
    models_.forgotten.answer_error.clear();
}

// As at unlocking: the frame that says so comes first, because the key is slow to make on purpose.
void Session::run(const OpenWithAnswer& command) {
    ForgottenModel& model = models_.forgotten;
    if (models_.route.place != Place::forgotten || !model.progress.empty()) return;
    stale();
    const auto allowed = check_passphrase(command.passphrase);
    const bool same = command.passphrase == command.passphrase_again;
    model.failure.clear();
    model.answer_error = command.answer.empty() ? words::forgotten::answer_missing : "";
    model.passphrase_error = allowed ? "" : allowed.error().sentence;
    model.again_error = allowed && !same ? words::set_up::again_differs : "";
    if (command.answer.empty() || !allowed || !same) return;
    answer_ = command.answer;
    passphrase_ = command.passphrase;
    model.progress = words::unlock::opening;
    platform_.start_timer(Timer::wait, turn_ms);
}

void Session::try_answer() {
    ForgottenModel& model = models_.forgotten;
    model.progress.clear();
    const auto key = keys_.recover(answer_, passphrase_);
    answer_.clear();
    passphrase_ = {};
    if (!key) {
        std::string& place = is_about_tablet(key.error())     ? model.failure
                             : is_about_choosing(key.error()) ? model.passphrase_error
                                                              : model.answer_error;
        place = key.error().sentence;
        return;
    }
    model = {};
    models_.unlock = {};
    platform_.stop_timer(Timer::retry_unlock);
    models_.route = {Place::unlock, "", ""};  // Where it is said if the store itself does not open.
    open_with(*key);
    if (unlocked_) say_done(std::string(words::forgotten::done));
}

void Session::run(const ShowPassphraseForm& command) {
    PassphraseModel& model = models_.passphrase;
    if (!unlocked_ || models_.route.place != Place::sending || !model.old.progress.empty()) return;
    model = {};
    model.open = command.open;
    if (model.open) show_wait(model.old);
    stale();
}

void Session::run(const ChangePassphrase& command) {
    PassphraseModel& model = models_.passphrase;
    if (!unlocked_ || !model.open || !model.old.wait.empty() || !model.old.progress.empty()) return;
    stale();
    const auto allowed = check_passphrase(command.passphrase);
    const bool same = command.passphrase == command.passphrase_again;
    model.failure.clear();
    model.old.failure = command.old.empty() ? words::passphrase::old_missing : "";
    model.new_error = allowed ? "" : allowed.error().sentence;
    model.again_error = allowed && !same ? words::set_up::again_differs : "";
    if (command.old.empty() || !allowed || !same) return;
    passphrase_ = command.old;
    new_passphrase_ = command.passphrase;
    model.old.progress = words::passphrase::changing;
    platform_.start_timer(Timer::wait, turn_ms);
}

void Session::try_new_passphrase() {
    PassphraseModel& model = models_.passphrase;
    model.old.progress.clear();
    const auto changed = keys_.change_passphrase(passphrase_, new_passphrase_);
    passphrase_ = {};
    new_passphrase_ = {};
    if (!changed) {
        (is_about_tablet(changed.error()) ? model.failure : model.old.failure) = changed.error().sentence;
        show_wait(model.old);
        return;
    }
    model = {};
    say_done(std::string(words::passphrase::changed));
}

}  // namespace kitbag
