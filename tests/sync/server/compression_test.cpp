// What is compressed between tablet and county, both ways. Bombs and other codings are in bad_input_test.cpp.

#include <doctest/doctest.h>

#include "sync/server/gzip.h"
#include "tests/support/gzipped.h"
#include "tests/sync/server/pictured_county.h"

namespace kitbag::test {
namespace {

constexpr std::size_t limit = 1024;

std::string fault_of(std::string_view packed) {
    const Result<std::string> text = inflate_gzip(packed, limit);
    return text ? "" : text.error().code;
}

// Hard to compress, so that there is much to cut.
std::string various_text(std::size_t size) {
    std::string text;
    for (std::size_t i = 0; text.size() < size; ++i) text += std::to_string(i * i * 7919 % 10'007) + " ";
    text.resize(size);
    return text;
}

const HttpHeaders in_gzip = {{"Content-Encoding", "gzip"}};
const HttpHeaders takes_gzip = {{"Accept-Encoding", "gzip, deflate, br"}};

}  // namespace

TEST_CASE("what was compressed comes out as it went in, up to the limit and no further") {
    for (const std::size_t size : {std::size_t{0}, std::size_t{1}, limit - 1, limit}) {
        CAPTURE(size);
        CHECK(inflate_gzip(gzipped(various_text(size)), limit).value_or("none") == various_text(size));
    }
    CHECK(fault_of(gzipped(various_text(limit + 1))) == "too_large");
    CHECK(fault_of(gzipped(std::string(16u << 20, 'x'))) == "too_large");
}

TEST_CASE("un-compressing takes no more memory than the limit, however much there is") {
    for (const std::size_t size : {std::size_t{1}, limit}) {
        const Result<std::string> text = inflate_gzip(gzipped(various_text(size)), limit);
        REQUIRE(text);
        CHECK(text->capacity() < limit + 64);
    }
}

TEST_CASE("gzip that is cut at any byte, changed in its end, or followed by anything is refused") {
    const std::string packed = gzipped(various_text(limit));
    for (std::size_t size = 0; size < packed.size(); ++size)
        REQUIRE_MESSAGE(fault_of(packed.substr(0, size)) == "bad_gzip", size);
    for (std::size_t behind = 1; behind <= 8; ++behind) {  // Its checksum and its length.
        std::string changed = packed;
        changed[changed.size() - behind] = static_cast<char>(changed[changed.size() - behind] ^ 0x10);
        REQUIRE_MESSAGE(fault_of(changed) == "bad_gzip", behind);
    }
    CHECK(fault_of(packed + '\0') == "bad_gzip");
    CHECK(fault_of(packed + packed) == "bad_gzip");
    CHECK(fault_of("no gzip at all") == "bad_gzip");
    CHECK(fault_of("x\x9c\x03\x00\x00\x00\x00\x01") == "bad_gzip");  // Another way to wrap the same: zlib's own.
}

TEST_CASE("changes in gzip are taken like plain ones, by any spelling of the word, and at no other address") {
    const PicturedCounty wendshire;
    Tablet ada = wendshire.ada;
    for (const char* word : {"gzip", "GZIP", "Gzip"}) {
        CAPTURE(word);
        const std::string body =
            to_text({{"protocol", 1}, {"changes", {ada.note(new_test_id(), wendshire.visit_id, "Żółć 😀")}}});
        const HttpAnswer packed = ada.push_body(gzipped(body), {{"Content-Encoding", word}});
        CHECK(outcome_of(packed, 0) == "accepted");
        CHECK(receipt_of(ada.push_body(body), 0) == receipt_of(packed, 0));
    }
    CHECK(ids_of(wendshire.ben.pull(0)).size() == 4);
    HttpHeaders asked = ada.bearer();
    asked.push_back(in_gzip.front());
    const HttpClient client = wendshire.server.client();
    const std::string wiped = gzipped(R"({"protocol":1})");
    CHECK(client.post("/api/wiped", std::string_view(wiped), asked).code() == "encoded_body");
    CHECK(client.post("/api/enrol", std::string_view(wiped), in_gzip).code() == "encoded_body");
    CHECK(client.post("/api/picture/send?content=", std::string_view(wiped), asked).code() == "encoded_body");
}

TEST_CASE("changes whose gzip is cut, damaged or holds too much are refused whole and store nothing") {
    const PicturedCounty wendshire;
    Tablet ada = wendshire.ada;
    const std::string body =
        to_text({{"protocol", 1}, {"changes", {ada.note(new_test_id(), wendshire.visit_id, various_text(2000))}}});
    const std::string packed = gzipped(body);
    for (std::size_t size = 0; size < packed.size(); size += 97) {
        const HttpAnswer answer = ada.push_body(packed.substr(0, size), in_gzip);
        REQUIRE_MESSAGE(answer.status == 400, size);
        REQUIRE_MESSAGE(answer.code() == "bad_gzip", size);
    }
    CHECK(ada.push_body(packed + "x", in_gzip).code() == "bad_gzip");
    CHECK(ada.push_body(gzipped(std::string(push_bytes_max + 1, ' ')), in_gzip).code() == "too_large");
    CHECK(ada.push_body(gzipped(std::string(push_bytes_max, ' ')), in_gzip).code() == "not_json");
    CHECK(ids_of(wendshire.ben.pull(0)).size() == 1);
    CHECK(outcome_of(ada.push_body(packed, in_gzip), 0) == "accepted");
}

TEST_CASE("long answers leave as gzip to who takes it, and short ones and pictures as they are") {
    PicturedCounty wendshire;
    const Picture picture = large_picture();
    wendshire.photograph(picture.content);
    REQUIRE(wendshire.send_all(picture).status == 200);
    for (int i = 0; i < 20; ++i) {
        REQUIRE(wendshire.ada.push_one(wendshire.ada.note(new_test_id(), wendshire.visit_id, "NOTE")).status == 200);
    }
    HttpHeaders asked = wendshire.ben.bearer();
    asked.push_back(takes_gzip.front());
    const HttpClient client = wendshire.server.client();
    for (const char* path : {"/api/pull?after=0", "/api/reference?known="}) {
        CAPTURE(path);
        const HttpAnswer packed = client.get(path, asked);
        const HttpAnswer plain = client.get(path, wendshire.ben.bearer());
        CHECK(packed.header("content-encoding") == "gzip");
        CHECK(plain.header("content-encoding").empty());
        CHECK(packed.body.size() * 2 < plain.body.size());
        CHECK(page_of(inflate_gzip(packed.body, plain.body.size()).value_or("{}")) == page_of(plain.body));
    }
    CHECK(client.get("/healthz", asked).header("content-encoding").empty());
    const HttpAnswer piece = client.get("/api/picture/bytes?content=" + picture.content + "&from=0", asked);
    CHECK(piece.header("content-encoding").empty());
    CHECK(piece.body == picture.bytes.substr(0, picture_piece_bytes_max));
}

}  // namespace kitbag::test
