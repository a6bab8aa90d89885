#include "sync/client/answers.h"

#include <algorithm>

#include "sync/protocol/messages.h"

namespace kitbag {

bool is_success(int status) {
    return status >= 200 && status <= 299;
}

Fault reason_of(int status, std::string_view body) {
    const Result<Fault> reason = read_error_reply(body);
    if (status >= 500) {
        return {"server_trouble",
                "The county's server could not answer just now. What you wrote is safe on this tablet. Kitbag will try "
                "again."};
    }
    if (!reason) return reason.error();
    if (status == 401) {
        return {"unknown_device",
                "The county does not know this tablet any more. What you wrote is still on it. Ask your county to "
                "enrol it again."};
    }
    return *reason;
}

bool is_refused_body(int status, const Fault& reason) {
    const bool refused = status == 400 || status == 413 || status == 422;
    return refused && reason.code != "newer_protocol" && reason.code != "not_our_server";
}

bool may_pass_by_itself(const Fault& reason) {
    constexpr std::string_view codes[] = {"no_connection", "server_trouble", "too_many_attempts", "too_many_requests",
                                          "not_our_server"};
    return std::ranges::contains(codes, reason.code);
}

}  // namespace kitbag
