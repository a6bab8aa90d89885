// What watches the server sees: request numbers, the log, measurements; and the limits on those who ask.

#include <csignal>
#include <sstream>

#include <doctest/doctest.h>

#include "sync/server/log_line.h"
#include "sync/server/request_rate.h"
#include "tests/sync/server/county_under_test.h"
#include "tests/sync/server/wendshire.h"

namespace kitbag::test {
namespace {

std::vector<std::string> with(std::vector<std::string> arguments, const std::vector<std::string>& more) {
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::istringstream stream(text);
    std::vector<std::string> lines;
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

// The value of one measurement with its labels; -1 when it is not there.
double measured(const std::string& text, const std::string& name) {
    const std::string value = line_after(text, name + " ");
    return value.empty() ? -1 : std::stod(value);
}

}  // namespace

TEST_CASE("each answer has its own number, an error says it too, and the log has it in a line of JSON") {
    const County county;
    RunningServer server(county.serve_arguments(), county.folder());
    REQUIRE(server.is_ready());
    Tablet ada(server.client(), "Ada Marsh", county.new_code());
    const HttpAnswer refused = server.client().get("/api/pull", {{"X-Request-Id", "chosen-by-a-stranger"}});
    const HttpAnswer pulled = ada.get("/api/pull?after=0&secret=Reading");
    const HttpAnswer nowhere = ada.get("/api/Ada%20Marsh");
    const HttpAnswer no_file = server.client().get("/Ada-Marsh.html");
    const std::string number = refused.header("x-request-id");
    CHECK(number.size() > 8);
    CHECK(refused.json()["error"]["request"] == number);
    CHECK(nowhere.json()["error"]["request"] == nowhere.header("x-request-id"));
    CHECK(no_file.json()["error"]["request"] == no_file.header("x-request-id"));
    CHECK(pulled.header("x-request-id") != number);
    CHECK(server.stop(SIGTERM) == 0);

    bool told = false;
    for (const std::string& line : lines_of(server.err())) {
        CAPTURE(line);
        const Json entry = parse_json(line, "A line").value_or(Json());
        CHECK(entry.is_object());
        CHECK(text_or(entry, "at").size() == 24);
        if (text_or(entry, "request") != number) continue;
        told = true;
        CHECK(entry["status"] == 401);
        CHECK(entry["code"] == "unknown_device");
        CHECK(entry["path"] == "/api/pull");
    }
    CHECK(told);
    for (const char* word : {"Ada", "secret", "Reading", "stranger"}) CHECK_FALSE(server.err().contains(word));
}

TEST_CASE("a line of the log stays one line of JSON whatever its values hold") {
    const std::string line = to_log_text(0, {{"code", "a \"b\"\nc\\ \xC3\x28"}, {"status", 200}});
    CHECK(line.find('\n') == line.size() - 1);
    const Json entry = parse_json(line, "A line").value_or(Json());
    CHECK(entry["at"] == "1970-01-01T00:00:00.000Z");
    CHECK(entry["status"] == 200);
    CHECK(text_or(entry, "code").starts_with("a \"b\"\nc\\ "));
}

TEST_CASE("measurements count what was asked, what was sent and how large the county is") {
    const County county;
    const RunningServer server(with(county.serve_arguments(), {"--metrics-port", "0"}), county.folder());
    REQUIRE(server.is_ready());
    const std::string address = line_after(server.out(), "monitoring: http://127.0.0.1:");
    const HttpClient monitoring(static_cast<std::uint16_t>(std::stoi(address)));
    Tablet ada(server.client(), "Ada Marsh", county.new_code());
    const std::string visit = new_test_id();
    const Json note = ada.note(new_test_id(), visit, "Reading");
    REQUIRE(ada.push({ada.visit(visit, "900001"), note}).status == 200);
    REQUIRE(ada.push({note, ada.visit(new_test_id(), "900009")}).status == 200);
    CHECK(server.client().get("/api/pull").status == 401);
    CHECK(server.client().get("/index.html").status == 200);
    CHECK(server.client().get("/Ada-Marsh").status == 404);

    const HttpAnswer answer = monitoring.get("/metrics");
    REQUIRE(answer.status == 200);
    CHECK(answer.header("content-type") == "text/plain; version=0.0.4; charset=utf-8");
    const std::string& text = answer.body;
    CHECK(measured(text, R"(kitbag_requests_total{route="/api/push",status="200"})") == 2);
    CHECK(measured(text, R"(kitbag_requests_total{route="/api/pull",status="401"})") == 1);
    CHECK(measured(text, R"(kitbag_requests_total{route="site",status="200"})") == 1);
    CHECK(measured(text, R"(kitbag_requests_total{route="other",status="404"})") == 1);
    CHECK(measured(text, R"(kitbag_request_seconds_bucket{route="/api/push",le="+Inf"})") == 2);
    CHECK(measured(text, R"(kitbag_request_seconds_count{route="/api/push"})") == 2);
    CHECK(measured(text, R"(kitbag_request_seconds_sum{route="/api/push"})") > 0);
    CHECK(measured(text, R"(kitbag_changes_total{outcome="accepted"})") == 2);
    CHECK(measured(text, R"(kitbag_changes_total{outcome="already_had"})") == 1);
    CHECK(measured(text, R"(kitbag_changes_total{outcome="refused"})") == 1);
    CHECK(measured(text, "kitbag_devices_seen_today") == 1);
    CHECK(measured(text, "kitbag_changes_stored") == 2);
    CHECK(measured(text, "kitbag_database_bytes") > 10'000);
    CHECK(measured(text, "kitbag_waiting_requests") == 0);
    for (const std::string& secret : {std::string("Ada"), ada.device, ada.adviser}) CHECK_FALSE(text.contains(secret));
    for (const std::string& line : lines_of(text)) {
        const bool comment = line.starts_with("# HELP kitbag_") || line.starts_with("# TYPE kitbag_");
        CHECK_MESSAGE((comment || line.starts_with("kitbag_")), line);
    }
}

TEST_CASE("measurements are for an officer's token or the port for monitoring, and that port is for nothing else") {
    const County county;
    const RunningServer server(with(county.serve_arguments(), {"--metrics-port", "0"}), county.folder());
    REQUIRE(server.is_ready());
    const std::string address = line_after(server.out(), "monitoring: http://127.0.0.1:");
    const HttpClient monitoring(static_cast<std::uint16_t>(std::stoi(address)));
    const Tablet ada(server.client(), "Ada Marsh", county.new_code("head_of_service"));
    const Tablet office(server.client(), "Olive Reed", county.new_code("officer"));
    CHECK(server.client().get("/metrics").status == 401);
    CHECK(ada.get("/metrics").code() == "not_allowed");
    CHECK(office.get("/metrics").status == 200);
    CHECK(monitoring.get("/healthz").status == 200);
    CHECK(monitoring.get("/readyz").status == 200);
    for (const char* path : {"/api/export", "/api/pull", "/", "/index.html", "/api/enrol"}) {
        CAPTURE(path);
        CHECK(monitoring.get(path, office.bearer()).status == 404);
    }
}

TEST_CASE("a tablet that asks too often must wait, and the others need not") {
    const County county;
    const RunningServer server(with(county.serve_arguments(), {"--requests-per-minute", "20"}), county.folder());
    REQUIRE(server.is_ready());
    const Tablet ada(server.client(), "Ada Marsh", county.new_code());
    const Tablet ben(server.client(), "Ben Holt", county.new_code());
    int allowed = 0;
    HttpAnswer answer;
    for (int i = 0; i < 60 && answer.status != 429; ++i) {
        answer = ada.pull(0);
        allowed += answer.status == 200;
    }
    CHECK(allowed >= 20);
    REQUIRE(answer.status == 429);
    CHECK(answer.code() == "too_many_requests");
    CHECK(answer.sentence().contains("Nothing is lost"));
    CHECK(answer.header("retry-after") == "60");
    CHECK(ben.pull(0).status == 200);
    CHECK(server.client().get("/healthz").status == 200);
}

TEST_CASE("a minute's requests may be made at once, and come back within a minute") {
    RequestRate rate(60);
    for (int i = 0; i < 60; ++i) CHECK(rate.allows("a", 1000));
    CHECK_FALSE(rate.allows("a", 1000));
    CHECK(rate.allows("b", 1000));
    CHECK_FALSE(rate.allows("a", 1900));
    CHECK(rate.allows("a", 2100));
    CHECK_FALSE(rate.allows("a", 2100));
    CHECK_FALSE(rate.allows("a", 500));  // The clock was put back,
    CHECK(rate.allows("a", 1600));       // and goes on.
    for (int i = 0; i < 60; ++i) CHECK(rate.allows("a", 1'000'000));
    CHECK_FALSE(rate.allows("a", 1'000'000));
}

TEST_CASE("one address may hold so many connections and no more, and a closed one makes room") {
    const County county;
    const RunningServer server(with(county.serve_arguments(), {"--connections-per-address", "3"}), county.folder());
    REQUIRE(server.is_ready());
    {
        const OpenConnection first(server.port());
        const OpenConnection second(server.port());
        const OpenConnection third(server.port());
        CHECK(server.client().get("/healthz").status == 0);
    }
    int status = 0;
    for (int i = 0; i < 200 && status != 200; ++i) status = server.client().get("/healthz").status;
    CHECK(status == 200);
}

}  // namespace kitbag::test
