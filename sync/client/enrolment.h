#pragma once
// A tablet's first words with its county: a name and a one-time code against a device id and a token.

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "sync/client/http.h"
#include "sync/protocol/messages.h"

namespace kitbag {

// Code "bad_request" with a sentence for the first thing that is missing.
Result<HttpRequest> enrol_request(const EnrolRequest& request);

// The county's own code and sentence when it refused ("wrong_code", "used_code"…); "not_our_server" when something else
// answered; "server_trouble" when the county's computer could not.
Result<EnrolReply> read_enrol_response(int status, std::string_view body);

}  // namespace kitbag
