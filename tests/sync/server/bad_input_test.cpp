// What no honest tablet sends, over real HTTP: each is refused with a code, changes nothing, and the server goes on. Bodies cut at
// every byte and connections cut in a body are in push_pull_test.cpp, paths that lead out of the site in static_files_test.cpp.

#include <algorithm>
#include <csignal>

#include <doctest/doctest.h>

#include "core/visits/record_fields.h"
#include "tests/support/gzipped.h"
#include "tests/sync/server/county_under_test.h"
#include "tests/sync/server/wendshire.h"

namespace kitbag::test {
namespace {

const std::string sql = "x'); DROP TABLE change; --";

struct Wendshire {
    County county;
    RunningServer server{county.serve_arguments(), county.folder()};
    Tablet ada{server.client(), "Ada Marsh", county.new_code()};
    Tablet ben{server.client(), "Ben Holt", county.new_code()};
    std::string visit_id = new_test_id();

    bool goes_on() const { return ben.pull(0).status == 200 && server.client().get("/readyz").status == 200; }
    std::string head_of_push() const {
        return "POST /api/push HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer " + ada.token + "\r\n";
    }
};

std::string repeated(const std::string& text, std::size_t times) {
    std::string all;
    for (std::size_t i = 0; i < times; ++i) all += text;
    return all;
}

// A gzip header and deflate blocks that would grow a thousandfold.
std::string zip_bomb() {
    return std::string("\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff", 10) +
           repeated(std::string("\xed\xc1\x01\x01\x00", 5), 20'000);
}

}  // namespace

TEST_CASE("what is nested too deep, out of range, not UTF-8 or no JSON is refused before anything is stored") {
    Wendshire wendshire;
    Tablet& ada = wendshire.ada;
    const std::string note = to_text(ada.note(new_test_id(), wendshire.visit_id, "NOTE"));
    const auto with = [&](const std::string& in_place_of_note) {
        std::string text = note;
        text.replace(text.find("\"NOTE\""), 6, in_place_of_note);
        return R"({"protocol":1,"changes":[)" + text + "]}";
    };
    struct Row {
        const char* what;
        std::string body;
    };
    const std::vector<Row> whole = {
        {"a hundred thousand lists", std::string(100'000, '[') + std::string(100'000, ']')},
        {"a hundred thousand objects", repeated("{\"a\":", 100'000) + "1" + std::string(100'000, '}')},
        {"a change nested a hundred thousand deep", with(std::string(100'000, '[') + std::string(100'000, ']'))},
        {"a lone surrogate", with("\"\\ud800\"")},
        {"an overlong slash", with("\"\xC0\xAF\"")},
        {"a cut letter", with("\"\xE2\x82\"")},
        {"a letter past the last", with("\"\xF4\x90\x80\x80\"")},
        {"a byte that no text has", with("\"\xFF\"")},
        {"a bare control character", with("\"\x01\"")},
        {"no number", with("NaN")},
        {"infinity", with("-Infinity")},
        {"a number without end", with("1e999999")},
        {"a comment", "/* x */" + with("\"x\"")},
        {"a protocol of a thousand digits", R"({"protocol":)" + std::string(1000, '9') + R"(,"changes":[]})"},
        {"a protocol below one", R"({"protocol":-1,"changes":[]})"},
        {"a protocol that is a text", R"({"protocol":"1","changes":[]})"},
        {"a protocol that is no whole number", R"({"protocol":1.5,"changes":[]})"},
    };
    for (const Row& row : whole) {
        CAPTURE(row.what);
        const HttpAnswer answer = ada.push_body(row.body);
        CHECK(answer.status == 400);
        CHECK(answer.sentence().size() > 10);
    }
    // Readable, so each change is answered by itself.
    for (const char* value : {"99999999999999999999999999", "1e308", "-0", "{}", "[]", "null", "true", "\"\\u0000\""}) {
        CAPTURE(value);
        CHECK(outcome_of(ada.push_body(with(value)), 0) == "refused");
    }
    CHECK(ids_of(wendshire.ben.pull(0)).empty());
    CHECK(wendshire.goes_on());
}

TEST_CASE("a body in another coding than gzip, or in two, is refused unread, a bomb as well") {
    Wendshire wendshire;
    const std::string good = gzipped(R"({"protocol":1,"changes":[]})");
    for (const char* coding :
         {"deflate", "br", "zstd", "gzip, gzip", "gzip,", "identity, gzip", "gzip;q=1", "x-gzip", "x"}) {
        CAPTURE(coding);
        CHECK(wendshire.ada.push_body(good, {{"Content-Encoding", coding}}).status == 415);
        const HttpAnswer answer = wendshire.ada.push_body(zip_bomb(), {{"Content-Encoding", coding}});
        CHECK(answer.status == 415);
        CHECK(answer.code() == "encoded_body");
    }
    CHECK(wendshire.ada.push_body(zip_bomb()).code() == "not_json");
    CHECK(wendshire.goes_on());
}

TEST_CASE("a bomb in gzip is refused when it passes the limit, and by who it does not know before it is looked at") {
    Wendshire wendshire;
    const HttpHeaders coding = {{"Content-Encoding", "gzip"}};
    for (const std::string& bomb : {zip_bomb(), gzipped(std::string(64u << 20, ' ')), gzipped(gzipped(zip_bomb()))}) {
        const HttpAnswer answer = wendshire.ada.push_body(bomb, coding);
        CHECK(answer.status != 200);
        CHECK(answer.sentence().size() > 10);
    }
    CHECK(wendshire.ada.push_body(gzipped(std::string(64u << 20, ' ')), coding).code() == "too_large");
    CHECK(wendshire.server.client().post("/api/push", std::string_view(zip_bomb()), coding).status == 401);
    CHECK(wendshire.goes_on());
}

TEST_CASE("ten thousand changes for schools that nobody knows are refused one by one and leave nothing") {
    Wendshire wendshire;
    Tablet& ada = wendshire.ada;
    for (int batch = 0; batch < 20; ++batch) {
        Json changes = Json::array();
        for (int i = 0; i < 500; ++i)
            changes.push_back(ada.visit(new_test_id(), "900" + std::to_string(500 + i % 400)));
        const HttpAnswer answer = ada.push(changes);
        REQUIRE(answer.status == 200);
        const Json results = answer.json()["results"];  // Read once, and not once for each.
        CHECK(std::ranges::count(results, "unknown_school", [](const Json& each) { return text_or(each, "code"); }) ==
              500);
    }
    CHECK(ids_of(wendshire.ben.pull(0)).empty());
    CHECK(outcome_of(ada.push_one(ada.visit(wendshire.visit_id, "900001")), 0) == "accepted");
}

TEST_CASE("batches that are replayed, re-ordered or sent by another change nothing that was taken") {
    Wendshire wendshire;
    Tablet& ada = wendshire.ada;
    const std::string note = new_test_id();
    std::vector<Json> batches = {{ada.visit(wendshire.visit_id, "900001")},
                                 {ada.note(note, wendshire.visit_id, "First")},
                                 {ada.change("evidence_note", note, {{"text", "Second"}})},
                                 {ada.judgement(wendshire.visit_id, "reading", "amber")}};
    std::vector<std::string> receipts;
    for (const Json& batch : batches) receipts.push_back(receipt_of(ada.push(batch), 0));
    const std::string before = page_of(wendshire.ben.pull(0).body);
    std::vector<std::size_t> order = {0, 1, 2, 3};
    do {
        for (const std::size_t i : order) {
            const HttpAnswer again = ada.push(batches[i]);
            REQUIRE(outcome_of(again, 0) == "already_had");
            REQUIRE(receipt_of(again, 0) == receipts[i]);
        }
    } while (std::ranges::next_permutation(order).found);
    for (const Json& batch : batches) CHECK(code_of(wendshire.ben.push(batch), 0) == "not_yours");
    CHECK(page_of(wendshire.ben.pull(0).body) == before);
}

TEST_CASE("SQL in every field of every record, in every header and every query is text or is refused") {
    Wendshire wendshire;
    Tablet& ada = wendshire.ada;
    const std::string& visit = wendshire.visit_id;
    REQUIRE(outcome_of(ada.push_one(ada.visit(visit, "900001")), 0) == "accepted");
    std::size_t taken = 1;
    for (const Entity& entity : entities()) {
        for (const Field& field : entity.fields) {
            CAPTURE(entity.name);
            CAPTURE(field.name);
            const bool in_visit = entity.name == "visit";
            const HttpAnswer answer = ada.push_one(ada.change(
                std::string(entity.name), in_visit ? visit : new_test_id(), {{std::string(field.name), sql}}));
            CHECK(answer.status == 200);
            taken += outcome_of(answer, 0) == "accepted";
        }
        Json named = ada.change(std::string(entity.name), sql, {{"visit", visit}});
        CHECK(outcome_of(ada.push_one(named), 0) == "refused");
    }
    CHECK(taken > 1);  // Where any text may stand, it is a text.
    for (const char* member : {"id", "device", "author", "stamp", "entity", "entity_id"}) {
        CAPTURE(member);
        Json spoiled = ada.note(new_test_id(), visit, "x");
        spoiled[member] = sql;
        CHECK(outcome_of(ada.push_one(spoiled), 0) == "refused");
    }
    const Json enrolment = {
        {"protocol", 1}, {"name", sql}, {"code", wendshire.county.new_code()}, {"device_name", sql}};
    CHECK(wendshire.server.client().post("/api/enrol", enrolment).json()["adviser"]["name"] == sql);
    CHECK(wendshire.server.client()
              .post("/api/enrol", Json{{"protocol", 1}, {"name", "x"}, {"code", sql}, {"device_name", "x"}})
              .code() == "wrong_code");
    CHECK(ada.get("/api/pull?after='%20OR%201=1").code() == "bad_query");
    CHECK(ada.get("/api/reference?known=';DROP%20TABLE%20change;--").status == 200);
    CHECK(wendshire.server.client().get("/api/pull", {{"Authorization", "Bearer " + sql}}).status == 401);
    CHECK(ids_of(wendshire.ben.pull(0)).size() == taken);
    CHECK(wendshire.goes_on());
}

TEST_CASE("floods of headers, long addresses and chunks that make no sense are refused, and the server goes on") {
    Wendshire wendshire;
    const HttpClient client = wendshire.server.client();
    const std::string head = wendshire.head_of_push();
    const std::string chunked = head + "Transfer-Encoding: chunked\r\n\r\n";
    struct Row {
        const char* what;
        std::string bytes;
        int status;
    };
    const std::vector<Row> rows = {
        {"a header of a megabyte", head + "X: " + std::string(1 << 20, 'x') + "\r\n\r\n", 431},
        {"a name of a megabyte", head + std::string(1 << 20, 'x') + ": x\r\n\r\n", 431},
        {"a header a hundred thousand times", head + repeated("X: y\r\n", 100'000) + "\r\n", 431},
        {"an address of a megabyte", "GET /" + std::string(1 << 20, 'x') + " HTTP/1.1\r\nHost: x\r\n\r\n", 431},
        {"a method of a megabyte", std::string(1 << 20, 'X') + " / HTTP/1.1\r\nHost: x\r\n\r\n", 431},
        {"a first chunk that is negative", chunked + "-2\r\n{}\r\n0\r\n\r\n", 400},
        {"a later chunk of -1", chunked + "5\r\nabcde\r\n-1\r\n0\r\n\r\n", 400},
        {"a later chunk of -2", chunked + "5\r\nabcde\r\n-2\r\n0\r\n\r\n", 400},
        {"a later chunk of -5", chunked + "5\r\nabcde\r\n-5\r\n0\r\n\r\n", 400},
        {"a later chunk below every number", chunked + "5\r\nabcde\r\n-8000000000000000\r\n0\r\n\r\n", 400},
        {"a chunk as large as there can be", chunked + "7fffffffffffffff\r\n{}\r\n", 413},
        {"a chunk that is -2 when it is read as signed", chunked + "5\r\nabcde\r\nfffffffffffffffe\r\n", 413},
        {"a chunk past that", chunked + "ffffffffffffffffff\r\n{}\r\n", 400},
        {"a chunk with a plus", chunked + "+2\r\n{}\r\n0\r\n\r\n", 400},
        {"a chunk in the way of C", chunked + "0x2\r\n{}\r\n0\r\n\r\n", 400},
        {"a chunk without a number", chunked + "zz\r\n{}\r\n0\r\n\r\n", 400},
        {"a chunk that ends elsewhere", chunked + "2\r\n{}{}\r\n0\r\n\r\n", 400},
        {"chunks of more than 4 MB", chunked + repeated("10000\r\n" + std::string(65536, 'x') + "\r\n", 65), 413},
        {"a length of more than 4 MB", head + "Content-Length: 4194305\r\n\r\n{}", 413},
        {"a length past every number", head + "Content-Length: 99999999999999999999999\r\n\r\n{}", 400},
        {"bytes that are no HTTP", std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11), 400},
        {"a version that is not yet", "GET /healthz HTTP/1.2\r\nHost: x\r\n\r\n", 400},
        {"an expectation of something else", head + "Expect: the moon\r\n\r\n", 417},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        const HttpAnswer answer = client.send_cut(row.bytes);
        CHECK(answer.status == row.status);
        CHECK(answer.sentence().size() > 10);
        CHECK(answer.header("connection") == "close");
        CHECK(answer.header("x-content-type-options") == "nosniff");
        CHECK(client.get("/healthz").status == 200);
    }
    CHECK(ids_of(wendshire.ben.pull(0)).empty());
    CHECK(wendshire.goes_on());
}

TEST_CASE("what two readers of HTTP could take for different requests is refused, and nothing behind it is answered") {
    const Wendshire wendshire;
    const std::string second = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n";
    const std::string host = "POST /api/enrol HTTP/1.1\r\nHost: x\r\n";
    const std::vector<std::string> heads = {
        host + "Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        host + "Transfer-Encoding: chunked\r\nContent-Length: 6\r\n\r\n0\r\n\r\n",
        host + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        host + "Transfer-Encoding: chunked\r\nTransfer-Encoding: x\r\n\r\n0\r\n\r\n",
        host + "Transfer-Encoding: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        host + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
        host + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
        host + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
        host + "Transfer-Encoding: \"chunked\"\r\n\r\n0\r\n\r\n",
        host + "Transfer-Encoding: identity\r\n\r\n",
        host + "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
        host + "Transfer-Encoding\t: chunked\r\n\r\n0\r\n\r\n",
        host + "Transfer-Encoding: chunked\r\n\r\n0\r\nContent-Length: 5\r\n\r\n",
        host + "Transfer-Encoding: chunked\r\n\r\n2\n{}\n0\n\n",
        "POST /api/enrol HTTP/1.0\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        host + "Content-Length: 0\r\nContent-Length: 5\r\n\r\n",
        host + "Content-Length: 0\r\nContent-Length: 0\r\n\r\n",
        host + "Content-Length: 0, 0\r\n\r\n",
        host + "Content-Length: +0\r\n\r\n",
        host + "Content-Length: 0x0\r\n\r\n",
        host + "Content-Length: -0\r\n\r\n",
        host + "Content-Length: \r\n\r\n",
        host + "Content-Length: 0 0\r\n\r\n",
        host + "Content Length: 0\r\n\r\n",
        host + ": 0\r\n\r\n",
        host + "X: a\rb\r\n\r\n",
        host + "X: " + std::string(1, '\0') + "\r\n\r\n",
        host + "X: a\nContent-Length: 5\r\n\r\n",
        host + "Host: y\r\n\r\n",
        host + "Authorization: Bearer a\r\nAuthorization: Bearer b\r\n\r\n",
        "POST /api/enrol HTTP/1.1\r\n\r\n",
        "POST /api/enrol HTTP/1.1\nHost: x\n\n",
        "POST  /api/enrol HTTP/1.1\r\nHost: x\r\n\r\n",
        "POST /api/enrol  HTTP/1.1\r\nHost: x\r\n\r\n",
        "POST /api/enrol\r\nHost: x\r\n\r\n",
        "POST /api/enrol HTTP/1.1 \r\nHost: x\r\n\r\n",
        " POST /api/enrol HTTP/1.1\r\nHost: x\r\n\r\n",
    };
    for (const std::string& head : heads) {
        CAPTURE(head);
        const HttpClient client = wendshire.server.client();
        const HttpAnswer answer = client.send_cut(head + second);
        CHECK(answer.status == 400);
        CHECK_FALSE(answer.body.contains("HTTP/1.1 2"));
        CHECK_FALSE(answer.body.contains("\"ok\""));
        CHECK(client.get("/healthz").status == 200);
    }
    CHECK(wendshire.goes_on());
}

TEST_CASE("requests sent ahead are answered in order, and what an honest client may leave open is taken") {
    const Wendshire wendshire;
    const HttpClient client = wendshire.server.client();
    const std::string last = "GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    const HttpAnswer both = client.send_raw("GET /nothing HTTP/1.1\r\nhOsT:\tx \r\n\r\n" + last);
    CHECK(both.status == 404);
    CHECK(both.body.contains("HTTP/1.1 200 OK"));
    CHECK(client.send_raw("GET /healthz HTTP/1.0\r\n\r\n").status == 200);
    const std::string head = wendshire.head_of_push() + "Transfer-Encoding: CHUNKED\r\n";
    const std::string body = "A;x=y\r\n{\"protocol\r\n11\r\n\":1,\"changes\":[]}\r\n";
    CHECK(client.send_raw(head + "\r\n" + body + "0\r\nX: y\r\n\r\n").status == 200);
    // Who asks is said before the body, and nowhere else.
    std::string nobody = head + "\r\n" + body + "0\r\nAuthorization: Bearer " + wendshire.ada.token + "\r\n\r\n";
    nobody.erase(nobody.find("Authorization"), nobody.find("Transfer-Encoding") - nobody.find("Authorization"));
    CHECK(client.send_raw(nobody).status == 401);
    const HttpAnswer expecting = client.send_raw(head + "Expect: 100-continue\r\n\r\n" + body + "0\r\n\r\n");
    CHECK(expecting.status == 100);
    CHECK(expecting.body.contains("HTTP/1.1 200 OK"));
}

}  // namespace kitbag::test
