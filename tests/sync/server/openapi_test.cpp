// The description of the API that others read, held against the table that the server goes by, both ways.

#include <algorithm>
#include <map>
#include <set>

#include <doctest/doctest.h>

#include "sync/protocol/limits.h"
#include "sync/server/api_routes.h"
#include "tests/sync/server/county_under_test.h"
#include "tests/sync/server/wendshire.h"

namespace kitbag::test {
namespace {

constexpr std::array asker_words = {"anyone", "tablet", "tablet_that_leaves", "officer", "officer_or_monitoring"};

using CodesByStatus = std::map<std::string, std::set<std::string>>;

Json description() {
    return parse_json(openapi_text(), "The description").value_or(Json());
}

std::string lower(std::string_view text) {
    std::string low(text);
    std::ranges::transform(low, low.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
    return low;
}

CodesByStatus described(const Json& operation) {
    CodesByStatus codes;
    for (const auto& [status, response] : operation["responses"].items()) {
        codes[status];
        if (status == "200" || status == "303") continue;
        if (response["content"].contains("text/html")) {  // A page for a person, which says the code among its words.
            for (const Json& code : response["x-codes"]) codes[status].insert(code);
            continue;
        }
        const Json& error = response["content"]["application/json"]["schema"]["properties"]["error"];
        for (const Json& code : error["allOf"][1]["properties"]["code"]["enum"]) codes[status].insert(code);
    }
    return codes;
}

CodesByStatus in_the_code(const ApiRoute& route) {
    CodesByStatus codes = {{route.call == ApiCall::sign_in ? "303" : "200", {}}};
    for (const std::string_view code : codes_of(route)) {
        const std::optional<int> status = status_of(code);
        REQUIRE_MESSAGE(status, code);
        codes[std::to_string(*status)].insert(std::string(code));
    }
    return codes;
}

}  // namespace

TEST_CASE("the description and the server's table have the same addresses, methods, askers, statuses and codes") {
    const Json whole = description();
    REQUIRE(whole["openapi"] == "3.1.0");
    std::set<std::string> described_calls;
    for (const auto& [path, methods] : whole["paths"].items())
        for (const auto& [method, operation] : methods.items()) described_calls.insert(method + " " + path);
    std::set<std::string> calls;
    for (const ApiRoute& route : api_routes()) calls.insert(lower(route.method) + " " + std::string(route.path));
    CHECK(described_calls == calls);
    CHECK(calls.size() == api_routes().size());
    for (const ApiRoute& route : api_routes()) {
        const std::string path(route.path);
        CAPTURE(path);
        if (!described_calls.contains(lower(route.method) + " " + path)) continue;  // Told above.
        const Json& operation = whole["paths"][path][lower(route.method)];
        REQUIRE(operation.is_object());
        CHECK(described(operation) == in_the_code(route));
        CHECK(operation["x-asker"] == asker_words[static_cast<std::size_t>(route.asker)]);
        CHECK(operation["security"].empty() == (route.asker == Asker::anyone));
        CHECK(operation.contains("requestBody") == (route.method == "POST"));
        CHECK(text_or(operation, "summary").size() > 10);
    }
}

TEST_CASE("the description says the protocol's limits") {
    const Json whole = description();
    const Json& push = whole["paths"]["/api/push"]["post"]["requestBody"]["content"]["application/json"]["schema"];
    CHECK(push["properties"]["changes"]["maxItems"] == push_changes_max);
    CHECK(push["properties"]["protocol"]["const"] == protocol_version);
    CHECK(whole["paths"]["/api/pull"]["get"]["parameters"][1]["schema"]["maximum"] == pull_changes_max);
    const Json& fields = whole["components"]["schemas"]["Change"]["properties"]["fields"];
    CHECK(fields["maxProperties"] == change_fields_max);
    CHECK(fields["additionalProperties"]["properties"]["base"]["maxItems"] == change_bases_max);
}

TEST_CASE("whoever asks gets the description, and answers have the members that it calls required") {
    const County county;
    const RunningServer server(county.serve_arguments(), county.folder());
    REQUIRE(server.is_ready());
    const HttpAnswer answer = server.client().get("/api/openapi.json");
    CHECK(answer.status == 200);
    CHECK(answer.header("content-type").starts_with("application/json"));
    CHECK(answer.json() == description());

    Tablet ada(server.client(), "Ada Marsh", county.new_code());
    const Tablet office(server.client(), "Olive Reed", county.new_code("officer"));
    const std::string visit = new_test_id();
    const HttpAnswer pushed = ada.push({ada.visit(visit, "900001"), Json(7)});
    const Json schemas = description()["components"]["schemas"];
    const auto has_required = [](const Json& schema, const Json& value) {
        for (const Json& name : schema["required"]) CHECK_MESSAGE(value.contains(name.get<std::string>()), name);
        CHECK(schema["required"].size() > 0);
    };
    const auto ok = [](const char* path) {
        return description()["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"];
    };
    has_required(schemas["Enrolment"], ada.enrolment.json());
    has_required(schemas["Outcome"]["oneOf"][0], pushed.json()["results"][0]);
    has_required(schemas["Outcome"]["oneOf"][1], pushed.json()["results"][1]);
    has_required(ok("/api/pull"), ada.pull(0).json());
    has_required(schemas["Change"], ada.pull(0).json()["changes"][0]);
    has_required(ok("/api/reference"), ada.get("/api/reference").json());
    has_required(ok("/api/export"), office.get("/api/export").json());
    has_required(schemas["Fault"], ada.get("/api/export").json()["error"]);
}

}  // namespace kitbag::test
