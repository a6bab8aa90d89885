// The app as the county serves it, asked for over HTTP.

#include <array>

#include <doctest/doctest.h>

#include "tests/sync/server/county_under_test.h"

namespace kitbag::test {
namespace {

const std::string wasm(3000, 'w');

void write_site(const County& county) {
    std::filesystem::create_directories(county.site() / "fonts");
    write_file(county.site() / "kitbag-0123abcd.wasm", wasm);
    write_file(county.site() / "kitbag-0123abcd.wasm.br", "not really brotli");
    write_file(county.site() / "worker-89abcdef.js", "postMessage('hello')");
    write_file(county.site() / "service-worker.js", "// " + std::string(2000, 's'));
    write_file(county.site() / "manifest.webmanifest", "{}");
    write_file(county.site() / "fonts" / "atkinson-89abcdef.ttf", "font");
    std::filesystem::create_symlink(county.data() / "county.db", county.site() / "link.db");
}

void check_security_headers(const HttpAnswer& answer) {
    CHECK(answer.header("content-security-policy") ==
          "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; style-src "
          "'self' 'sha256-RrLi+xt47vgWv7lXqWDqpthi5bxFbQOYHq+tFC82CL8='; "
          "font-src 'self'; img-src 'self' data: blob:; manifest-src 'self'; frame-ancestors 'none'; base-uri 'none'; "
          "form-action 'none'; require-trusted-types-for 'script'; trusted-types kitbag");
    CHECK(answer.header("x-content-type-options") == "nosniff");
    CHECK(answer.header("referrer-policy") == "no-referrer");
    CHECK(answer.header("permissions-policy").contains("geolocation=()"));
    CHECK(answer.header("cross-origin-opener-policy") == "same-origin");
    CHECK(answer.header("cross-origin-resource-policy") == "same-origin");
    CHECK(answer.header("server").empty());
}

}  // namespace

TEST_CASE("the app's files arrive with their types, their caching and the security headers") {
    const County county;
    write_site(county);
    const RunningServer server(county.serve_arguments(), county.folder());
    REQUIRE(server.is_ready());
    struct Row {
        const char* path;
        const char* type;
        const char* caching;
    };
    const std::array<Row, 7> rows = {{
        {"/", "text/html; charset=utf-8", "no-cache"},
        {"/index.html", "text/html; charset=utf-8", "no-cache"},
        {"/service-worker.js", "text/javascript; charset=utf-8", "no-cache"},
        {"/manifest.webmanifest", "application/manifest+json; charset=utf-8", "no-cache"},
        {"/worker-89abcdef.js", "text/javascript; charset=utf-8", "public, max-age=31536000, immutable"},
        {"/kitbag-0123abcd.wasm", "application/wasm", "public, max-age=31536000, immutable"},
        {"/fonts/atkinson-89abcdef.ttf", "font/ttf", "public, max-age=31536000, immutable"},
    }};
    for (const Row& row : rows) {
        CAPTURE(row.path);
        const HttpAnswer answer = server.client().get(row.path);
        CHECK(answer.status == 200);
        CHECK(answer.header("content-type") == row.type);
        CHECK(answer.header("cache-control") == row.caching);
        check_security_headers(answer);
    }
}

TEST_CASE("errors and the API's answers carry the security headers too") {
    const County county;
    const RunningServer server(county.serve_arguments(), county.folder());
    REQUIRE(server.is_ready());
    for (const char* path : {"/nothing", "/api/nothing", "/api/pull", "/healthz"}) {
        CAPTURE(path);
        check_security_headers(server.client().get(path));
    }
    check_security_headers(server.client().send_raw("OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));
}

TEST_CASE("the brotli form goes to who accepts it and the plain one to the rest") {
    const County county;
    write_site(county);
    const RunningServer server(county.serve_arguments(), county.folder());
    REQUIRE(server.is_ready());
    const HttpAnswer brotli = server.client().get("/kitbag-0123abcd.wasm", {{"Accept-Encoding", "gzip, deflate, br"}});
    CHECK(brotli.header("content-encoding") == "br");
    CHECK(brotli.header("vary") == "Accept-Encoding");
    CHECK(brotli.header("content-type") == "application/wasm");
    CHECK(brotli.body == "not really brotli");

    const HttpAnswer plain = server.client().get("/kitbag-0123abcd.wasm");
    CHECK(plain.header("content-encoding").empty());
    CHECK(plain.header("vary") == "Accept-Encoding");
    CHECK(plain.body == wasm);
    CHECK(plain.header("etag") != brotli.header("etag"));

    CHECK(server.client().get("/kitbag-0123abcd.wasm.br").status == 404);
}

TEST_CASE("a file that has not changed is not sent again") {
    const County county;
    write_site(county);
    const RunningServer server(county.serve_arguments(), county.folder());
    REQUIRE(server.is_ready());
    const HttpAnswer first = server.client().get("/index.html");
    const HttpAnswer again = server.client().get("/index.html", {{"If-None-Match", first.header("etag")}});
    CHECK(again.status == 304);
    CHECK(again.body.empty());
    CHECK(again.header("etag") == first.header("etag"));
    CHECK(server.client().get("/index.html", {{"If-None-Match", "\"other\""}}).status == 200);
}

TEST_CASE("HEAD tells the same without the body") {
    const County county;
    write_site(county);
    const RunningServer server(county.serve_arguments(), county.folder());
    REQUIRE(server.is_ready());
    const HttpAnswer answer =
        server.client().send_raw("HEAD /kitbag-0123abcd.wasm HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    CHECK(answer.status == 200);
    CHECK(answer.header("content-length") == std::to_string(wasm.size()));
    CHECK(answer.body.empty());
}

TEST_CASE("no path leads to a file that is not the app's") {
    const County county;
    write_site(county);
    const RunningServer server(county.serve_arguments(), county.folder());
    REQUIRE(server.is_ready());
    REQUIRE(std::filesystem::exists(county.data() / "county.db"));
    for (const char* path : {"/../data/county.db", "/..%2fdata%2fcounty.db", "/%2e%2e/data/county.db",
                             "/fonts/../../data/county.db", "/fonts/..%5c..%5cdata%5ccounty.db", "//data/county.db",
                             "/./index.html", "/index.html/", "/INDEX.HTML", "/fonts", "/fonts/", "/link.db",
                             "/index.html%00.js", "/%69ndex.html", "/data/county.db", "/etc/passwd", "/.", "/.."}) {
        CAPTURE(path);
        const HttpAnswer answer = server.client().get(path);
        CHECK(answer.status == 404);
        CHECK(answer.code() == "not_found");
        CHECK_FALSE(answer.body.contains("SQLite"));
    }
    CHECK(server.client().get("/index.html?a=../../data/county.db").status == 200);
}

TEST_CASE("only GET is answered for a file") {
    const County county;
    const RunningServer server(county.serve_arguments(), county.folder());
    REQUIRE(server.is_ready());
    CHECK(server.client().post("/index.html", std::string_view("x")).status == 405);
    CHECK(server.client().send_raw("DELETE / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").status == 405);
}

}  // namespace kitbag::test
