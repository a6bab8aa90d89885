#pragma once
// A request that the platform should perform, and what came of it. Paths begin with "/api/": the platform adds nothing
// but its own origin, and follows no redirect to another one.

#include <cstdint>
#include <string>

namespace kitbag {

struct HttpRequest {
    std::uint64_t number = 0;  // To be given back with the answer; an answer to another number is passed over.
    std::string method;        // "GET" or "POST".
    std::string path;          // With its query.
    std::string body;          // JSON, or bytes of a picture; "" for GET.
    std::string token;         // For "Authorization: Bearer"; "" for none.

    bool operator==(const HttpRequest&) const = default;
};

struct HttpResponse {
    std::uint64_t number = 0;
    int status = 0;
    std::string body;
};

}  // namespace kitbag
