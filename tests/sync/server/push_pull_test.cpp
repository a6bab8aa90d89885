// Changes up and down, over HTTP.

#include <algorithm>
#include <array>

#include <doctest/doctest.h>

#include "sync/server/system_seams.h"
#include "tests/sync/server/county_under_test.h"
#include "tests/sync/server/wendshire.h"

namespace kitbag::test {
namespace {

constexpr Instant day_ms = 86'400'000;

struct Wendshire {
    County county;
    RunningServer server{county.serve_arguments(), county.folder()};
    Tablet ada{server.client(), "Ada Marsh", county.new_code()};
    Tablet ben{server.client(), "Ben Holt", county.new_code()};
    std::string visit_id = new_test_id();
};

}  // namespace

TEST_CASE("a visit that one tablet sends reaches the other, in order and once") {
    Wendshire wendshire;
    REQUIRE(wendshire.ben.enrolment.status == 200);
    Tablet& ada = wendshire.ada;
    const std::string& visit = wendshire.visit_id;
    const Json changes = {ada.visit(visit, "900001"), ada.judgement(visit, "reading", "amber"),
                          ada.note(new_test_id(), visit, "Pupils in Year 2 read “unevenly” — żółć 😀")};
    const HttpAnswer pushed = ada.push(changes);
    REQUIRE(pushed.status == 200);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(outcome_of(pushed, i) == "accepted");
        CHECK(pushed.json()["results"][i]["id"] == changes[i]["id"]);
        CHECK(receipt_of(pushed, i).starts_with("R-00000" + std::to_string(i + 1) + "-"));
    }

    for (const Tablet* tablet : {&wendshire.ben, &wendshire.ada}) {
        const HttpAnswer pulled = tablet->pull(0);
        REQUIRE(pulled.status == 200);
        const Json body = pulled.json();
        CHECK(body["changes"] == changes);
        CHECK(body["more"] == false);
        CHECK(body["people"] == Json::array({{{"id", ada.adviser}, {"name", "Ada Marsh"}}}));
        const HttpAnswer later = tablet->pull(body["cursor"].get<std::int64_t>());
        CHECK(later.json()["changes"].empty());
        CHECK(later.json()["cursor"] == body["cursor"]);
    }
}

TEST_CASE("sending a batch again changes nothing and gives the same receipts") {
    Wendshire wendshire;
    Tablet& ada = wendshire.ada;
    const Json changes = {ada.visit(wendshire.visit_id, "900001"),
                          ada.judgement(wendshire.visit_id, "reading", "green")};
    const HttpAnswer first = ada.push(changes);
    const HttpAnswer again = ada.push(changes);
    const HttpAnswer backwards = ada.push(Json{changes[1], changes[0]});
    REQUIRE(outcome_of(first, 1) == "accepted");
    for (std::size_t i = 0; i < 2; ++i) {
        CHECK(outcome_of(again, i) == "already_had");
        CHECK(receipt_of(again, i) == receipt_of(first, i));
        CHECK(receipt_of(backwards, 1 - i) == receipt_of(first, i));
    }
    CHECK(ids_of(wendshire.ben.pull(0)).size() == 2);
}

TEST_CASE("a change that was already had under other content is refused, and the first stays") {
    Wendshire wendshire;
    Tablet& ada = wendshire.ada;
    Json visit = ada.visit(wendshire.visit_id, "900001");
    REQUIRE(outcome_of(ada.push_one(visit), 0) == "accepted");
    visit["fields"]["focus"]["value"] = "Something else";
    CHECK(code_of(ada.push_one(visit), 0) == "bad_change");
    CHECK(wendshire.ben.pull(0).json()["changes"][0]["fields"]["focus"]["value"] == "Reading in Year 2");
}

TEST_CASE("each change is judged by itself and the good ones among bad ones are stored") {
    Wendshire wendshire;
    Tablet& ada = wendshire.ada;
    const std::string& visit = wendshire.visit_id;
    const Json good_visit = ada.visit(visit, "900001");
    const Json good_note = ada.note(new_test_id(), visit, "Good");

    struct Row {
        Json change;
        const char* code;
    };
    std::vector<Row> rows;
    const auto add = [&](const char* code, Json change) { rows.push_back({std::move(change), code}); };
    add("unknown_school", ada.visit(new_test_id(), "900009"));
    add("unknown_school", ada.visit(new_test_id(), "900004"));  // Closed.
    add("unknown_visit", ada.judgement(new_test_id(), "reading", "red"));
    add("unknown_visit", ada.note(new_test_id(), new_test_id(), "Of no visit"));
    add("unknown_entity", ada.change("complaint", new_test_id(), {{"text", "x"}}));
    add("bad_field", ada.judgement(visit, "reading", "blue"));
    add("bad_field", ada.change("visit", visit, {{"date", "2026-02-30"}}));
    add("bad_change", Json("a text"));
    add("bad_change", Json(nullptr));
    add("bad_change", Json::object());
    Json change = ada.note(new_test_id(), visit, "x");
    change["id"] = "12";
    add("bad_change", change);
    change = ada.note(new_test_id(), visit, "x");
    change["stamp"] = "yesterday";
    add("bad_change", change);
    change = ada.note(new_test_id(), visit, "x");
    change["fields"] = Json::array();
    add("bad_change", change);
    change = ada.note(new_test_id(), visit, "x");
    change["device"] = wendshire.ben.device;
    change["stamp"] = text_or(change, "stamp").substr(0, 16) + wendshire.ben.device;
    add("not_yours", change);
    change = ada.note(new_test_id(), visit, "x");
    change["author"] = wendshire.ben.adviser;
    add("not_yours", change);
    add("not_yours", wendshire.ben.note(new_test_id(), visit, "x"));
    Tablet hasty = ada;
    hasty.set_clock(SystemClock().now() + day_ms + 600'000);
    add("from_the_future", hasty.note(new_test_id(), visit, "x"));

    Json batch = {good_visit};
    for (const Row& row : rows) batch.push_back(row.change);
    batch.push_back(good_note);
    const HttpAnswer answer = ada.push(batch);
    REQUIRE(answer.status == 200);
    REQUIRE(answer.json()["results"].size() == batch.size());
    CHECK(outcome_of(answer, 0) == "accepted");
    for (std::size_t i = 0; i < rows.size(); ++i) {
        CAPTURE(to_text(rows[i].change));
        CHECK(outcome_of(answer, i + 1) == "refused");
        CHECK(code_of(answer, i + 1) == rows[i].code);
        CHECK(text_or(answer.json()["results"][i + 1], "sentence").size() > 10);
    }
    CHECK(outcome_of(answer, batch.size() - 1) == "accepted");
    const std::vector<std::string> stored = ids_of(wendshire.ben.pull(0));
    CHECK(stored == std::vector<std::string>{text_or(good_visit, "id"), text_or(good_note, "id")});
}

TEST_CASE("a clock that is a day ahead is taken, and one that is years behind too") {
    Wendshire wendshire;
    Tablet& ada = wendshire.ada;
    ada.set_clock(1'000'000'000'000);
    CHECK(outcome_of(ada.push_one(ada.visit(wendshire.visit_id, "900001")), 0) == "accepted");
    ada.set_clock(SystemClock().now() + day_ms - 600'000);
    CHECK(outcome_of(ada.push_one(ada.note(new_test_id(), wendshire.visit_id, "Later")), 0) == "accepted");
}

TEST_CASE("a body that is not a push is refused whole") {
    Wendshire wendshire;
    Tablet& ada = wendshire.ada;
    const std::string good = to_text({{"protocol", 1}, {"changes", {ada.visit(wendshire.visit_id, "900001")}}});
    Json many = Json::array();
    for (int i = 0; i < 501; ++i) many.push_back(1);
    struct Row {
        const char* what;
        std::string body;
        int status;
        const char* code;
    };
    const std::vector<Row> rows = {
        {"nothing", "", 400, "not_json"},
        {"a captive portal's page", "<html><body>Log in</body></html>", 400, "not_json"},
        {"bytes that are not UTF-8", "{\"protocol\":1,\"changes\":[\"\xC3\x28\"]}", 400, "not_json"},
        {"two documents", good + good, 400, "not_json"},
        {"an array", "[]", 400, "bad_request"},
        {"no changes", R"({"protocol":1})", 400, "bad_request"},
        {"changes that are no list", R"({"protocol":1,"changes":{}})", 400, "bad_request"},
        {"a newer protocol", R"({"protocol":2,"changes":[]})", 400, "newer_protocol"},
        {"501 changes", to_text({{"protocol", 1}, {"changes", many}}), 413, "too_large"},
        {"more than a mebibyte", R"({"protocol":1,"changes":[")" + std::string(1024 * 1024, 'a') + R"("]})", 413,
         "too_large"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        const HttpAnswer answer = ada.push_body(row.body);
        CHECK(answer.status == row.status);
        CHECK(answer.code() == row.code);
        CHECK(answer.sentence().size() > 10);
    }
    const HttpAnswer deep = ada.push_body(std::string(100'000, '['));
    CHECK(deep.status == 400);
    CHECK(ada.push_body(std::string(5u << 20, ' ')).status == 413);
    CHECK(ada.push_body(good, {{"Content-Encoding", "gzip"}}).code() == "bad_gzip");
    CHECK(ids_of(ada.pull(0)).empty());
    CHECK(outcome_of(ada.push_body(good, {{"Content-Encoding", "identity"}}), 0) == "accepted");
}

TEST_CASE("a push cut anywhere is refused whole and stores nothing") {
    Wendshire wendshire;
    Tablet& ada = wendshire.ada;
    const std::string body = to_text(
        {{"protocol", 1},
         {"changes",
          {ada.visit(wendshire.visit_id, "900001"), ada.note(new_test_id(), wendshire.visit_id, "Żółć 😀 \" \\ ")}}});
    REQUIRE(body.size() > 500);
    for (std::size_t size = 0; size < body.size(); ++size) {
        const HttpAnswer answer = ada.push_body(body.substr(0, size));
        REQUIRE_MESSAGE(answer.status == 400, size);
        REQUIRE_MESSAGE(answer.code() == "not_json", size);
    }
    CHECK(ids_of(ada.pull(0)).empty());
    CHECK(outcome_of(ada.push_body(body), 1) == "accepted");
}

TEST_CASE("a connection cut in the middle of a body does no harm") {
    Wendshire wendshire;
    Tablet& ada = wendshire.ada;
    const std::string head = "POST /api/push HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + ada.token + "\r\n";
    const HttpClient client = wendshire.server.client();
    CHECK(client.send_cut(head + "Content-Length: 1000\r\n\r\n{\"protocol\":1").status == 0);
    CHECK(client.send_cut(head + "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"pro").status == 0);
    CHECK(client.send_cut(head).status == 0);
    for (const char* rest : {"Content-Length: -1\r\n\r\n{}", "Content-Length: 1e9\r\n\r\n{}",
                             "Transfer-Encoding: chunked\r\n\r\n-2\r\n{}\r\n", "Transfer-Encoding: gzip\r\n\r\n{}"}) {
        CAPTURE(rest);
        CHECK(client.send_cut(head + rest).status != 200);
    }
    CHECK(client.send_cut("\r\n\r\n").status == 400);
    CHECK(client.send_cut("GET /healthz HTTP/9.9\r\n\r\n").status == 400);
    CHECK(client.send_cut("GET /healthz HTTP/1.1\r\nX: " + std::string(200'000, 'x')).status == 431);
    CHECK(client.get("/healthz").status == 200);
}

TEST_CASE("pages follow one another without a gap or a repeat") {
    Wendshire wendshire;
    Tablet& ada = wendshire.ada;
    Tablet& ben = wendshire.ben;
    Json first = {ada.visit(wendshire.visit_id, "900001")};
    for (int i = 0; i < 20; ++i)
        first.push_back(ada.note(new_test_id(), wendshire.visit_id, "Ada " + std::to_string(i)));
    REQUIRE(ada.push(first).status == 200);
    Json second = Json::array();
    for (int i = 0; i < 6; ++i)
        second.push_back(ben.note(new_test_id(), wendshire.visit_id, "Ben " + std::to_string(i)));
    REQUIRE(ben.push(second).status == 200);

    const std::vector<std::string> whole = ids_of(ben.pull(0));
    CHECK(whole.size() == 27);
    for (const int limit : {1, 4, 9, 26, 27, 28}) {
        CAPTURE(limit);
        std::vector<std::string> paged;
        std::int64_t cursor = 0;
        for (bool more = true; more;) {
            const HttpAnswer page = ada.pull(cursor, limit);
            REQUIRE(page.status == 200);
            for (std::string& id : ids_of(page)) paged.push_back(std::move(id));
            REQUIRE(integer_or(page.json(), "cursor", 0) > cursor);
            cursor = integer_or(page.json(), "cursor", 0);
            more = page.json()["more"].get<bool>();
        }
        CHECK(paged == whole);
    }
}

TEST_CASE("a question for a page that makes no sense is refused or bounded") {
    Wendshire wendshire;
    const Tablet& ada = wendshire.ada;
    for (const char* path :
         {"/api/pull?after=-1", "/api/pull?after=x", "/api/pull?limit=1e3", "/api/pull?after=99999999999999999999"}) {
        CAPTURE(path);
        CHECK(ada.get(path).status == 400);
        CHECK(ada.get(path).code() == "bad_query");
    }
    CHECK(ada.get("/api/pull").status == 200);
    CHECK(ada.get("/api/pull?after=0&limit=0").status == 200);
    CHECK(ada.get("/api/pull?after=0&limit=1000000").status == 200);
    CHECK(ada.get("/api/pull?after=999999999999999999").json()["cursor"] == 999999999999999999);
}

TEST_CASE("whoever had a receipt for a change that the county lacks is told so where it asks for more") {
    Wendshire wendshire;
    Tablet& ada = wendshire.ada;
    const Json sent = ada.visit(wendshire.visit_id, "900001");
    REQUIRE(ada.push_one(sent).status == 200);
    const std::string had = "&received=" + sent["id"].get<std::string>();
    const std::string lost = "&received=" + new_test_id();
    CHECK(ada.get("/api/pull?after=0&scope=all" + had).json()["changes"].size() == 1);
    const HttpAnswer asked = ada.get("/api/pull?after=0&scope=all" + lost);
    CHECK(asked.status == 409);
    CHECK(asked.code() == "county_restored");
}

TEST_CASE("whoever sends and knows another log than the county has is told so, and nothing is taken") {
    Wendshire wendshire;
    Tablet& ada = wendshire.ada;
    REQUIRE(ada.push_one(ada.visit(wendshire.visit_id, "900001")).status == 200);
    const auto chain = ada.pull(0).json()["chain"].get<std::string>();
    const Json body = {{"protocol", 1}, {"changes", Json::array({ada.visit(new_test_id(), "900001")})}};
    const auto push = [&](const std::string& known) {
        return wendshire.server.client().post("/api/push?" + known, body, ada.bearer());
    };
    const HttpAnswer other = push("after=1&chain=" + std::string(chain.rbegin(), chain.rend()));
    CHECK(other.status == 409);
    CHECK(other.code() == "county_restored");
    CHECK(push("after=one&chain=" + chain).code() == "bad_query");
    CHECK(ada.pull(1).json()["changes"].empty());
    CHECK(push("after=1&chain=" + chain).status == 200);
    CHECK(ada.pull(1).json()["changes"].size() == 1);
}

TEST_CASE(
    "a change that is at the county again, without those before it, is told by what the county said with its receipt") {
    Wendshire wendshire;
    Tablet& ada = wendshire.ada;
    const Json visit = ada.visit(wendshire.visit_id, "900001");
    const Json note = ada.note(new_test_id(), wendshire.visit_id, "Books show it.");
    const Json reply = ada.push({visit, note}).json();
    const auto chain = reply["chain"].get<std::string>();
    CHECK(chain == ada.pull(0).json()["chain"].get<std::string>());
    const std::string had = "received=" + note["id"].get<std::string>() + "&received_chain=";
    const std::string other(chain.rbegin(), chain.rend());
    const Json body = {{"protocol", 1}, {"changes", Json::array({ada.visit(new_test_id(), "900001")})}};
    const auto push = [&](const std::string& known) {
        return wendshire.server.client().post("/api/push?" + known, body, ada.bearer());
    };
    CHECK(ada.get("/api/pull?after=0&scope=all&" + had + other).code() == "county_restored");
    CHECK(push(had + other).code() == "county_restored");
    CHECK(ada.pull(0).json()["changes"].size() == 2);
    CHECK(ada.get("/api/pull?after=0&scope=all&" + had + chain).status == 200);
    CHECK(push(had + chain).status == 200);
    // What was taken before has the chain of then.
    CHECK(ada.push({visit, note}).json()["chain"] == chain);
    CHECK_FALSE(ada.push_one(ada.visit(new_test_id(), "no urn")).json().contains("chain"));
}

TEST_CASE("long texts come in pages that a tablet can hold") {
    Wendshire wendshire;
    Tablet& ada = wendshire.ada;
    REQUIRE(ada.push_one(ada.visit(wendshire.visit_id, "900001")).status == 200);
    const std::string text(99'000, 'x');
    constexpr int notes = 100;
    for (int i = 0; i < notes / 10; ++i) {
        Json batch = Json::array();
        for (int j = 0; j < 10; ++j) batch.push_back(ada.note(new_test_id(), wendshire.visit_id, text));
        REQUIRE(outcome_of(ada.push(batch), 9) == "accepted");
    }
    std::size_t received = 0;
    std::int64_t cursor = 0;
    for (bool more = true; more;) {
        const HttpAnswer page = ada.pull(cursor);
        REQUIRE(page.status == 200);
        CHECK(page.body.size() <= 5u << 20);
        received += ids_of(page).size();
        cursor = integer_or(page.json(), "cursor", 0);
        more = page.json()["more"].get<bool>();
    }
    CHECK(received == notes + 1);
}

TEST_CASE("an address of the API answers its own method only") {
    Wendshire wendshire;
    const HttpClient client = wendshire.server.client();
    struct Row {
        const char* method;
        const char* path;
        int status;
    };
    const std::array<Row, 8> rows = {{
        {"GET", "/api/push", 405},
        {"GET", "/api/enrol", 405},
        {"DELETE", "/api/pull", 405},
        {"PUT", "/api/push", 405},
        {"GET", "/api/", 404},
        {"GET", "/api/push/", 404},
        {"GET", "/api/Pull", 404},
        {"GET", "/healthz", 200},
    }};
    for (const Row& row : rows) {
        CAPTURE(row.path);
        const std::string request =
            std::string(row.method) + " " + row.path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
        CHECK(client.send_raw(request).status == row.status);
    }
    CHECK(client.get("/healthz").json() == Json{{"status", "ok"}});
}

}  // namespace kitbag::test
