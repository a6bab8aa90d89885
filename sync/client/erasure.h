#pragma once
// A tablet's last words to its county: that it erased its store, as the county wanted. It says so until the county has heard it, and
// only when it is done, because the office believes it.

#include <string>
#include <string_view>

#include "sync/client/http.h"

namespace kitbag {

HttpRequest erased_request(std::string token);

// True when the county knows it now, knew it before, or does not want it any more; false when it has to be told again.
bool knows_of_erasure(int status, std::string_view body);

}  // namespace kitbag
