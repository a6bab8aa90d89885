#include "app/session/set_up.h"

#include <utility>

#include "app/text/words.h"
#include "core/base/text.h"
#include "core/storage/county_settings.h"
#include "sync/client/enrolment.h"
#include "sync/protocol/limits.h"

namespace kitbag {
namespace {

constexpr int turn_ms = 50;  // Time for the frame that says what is being done.

}  // namespace

void SetUp::take_store(std::unique_ptr<OpenStore> store) {
    store_ = std::move(store);
    model_.has_key = true;
    model_.failure = words::set_up::unfinished;
}

void SetUp::begin_anew() {
    model_ = {};
    sent_.reset();
    passphrase_ = {};
    reply_.reset();
    store_.reset();
    result_.reset();
}

void SetUp::run(const SetUpTablet& command) {
    if (!model_.progress.empty() || !check(command)) return;
    passphrase_ = command.passphrase;
    if (reply_) {  // The county has answered before; only this tablet's part failed.
        model_.progress = words::set_up::locking;
        platform_.start_timer(Timer::wait, turn_ms);
        return;
    }
    const auto request = enrol_request({.name = std::string(trim(command.name)),
                                        .code = std::string(trim(command.code)),
                                        .device_name = platform_.device_name()});
    if (!request) {
        explain(request.error());
        return;
    }
    model_.progress = words::set_up::asking;
    sent_ = platform_.send({.method = request->method, .path = request->path, .token = "", .body = request->body});
}

bool SetUp::check(const SetUpTablet& command) {
    const bool has_key = model_.has_key;
    model_ = {};
    model_.has_key = has_key;
    model_.answered = reply_.has_value();
    const std::size_t name_length = count_characters(trim(command.name)).value_or(0);
    if (name_length == 0) model_.name_error = words::set_up::name_missing;
    if (name_length > person_name_characters_max) model_.name_error = words::set_up::name_long;
    if (trim(command.code).empty()) model_.code_error = words::set_up::code_missing;
    if (!model_.has_key) {
        if (const auto allowed = check_passphrase(command.passphrase); !allowed) {
            model_.passphrase_error = allowed.error().sentence;
        } else if (command.passphrase != command.passphrase_again) {
            model_.again_error = words::set_up::again_differs;
        }
    }
    return model_.name_error.empty() && model_.code_error.empty() && model_.passphrase_error.empty() &&
           model_.again_error.empty();
}

bool SetUp::on_http(RequestId id, const WebAnswer& answer) {
    if (!sent_ || *sent_ != id) return false;
    sent_.reset();
    model_.progress.clear();
    if (answer.status == 0) {
        model_.failure = words::set_up::unreachable;
        return true;
    }
    auto reply = read_enrol_response(answer.status, answer.body);
    if (!reply) {
        explain(reply.error());
        return true;
    }
    reply_ = std::move(*reply);
    model_.answered = true;
    model_.progress = words::set_up::locking;
    platform_.start_timer(Timer::wait, turn_ms);
    return true;
}

void SetUp::explain(const Fault& refusal) {
    if (refusal.code == "not_our_server") {
        model_.failure = words::set_up::not_ours;
    } else if (refusal.code.ends_with("_code")) {
        model_.code_error = refusal.sentence;
    } else if (refusal.code == "bad_name") {
        model_.name_error = refusal.sentence;
    } else {
        model_.failure = refusal.sentence;
    }
}

void SetUp::on_turn() {
    if (!reply_) return;
    model_.progress.clear();
    if (const auto finished = finish(); !finished) model_.failure = finished.error().sentence;
    if (result_) model_.progress = words::set_up::fetching;
}

Result<void> SetUp::finish() {
    if (!store_) {
        const auto exists = keys_.exists();
        if (!exists) return std::unexpected(exists.error());
        const auto key = *exists ? keys_.unlock(passphrase_) : keys_.create(passphrase_);
        if (!key) return std::unexpected(key.error());
        auto store = OpenStore::open(platform_, pool_, *key);
        if (!store) return std::unexpected(store.error());
        store_ = std::move(*store);
    }
    // Before the tablet counts as enrolled: it must not lack a way back until its first sync.
    CountySettings settings;
    settings.recovery_key = reply_->recovery_key;
    if (const auto kept = write_county_settings(store_->database(), settings); !kept) return kept;
    if (const auto enrolled = store_->enrol(reply_->enrolment); !enrolled) return enrolled;
    passphrase_ = {};
    reply_.reset();
    result_ = std::move(store_);
    return {};
}

}  // namespace kitbag
