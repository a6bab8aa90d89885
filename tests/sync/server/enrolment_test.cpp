// How a tablet becomes the county's, over HTTP.

#include <array>
#include <atomic>
#include <csignal>
#include <thread>

#include <doctest/doctest.h>

#include "core/base/id.h"
#include "tests/sync/server/county_under_test.h"
#include "tests/sync/server/wendshire.h"

namespace kitbag::test {
namespace {

Json enrol_body(const std::string& name, const std::string& code) {
    return {{"protocol", 1}, {"name", name}, {"code", code}, {"device_name", "A test"}};
}

void run_sql(const County& county, const std::string& sql) {
    REQUIRE(county.open()->run_script(sql));
}

}  // namespace

TEST_CASE("the code printed at the first start enrols one tablet, however it is typed") {
    const County county;
    const RunningServer server(county.serve_arguments(), county.folder());
    REQUIRE(server.is_ready());
    std::string code = line_after(server.out(), "Enrolment code: ");
    REQUIRE(code.size() == 15);
    code.replace(0, 4, " ktb ");
    Tablet tablet(server.client(), "  Ada   Marsh ", code);
    REQUIRE(tablet.enrolment.status == 200);
    const Json answer = tablet.enrolment.json();
    CHECK(is_device_id(tablet.device));
    CHECK(tablet.token.size() == 43);
    CHECK(is_id(tablet.adviser));
    CHECK(answer["adviser"]["name"] == "Ada Marsh");
    CHECK(answer["adviser"]["role"] == "adviser");
    CHECK(answer["county"]["name"] == "Wendshire");
    CHECK(text_or(answer, "now").size() == 24);
    CHECK(tablet.enrolment.header("cache-control") == "no-store");
    CHECK(tablet.pull(0).status == 200);
}

TEST_CASE("a code is refused with a sentence when it is wrong, used or out of date") {
    const County county;
    const RunningServer server(county.serve_arguments(), county.folder());
    REQUIRE(server.is_ready());
    const HttpClient client = server.client();

    const HttpAnswer wrong = client.post("/api/enrol", enrol_body("Ada Marsh", "KTB-22222-22222"));
    CHECK(wrong.status == 403);
    CHECK(wrong.code() == "wrong_code");
    CHECK(wrong.sentence().contains("Check each letter"));

    const std::string code = county.new_code();
    CHECK(client.post("/api/enrol", enrol_body("Ada Marsh", code)).status == 200);
    const HttpAnswer used = client.post("/api/enrol", enrol_body("Ben Holt", code));
    CHECK(used.status == 403);
    CHECK(used.code() == "used_code");
    CHECK(used.sentence().contains("Ask your county officer"));

    const std::string old_code = county.new_code();
    run_sql(county, "UPDATE enrolment_code SET expires = 1 WHERE used IS NULL");
    const HttpAnswer expired = client.post("/api/enrol", enrol_body("Ada Marsh", old_code));
    CHECK(expired.status == 403);
    CHECK(expired.code() == "expired_code");
    CHECK(expired.sentence().contains("Ask your county officer"));
}

TEST_CASE("of eight tablets that use one code at the same moment exactly one is enrolled") {
    const County county;
    const RunningServer server(county.serve_arguments(), county.folder());
    REQUIRE(server.is_ready());
    const Json body = enrol_body("Ada Marsh", county.new_code());
    std::array<HttpAnswer, 8> answers;
    std::vector<std::thread> tablets;
    std::atomic<bool> go = false;
    for (HttpAnswer& answer : answers) {
        tablets.emplace_back([&, client = server.client()] {
            go.wait(false);
            answer = client.post("/api/enrol", body);
        });
    }
    go = true;
    go.notify_all();
    for (std::thread& tablet : tablets) tablet.join();
    int enrolled = 0;
    int used = 0;
    for (const HttpAnswer& answer : answers) {
        enrolled += answer.status == 200;
        used += answer.code() == "used_code";
    }
    CHECK(enrolled == 1);
    CHECK(used == 7);
}

TEST_CASE("after ten wrong codes an address must wait, and says so") {
    const County county;
    const RunningServer server(county.serve_arguments(), county.folder());
    REQUIRE(server.is_ready());
    const std::string code = county.new_code();
    for (int i = 0; i < 10; ++i) {
        CHECK(server.client().post("/api/enrol", enrol_body("Ada Marsh", "KTB-22222-22222")).code() == "wrong_code");
    }
    const HttpAnswer answer = server.client().post("/api/enrol", enrol_body("Ada Marsh", code));
    CHECK(answer.status == 429);
    CHECK(answer.code() == "too_many_attempts");
    CHECK(answer.sentence().contains("Wait a minute"));
}

TEST_CASE("who says to be elsewhere is not believed") {
    const County county;
    const RunningServer server(county.serve_arguments(), county.folder());
    REQUIRE(server.is_ready());
    const std::string code = county.new_code();
    const auto try_code = [&](const std::string& tried, int i) {
        const std::string elsewhere = "203.0.113." + std::to_string(i);
        return server.client().post(
            "/api/enrol", enrol_body("Ada Marsh", tried),
            {{"X-Forwarded-For", elsewhere}, {"Forwarded", "for=" + elsewhere}, {"X-Real-IP", elsewhere}});
    };
    for (int i = 0; i < 10; ++i) CHECK(try_code("KTB-22222-22222", i).code() == "wrong_code");
    CHECK(try_code(code, 10).code() == "too_many_attempts");
}

TEST_CASE("the web server before it is believed who asks, and whoever is not that one is not") {
    const County county;
    std::vector<std::string> arguments = county.serve_arguments();
    arguments.insert(arguments.end(), {"--web-server", "127.0.0.1"});
    const RunningServer server(arguments, county.folder());
    REQUIRE(server.is_ready());
    const std::string code = county.new_code();
    const auto try_code = [&](const std::string& tried, const std::string& forwarded) {
        return server.client()
            .post("/api/enrol", enrol_body("Ada Marsh", tried), {{"X-Forwarded-For", forwarded}})
            .code();
    };
    // What the one who asks has written before it counts for nothing.
    for (int i = 0; i < 10; ++i)
        CHECK(try_code("KTB-22222-22222", "198.51.100." + std::to_string(i) + ", 203.0.113.7") == "wrong_code");
    CHECK(try_code(code, "203.0.113.7") == "too_many_attempts");
    CHECK(try_code("KTB-22222-22222", "203.0.113.8") == "wrong_code");
    CHECK(try_code("KTB-22222-22222", "no address") == "wrong_code");
    CHECK(try_code(code, "2001:db8::7") == "");

    const County another;
    std::vector<std::string> elsewhere = another.serve_arguments();
    elsewhere.insert(elsewhere.end(), {"--web-server", "192.0.2.1"});
    const RunningServer behind_another(elsewhere, another.folder());
    REQUIRE(behind_another.is_ready());
    for (int i = 0; i < 11; ++i) {
        const HttpAnswer answer = behind_another.client().post("/api/enrol", enrol_body("Ada Marsh", "KTB-22222-22222"),
                                                               {{"X-Forwarded-For", "203.0.113." + std::to_string(i)}});
        CHECK(answer.code() == (i < 10 ? "wrong_code" : "too_many_attempts"));
    }
}

TEST_CASE("an enrolment that is not one is refused and the code stays good") {
    const County county;
    const RunningServer server(county.serve_arguments(), county.folder());
    REQUIRE(server.is_ready());
    const std::string code = county.new_code();
    struct Row {
        std::string body;
        int status;
        const char* code;
    };
    const std::array<Row, 9> rows = {{
        {"", 400, "not_json"},
        {"{", 400, "not_json"},
        {"<html>", 400, "not_json"},
        {"[]", 400, "bad_request"},
        {R"({"protocol":2,"name":"Ada","code":")" + code + R"(","device_name":"x"})", 400, "newer_protocol"},
        {R"({"protocol":1,"name":"   ","code":")" + code + R"(","device_name":"x"})", 400, "bad_request"},
        {R"({"protocol":1,"name":7,"code":")" + code + R"(","device_name":"x"})", 400, "bad_request"},
        {R"({"protocol":1,"name":")" + std::string(500, 'a') + R"(","code":")" + code + R"(","device_name":"x"})", 400,
         "bad_request"},
        {R"({"protocol":1,"name":")" + std::string(20'000, 'a') + R"("})", 413, "too_large"},
    }};
    for (const Row& row : rows) {
        const std::string_view body = row.body;
        CAPTURE(body.substr(0, 60));
        const HttpAnswer answer = server.client().post("/api/enrol", body);
        CHECK(answer.status == row.status);
        CHECK(answer.code() == row.code);
        CHECK(answer.sentence().size() > 10);
    }
    CHECK(Tablet(server.client(), "Ada Marsh", code).enrolment.status == 200);
}

TEST_CASE("the same person enrols a second tablet and stays the same adviser; another role is another") {
    const County county;
    const RunningServer server(county.serve_arguments(), county.folder());
    REQUIRE(server.is_ready());
    const Tablet first(server.client(), "Ada Marsh", county.new_code());
    const Tablet second(server.client(), "ada  marsh", county.new_code());
    const Tablet other(server.client(), "Ben Holt", county.new_code());
    const Tablet officer(server.client(), "Ada Marsh", county.new_code("officer"));
    CHECK(first.adviser == second.adviser);
    CHECK(first.device != second.device);
    CHECK(first.token != second.token);
    CHECK(other.adviser != first.adviser);
    CHECK(officer.adviser != first.adviser);
    CHECK(officer.enrolment.json()["adviser"]["role"] == "officer");
}

TEST_CASE("only an enrolled tablet that is still welcome is answered") {
    const County county;
    const RunningServer server(county.serve_arguments(), county.folder());
    REQUIRE(server.is_ready());
    const Tablet tablet(server.client(), "Ada Marsh", county.new_code());
    struct Row {
        const char* what;
        HttpHeaders headers;
    };
    const std::vector<Row> rows = {
        {"nothing", {}},
        {"another token", {{"Authorization", "Bearer " + std::string(43, 'A')}}},
        {"the token cut short", {{"Authorization", "Bearer " + tablet.token.substr(0, 42)}}},
        {"the token and more", {{"Authorization", "Bearer " + tablet.token + "A"}}},
        {"another scheme", {{"Authorization", "Basic " + tablet.token}}},
        {"the device's id", {{"Authorization", "Bearer " + tablet.device}}},
        {"SQL", {{"Authorization", "Bearer ' OR 1=1 --"}}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        for (const char* path : {"/api/pull", "/api/reference", "/api/export"}) {
            const HttpAnswer answer = server.client().get(path, row.headers);
            CHECK(answer.status == 401);
            CHECK(answer.code() == "unknown_device");
        }
        CHECK(server.client().post("/api/push", std::string_view("{"), row.headers).status == 401);
    }
    CHECK(tablet.pull(0).status == 200);
    run_sql(county, "UPDATE device SET revoked = 1");
    CHECK(tablet.pull(0).code() == "unknown_device");
}

}  // namespace kitbag::test
