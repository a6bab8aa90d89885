#include "sync/server/api_routes.h"

#include <algorithm>
#include <array>

#include "embedded/openapi.h"

namespace kitbag {
namespace {

struct StatusOfCode {
    std::string_view code;
    int status;
};

constexpr std::array<StatusOfCode, 39> statuses = {{
    {"not_json", 400},        {"newer_protocol", 400},    {"bad_request", 400},       {"bad_query", 400},
    {"unknown_device", 401},  {"not_allowed", 403},       {"wipe_wanted", 403},       {"wrong_code", 403},
    {"used_code", 403},       {"expired_code", 403},      {"other_adviser", 403},     {"unknown_picture", 404},
    {"wrong_method", 405},    {"wipe_not_wanted", 409},   {"county_restored", 409},   {"too_many_pictures", 409},
    {"too_large", 413},       {"too_much_left", 413},     {"encoded_body", 415},      {"wrong_hash", 422},
    {"bad_picture", 422},     {"too_many_attempts", 429}, {"too_many_requests", 429}, {"headers_too_large", 431},
    {"server_fault", 500},    {"not_ready", 503},         {"server_busy", 503},       {"bad_gzip", 400},
    {"unknown_sign_in", 400}, {"expired_sign_in", 403},   {"other_browser", 403},     {"sign_in_refused", 403},
    {"not_proven", 403},      {"no_role", 403},           {"no_name", 403},           {"no_sign_in", 404},
    {"same_name", 409},       {"provider_away", 502},     {"removed_picture", 404},
}};

constexpr std::array<std::string_view, 9> enrol_codes = {"not_json",     "newer_protocol", "bad_request",
                                                         "too_large",    "wrong_code",     "used_code",
                                                         "expired_code", "other_adviser",  "too_many_attempts"};
constexpr std::array<std::string_view, 8> push_codes = {"not_json",  "newer_protocol", "bad_request",     "bad_query",
                                                        "too_large", "too_much_left",  "county_restored", "bad_gzip"};
constexpr std::array<std::string_view, 2> pull_codes = {"bad_query", "county_restored"};
constexpr std::array<std::string_view, 3> picture_codes = {"bad_query", "unknown_picture", "removed_picture"};
constexpr std::array<std::string_view, 7> picture_send_codes = {
    "removed_picture", "bad_query", "unknown_picture", "too_large", "too_many_pictures", "wrong_hash", "bad_picture"};
constexpr std::array<std::string_view, 1> outcome_codes = {"bad_query"};
constexpr std::array<std::string_view, 1> wiped_codes = {"wipe_not_wanted"};
constexpr std::array<std::string_view, 2> sign_in_codes = {"no_sign_in", "too_many_attempts"};
constexpr std::array<std::string_view, 10> sign_in_back_codes = {
    "no_sign_in", "unknown_sign_in", "expired_sign_in", "other_browser", "sign_in_refused",
    "not_proven", "no_role",         "no_name",         "same_name",     "provider_away"};
constexpr std::array<std::string_view, 1> readiness_codes = {"not_ready"};

constexpr std::array<ApiRoute, 16> routes = {{
    {"/api/enrol", "POST", ApiCall::enrol, Asker::anyone, enrol_codes},
    {"/api/push", "POST", ApiCall::push, Asker::tablet_that_leaves, push_codes},
    {"/api/pull", "GET", ApiCall::pull, Asker::tablet, pull_codes},
    {"/api/picture", "GET", ApiCall::picture_status, Asker::tablet_that_leaves, picture_codes},
    {"/api/picture/send", "POST", ApiCall::picture_send, Asker::tablet_that_leaves, picture_send_codes},
    {"/api/picture/bytes", "GET", ApiCall::picture_bytes, Asker::tablet, picture_codes},
    {"/api/reference", "GET", ApiCall::reference, Asker::tablet, {}},
    {"/api/outcomes", "GET", ApiCall::outcomes, Asker::tablet, outcome_codes},
    {"/api/export", "GET", ApiCall::export_all, Asker::officer, {}},
    {"/api/wiped", "POST", ApiCall::wiped, Asker::tablet_that_leaves, wiped_codes},
    {"/api/openapi.json", "GET", ApiCall::openapi, Asker::anyone, {}},
    {"/sign-in", "GET", ApiCall::sign_in, Asker::anyone, sign_in_codes},
    {"/sign-in/back", "GET", ApiCall::sign_in_back, Asker::anyone, sign_in_back_codes},
    {"/healthz", "GET", ApiCall::health, Asker::anyone, {}},
    {"/readyz", "GET", ApiCall::readiness, Asker::anyone, readiness_codes},
    {"/metrics", "GET", ApiCall::measurements, Asker::officer_or_monitoring, {}},
}};

}  // namespace

std::span<const ApiRoute> api_routes() {
    return routes;
}

const ApiRoute* find_api_route(std::string_view path) {
    const auto found = std::ranges::find(routes, path, &ApiRoute::path);
    return found == routes.end() ? nullptr : &*found;
}

std::vector<std::string_view> codes_of(const ApiRoute& route) {
    std::vector<std::string_view> codes(route.own_codes.begin(), route.own_codes.end());
    codes.insert(codes.end(), {"wrong_method", "encoded_body", "headers_too_large", "server_fault", "server_busy"});
    if (route.asker != Asker::anyone) codes.insert(codes.end(), {"unknown_device", "too_many_requests"});
    if (route.asker != Asker::anyone && route.asker != Asker::tablet_that_leaves) codes.emplace_back("wipe_wanted");
    if (route.asker == Asker::officer || route.asker == Asker::officer_or_monitoring) codes.emplace_back("not_allowed");
    std::ranges::sort(codes);
    return codes;
}

std::optional<int> status_of(std::string_view code) {
    const auto known = std::ranges::find(statuses, code, &StatusOfCode::code);
    if (known == statuses.end()) return std::nullopt;
    return known->status;
}

std::string_view openapi_text() {
    return embedded::openapi.front().content;
}

}  // namespace kitbag
