// The server's pure parts: codes, limits, names of files, the command line.

#include <array>
#include <set>

#include <doctest/doctest.h>

#include "sync/server/attempt_limit.h"
#include "sync/server/command_line.h"
#include "sync/server/http_message.h"
#include "sync/server/secret.h"
#include "sync/server/static_site.h"
#include "sync/server/system_seams.h"

namespace kitbag::test {

TEST_CASE("an enrolment code is two groups of five symbols that cannot be misread") {
    SystemRandom random;
    std::set<char> seen;
    std::set<std::string> codes;
    for (int i = 0; i < 1000; ++i) {
        const std::string code = new_enrolment_code(random);
        REQUIRE(code.size() == 15);
        CHECK(code.starts_with("KTB-"));
        CHECK(code[9] == '-');
        for (const char c : code.substr(4)) seen.insert(c);
        codes.insert(code);
    }
    seen.erase('-');
    CHECK(std::string(seen.begin(), seen.end()) == "23456789ABCDEFGHJKMNPQRSTVWXYZ");
    CHECK(codes.size() == 1000);
}

TEST_CASE("a code is the same however it is typed") {
    struct Row {
        const char* typed;
        const char* plain;
    };
    const std::array<Row, 8> rows = {{
        {"KTB-7Q4MX-2PDRT", "7Q4MX2PDRT"},
        {"ktb-7q4mx-2pdrt", "7Q4MX2PDRT"},
        {" ktb 7q4m x2pd rt ", "7Q4MX2PDRT"},
        {"7Q4MX2PDRT", "7Q4MX2PDRT"},
        {"KTB7Q4MX2PDRT", "7Q4MX2PDRT"},
        {"KTBKTB", "KTBKTB"},
        {"KTB2345678", "KTB2345678"},  // A code may itself begin with these letters.
        {"", ""},
    }};
    for (const Row& row : rows) CHECK_MESSAGE(plain_enrolment_code(row.typed) == row.plain, row.typed);
}

TEST_CASE("a token is 43 characters of base64url and never the same twice") {
    SystemRandom random;
    const std::string token = new_device_token(random);
    CHECK(token.size() == 43);
    CHECK(token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") ==
          std::string::npos);
    CHECK(new_device_token(random) != token);
}

TEST_CASE("an address that failed ten times in a minute must wait, and others need not") {
    AttemptLimit limit(failed_attempts_max);
    for (int i = 0; i < 10; ++i) {
        CHECK(limit.allows("10.0.0.1", 1000 + i));
        limit.count("10.0.0.1", 1000 + i);
    }
    CHECK_FALSE(limit.allows("10.0.0.1", 1010));
    CHECK(limit.allows("10.0.0.2", 1010));
    CHECK_FALSE(limit.allows("10.0.0.1", 1000 + attempt_window_ms - 1));
    CHECK(limit.allows("10.0.0.1", 1000 + attempt_window_ms));
}

TEST_CASE("no more addresses are watched than fit") {
    AttemptLimit limit(failed_attempts_max);
    for (std::size_t i = 0; i < addresses_watched_max; ++i) limit.count(std::to_string(i), 5);
    CHECK_FALSE(limit.allows("another", 6));
    CHECK(limit.allows("0", 6));
    CHECK(limit.allows("another", 6 + attempt_window_ms));
}

TEST_CASE("a file's ending says its type") {
    struct Row {
        const char* path;
        const char* type;
    };
    const std::array<Row, 6> rows = {{
        {"/index.html", "text/html; charset=utf-8"},
        {"/kitbag-0123abcd.wasm", "application/wasm"},
        {"/worker.js", "text/javascript; charset=utf-8"},
        {"/manifest.webmanifest", "application/manifest+json; charset=utf-8"},
        {"/atkinson.ttf", "font/ttf"},
        {"/strange.xyz", "application/octet-stream"},
    }};
    for (const Row& row : rows) CHECK_MESSAGE(content_type_of(row.path) == row.type, row.path);
}

TEST_CASE("only a name with a hash of eight digits or more may be kept for a year") {
    struct Row {
        const char* path;
        bool hashed;
    };
    const std::array<Row, 10> rows = {{
        {"/kitbag-0123abcd.wasm", true},
        {"/kitbag.0123abcd0123abcd.js", true},
        {"/0123abcd.js", true},
        {"/assets/app-0123abcdef.css", true},
        {"/index.html", false},
        {"/service-worker.js", false},
        {"/manifest.webmanifest", false},
        {"/0123abcd/index.html", false},
        {"/kitbag-0123abc.js", false},
        {"/facadefacade", false},
    }};
    for (const Row& row : rows) CHECK_MESSAGE(has_hash_in_name(row.path) == row.hashed, row.path);
}

TEST_CASE("brotli is sent only to who asks for it") {
    struct Row {
        const char* header;
        bool accepts;
    };
    const std::array<Row, 9> rows = {{
        {"br", true},
        {"gzip, deflate, br, zstd", true},
        {"gzip,br;q=0.8", true},
        {"br;q=0", false},
        {"br;q=0.0, gzip", false},
        {"gzip", false},
        {"brotli", false},
        {"", false},
        {"*", false},
    }};
    for (const Row& row : rows) CHECK_MESSAGE(accepts_coding(row.header, "br") == row.accepts, row.header);
}

TEST_CASE("a number in a query is a whole one or none") {
    CHECK(query_number("after=12&limit=500", "after", 0) == 12);
    CHECK(query_number("after=12&limit=500", "limit", 0) == 500);
    CHECK(query_number("", "after", 7) == 7);
    CHECK(query_number("after=", "after", 7) == 7);
    CHECK(query_number("hereafter=3", "after", 7) == 7);
    for (const char* query :
         {"after=-1", "after=1.5", "after=0x10", "after=12a", "after=9999999999999999999", "after=%31"}) {
        const Result<std::int64_t> number = query_number(query, "after", 0);
        REQUIRE_MESSAGE(!number, query);
        CHECK(number.error().code == "bad_query");
    }
}

TEST_CASE("the command line names the word at fault") {
    struct Row {
        std::vector<const char*> words;
        const char* code;
    };
    const std::vector<Row> rows = {
        {{"fly"}, "unknown_command"},
        {{"export"}, "missing_option"},
        {{"export", "--data"}, "missing_value"},
        {{"export", "--data", "--data"}, "missing_value"},
        {{"export", "--data", "x", "--colour", "red"}, "unknown_option"},
        {{"export", "x"}, "unknown_option"},
    };
    for (const Row& row : rows) {
        const Result<CommandLine> line = read_command_line(row.words);
        REQUIRE(!line);
        CHECK(line.error().code == row.code);
        CHECK(line.error().sentence.size() > 20);
    }
    const std::array<const char*, 6> good = {"serve", "--data", "d", "--site", "s", "--new-code"};
    const Result<CommandLine> line = read_command_line(good);
    REQUIRE(line);
    CHECK(line->option("data") == "d");
    CHECK(line->has("new-code"));
    CHECK(option_number(*line, "port", 8800, 0, 65535) == 8800);
}

TEST_CASE("a number on the command line has its bounds") {
    CommandLine line;
    for (const char* port : {"-1", "65536", "eight", "80x", ""}) {
        line.options["port"] = port;
        CHECK_MESSAGE(!option_number(line, "port", 8800, 0, 65535), port);
    }
    line.options["port"] = "65535";
    CHECK(option_number(line, "port", 8800, 0, 65535) == 65535);
}

}  // namespace kitbag::test
