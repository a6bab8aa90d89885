#include "sync/client/enrolment.h"

#include "sync/client/answers.h"

namespace kitbag {

Result<HttpRequest> enrol_request(const EnrolRequest& request) {
    const std::string body = write_enrol_request(request);
    // What the county would refuse is said before it is asked.
    if (const Result<EnrolRequest> checked = read_enrol_request(body); !checked)
        return std::unexpected(checked.error());
    return HttpRequest{.number = 0, .method = "POST", .path = "/api/enrol", .body = body, .token = {}};
}

Result<EnrolReply> read_enrol_response(int status, std::string_view body) {
    if (is_success(status)) return read_enrol_reply(body);
    return std::unexpected(reason_of(status, body));
}

}  // namespace kitbag
