#include "sync/client/erasure.h"

#include <utility>

#include "core/base/json.h"
#include "sync/client/answers.h"
#include "sync/protocol/limits.h"

namespace kitbag {

HttpRequest erased_request(std::string token) {
    return {.method = "POST",
            .path = "/api/wiped",
            .body = to_text({{"protocol", protocol_version}}),
            .token = std::move(token)};
}

// Somebody else's page on a guest network says neither.
bool knows_of_erasure(int status, std::string_view body) {
    if (is_success(status)) {
        const Result<Json> json = parse_json(body, "The answer");
        if (!json || !json->is_object()) return false;
        const auto found = json->find("wiped");
        return found != json->end() && *found == true;
    }
    const std::string code = reason_of(status, body).code;
    return code == "unknown_device" || code == "wipe_not_wanted";
}

}  // namespace kitbag
