#pragma once
// What every answer tells the browser to refuse: foreign scripts, frames, forms, sniffed types, leaked addresses. The
// worker's own script gets the same policy, because a worker obeys the headers it was delivered with. The one style sheet
// that is allowed by its hash is that of printed records (core/visits/record_html.cpp), whose frame inherits this policy.

#include <array>
#include <string_view>
#include <utility>

namespace kitbag {

inline constexpr std::string_view content_security_policy =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; style-src "
    "'self' 'sha256-RrLi+xt47vgWv7lXqWDqpthi5bxFbQOYHq+tFC82CL8='; "
    "font-src 'self'; img-src 'self' data: blob:; manifest-src 'self'; frame-ancestors 'none'; base-uri 'none'; "
    "form-action 'none'; require-trusted-types-for 'script'; trusted-types kitbag";

inline constexpr std::array<std::pair<std::string_view, std::string_view>, 6> security_headers = {{
    {"Content-Security-Policy", content_security_policy},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "no-referrer"},
    {"Permissions-Policy",
     "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), "
     "midi=(), payment=(), publickey-credentials-get=(), usb=()"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
}};

}  // namespace kitbag
