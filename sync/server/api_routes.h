#pragma once
// The one table of what the county's server answers: each address with its method, who may ask, and every code with which it may
// refuse. A refusal whose code is not listed for its route leaves the server as server_fault, so the table cannot lie;
// openapi.json says the same to others, and a test holds the two against each other.

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace kitbag {

// Who a route is for. What it then does may depend on the role.
enum class Asker {
    anyone,
    tablet,                 // Enrolled and in use.
    tablet_that_leaves,     // The same, or one that is to wipe itself.
    officer,                // A tablet enrolled as an officer's.
    officer_or_monitoring,  // The same, or whoever reaches the port for monitoring.
};

enum class ApiCall {
    enrol,
    push,
    pull,
    picture_status,
    picture_send,
    picture_bytes,
    reference,
    outcomes,
    export_all,
    wiped,
    openapi,
    health,
    readiness,
    measurements,
    sign_in,      // These two are pages for a person, answered by
    sign_in_back  // sign_in_desk.h.
};

struct ApiRoute {
    std::string_view path;
    std::string_view method;
    ApiCall call;
    Asker asker;
    std::span<const std::string_view> own_codes;  // Beside those that follow from who may ask.
};

std::span<const ApiRoute> api_routes();
const ApiRoute* find_api_route(std::string_view path);  // Null when there is none.

// Every code with which it may refuse, in alphabetical order.
std::vector<std::string_view> codes_of(const ApiRoute& route);

// Nothing for a code that never leaves the server.
std::optional<int> status_of(std::string_view code);

// The same for others: openapi.json, an OpenAPI 3.1 description.
std::string_view openapi_text();

}  // namespace kitbag
