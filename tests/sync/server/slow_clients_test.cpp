// Connections that are held open by a byte now and then, and ones that never stop sending.

#include <csignal>

#include <doctest/doctest.h>

#include "tests/sync/server/county_under_test.h"
#include "tests/sync/server/wendshire.h"

namespace kitbag::test {
namespace {

std::vector<std::string> with_seconds(const County& county, const std::string& seconds) {
    std::vector<std::string> arguments = county.serve_arguments();
    arguments.insert(arguments.end(), {"--request-seconds", seconds});
    return arguments;
}

}  // namespace

TEST_CASE("a client that sends a byte now and then is cut, and one that asks in time is not") {
    const County county;
    const RunningServer server(with_seconds(county, "3"), county.folder());
    REQUIRE(server.is_ready());
    const OpenConnection in_headers(server.port());
    const OpenConnection in_body(server.port());
    const OpenConnection steady(server.port());
    REQUIRE(in_headers.send("GET /healthz HTTP/1.1\r\nHost: x\r\n"));
    REQUIRE(in_body.send("POST /api/enrol HTTP/1.1\r\nHost: x\r\nContent-Length: 4000\r\n\r\n"));
    bool headers_cut = false;
    bool body_cut = false;
    int asked = 0;
    // Four times as long as is allowed.
    for (int i = 0; i < 120 && !(headers_cut && body_cut && asked >= 60); ++i) {
        headers_cut = headers_cut || !in_headers.send("X");
        body_cut = body_cut || !in_body.send(" ");
        REQUIRE(steady.send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"));
        ++asked;
        CHECK_FALSE(steady.is_ended_within(100));
    }
    CHECK(headers_cut);
    CHECK(body_cut);
    CHECK(asked >= 60);  // For twice as long as is allowed, over one connection.
    CHECK(steady.send("GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));
    CHECK(steady.read_to_end().contains("\"ok\""));
    CHECK(server.err().contains("\"event\":\"cut\",\"why\":\"slow\""));
}

TEST_CASE("a client whose headers or chunks never end is refused before they fill the memory") {
    const County county;
    RunningServer server(county.serve_arguments(), county.folder());
    REQUIRE(server.is_ready());
    struct Row {
        const char* what;
        std::string begin;
        std::string more;
        const char* code;
    };
    const std::string chunked = "POST /api/enrol HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
    const std::vector<Row> rows = {
        {"headers", "GET /healthz HTTP/1.1\r\nHost: x\r\n", "X: " + std::string(16'000, 'x') + "\r\n",
         "headers_too_large"},
        {"chunks", chunked, "3e80\r\n" + std::string(16'000, 'x') + "\r\n", "too_large"},
        {"words beside the chunks", chunked, "1;x=" + std::string(16'000, 'x') + "\r\nx\r\n", "bad_request"},
        {"headers behind the chunks", chunked + "0\r\n", "X: " + std::string(16'000, 'x') + "\r\n",
         "headers_too_large"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        const OpenConnection flood(server.port());
        REQUIRE(flood.send(row.begin));
        bool cut = false;
        for (int i = 0; i < 20'000 && !cut; ++i) cut = !flood.send(row.more) || flood.is_ended_within(0);
        CHECK(cut);
        CHECK(flood.read_to_end().contains(row.code));
        CHECK(server.client().get("/healthz").status == 200);
    }
    CHECK(server.stop(SIGTERM) == 0);
}

TEST_CASE("a client that asks and does not take its answer is cut") {
    const County county;
    write_file(county.site() / "large-0123abcd.txt", std::string(24'000'000, 'x'));
    const RunningServer server(with_seconds(county, "2"), county.folder());
    REQUIRE(server.is_ready());
    const OpenConnection deaf(server.port());
    REQUIRE(deaf.send("GET /large-0123abcd.txt HTTP/1.1\r\nHost: x\r\n\r\n"));
    bool cut = false;
    for (int i = 0; i < 600 && !cut; ++i) {
        CHECK_FALSE(OpenConnection(server.port()).is_ended_within(100));  // Others are not.
        cut = server.err().contains("\"event\":\"cut\",\"why\":\"slow\"");
    }
    CHECK(cut);
    CHECK(deaf.read_to_end().size() < 24'000'000);
    CHECK(server.client().get("/healthz").status == 200);
}

TEST_CASE("more headers than any tablet has are refused") {
    const County county;
    const RunningServer server(county.serve_arguments(), county.folder());
    REQUIRE(server.is_ready());
    HttpHeaders headers;
    for (int i = 0; i < 300; ++i) headers.emplace_back("X-" + std::to_string(i), std::string(100, 'x'));
    CHECK(server.client().get("/healthz", headers).status == 200);
    for (int i = 300; i < 400; ++i) headers.emplace_back("X-" + std::to_string(i), std::string(100, 'x'));
    for (const char* path : {"/healthz", "/index.html", "/api/pull"}) {
        CAPTURE(path);
        const HttpAnswer answer = server.client().get(path, headers);
        CHECK(answer.status == 431);
        CHECK(answer.code() == "headers_too_large");
    }
}

TEST_CASE("a large push that comes slowly but in time is taken whole") {
    const County county;
    const RunningServer server(with_seconds(county, "30"), county.folder());
    REQUIRE(server.is_ready());
    Tablet ada(server.client(), "Ada Marsh", county.new_code());
    const std::string visit = new_test_id();
    Json changes = {ada.visit(visit, "900001")};
    for (int i = 0; i < 9; ++i) changes.push_back(ada.note(new_test_id(), visit, std::string(90'000, 'x')));
    const std::string body = to_text({{"protocol", 1}, {"changes", changes}});
    const OpenConnection slow(server.port());
    REQUIRE(slow.send("POST /api/push HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer " + ada.token +
                      "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n"));
    for (std::size_t at = 0; at < body.size(); at += 100'000) {
        CHECK(slow.send(std::string_view(body).substr(at, 100'000)));
        if (at + 100'000 < body.size()) CHECK_FALSE(slow.is_ended_within(200));
    }
    CHECK(slow.read_to_end().contains("accepted"));
    CHECK(ids_of(ada.pull(0)).size() == 10);
}

}  // namespace kitbag::test
