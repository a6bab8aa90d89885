#pragma once
// What an answer that is not a success means to the tablet.

#include <string_view>

#include "core/base/result.h"

namespace kitbag {

bool is_success(int status);

// Our server's own code and sentence when it gave them; "unknown_device" with a sentence of ours for 401;
// "server_trouble" when the county's computer could not; "not_our_server" for anything that our server would not have
// said.
Fault reason_of(int status, std::string_view body);

// True for a body that our server read and would not take as a whole, so that a smaller one may pass.
bool is_refused_body(int status, const Fault& reason);

// Whether trying again later, with nobody doing anything, may help.
bool may_pass_by_itself(const Fault& reason);

}  // namespace kitbag
