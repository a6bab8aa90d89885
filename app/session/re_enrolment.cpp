#include "app/session/re_enrolment.h"

#include <utility>

#include "app/text/words.h"
#include "core/base/text.h"
#include "sync/client/enrolment.h"

namespace kitbag {

void ReEnrolment::run(std::string_view code) {
    if (!model_.progress.empty()) return;
    model_ = {};
    if (reply_) return finish();
    if (trim(code).empty()) {
        model_.code_error = words::set_up::code_missing;
        return;
    }
    const auto asked = request(code).and_then([](const EnrolRequest& what) { return enrol_request(what); });
    if (!asked) return explain(asked.error());
    model_.progress = words::set_up::asking;
    sent_ = platform_.send({.method = asked->method, .path = asked->path, .token = "", .body = asked->body});
}

Result<EnrolRequest> ReEnrolment::request(std::string_view code) const {
    Result<std::vector<std::string>> devices = store_.device().earlier_devices();
    if (!devices) return std::unexpected(devices.error());
    const Enrolment& now = store_.enrolment();
    devices->push_back(now.device);
    return EnrolRequest{.name = now.adviser.name,
                        .code = std::string(trim(code)),
                        .device_name = platform_.device_name(),
                        .before = EarlierSelf{now.adviser.id, *std::move(devices)}};
}

bool ReEnrolment::on_http(RequestId id, const WebAnswer& answer) {
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
    } else if (reply->enrolment.adviser.id != store_.enrolment().adviser.id) {
        model_.failure = words::enrol_again::another_person;
    } else {
        reply_ = std::move(*reply);
        finish();
    }
    return true;
}

void ReEnrolment::explain(const Fault& refusal) {
    if (refusal.code == "not_our_server") {
        model_.failure = words::set_up::not_ours;
    } else if (refusal.code.ends_with("_code") || refusal.code == "other_adviser") {
        model_.code_error = refusal.sentence;
    } else {
        model_.failure = refusal.sentence;
    }
}

void ReEnrolment::finish() {
    if (const auto stored = store_.enrol(reply_->enrolment); !stored) {
        model_.failure = stored.error().sentence;
        return;
    }
    reply_.reset();
    done_ = true;
}

}  // namespace kitbag
