#pragma once
// The pages that a person sees who signs in at the county: small, without a script, in the style of printed records, which is the one style
// that the site's policy allows (security_headers.h). What is put into them is text, never markup.

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/schools/role.h"
#include "sync/server/http_message.h"

namespace kitbag {

struct CodeGiven {
    std::string county;
    std::string name;
    StaffRole role = StaffRole::adviser;
    std::string code;
    Instant expires = 0;
    std::string address;  // Of the county, to open on the tablet.
};

WebReply code_page(const CodeGiven& given);

// What is wrong and what to do about it, with the request's id, so that who reports it can say which it was. Kept by no cache.
WebReply refusal_page(int status, const Fault& reason, std::string_view request);

}  // namespace kitbag
