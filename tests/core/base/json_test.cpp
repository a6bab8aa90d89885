#include "core/base/json.h"

#include <doctest/doctest.h>

using namespace kitbag;

namespace {

std::string nested(std::size_t depth) {
    return std::string(depth, '[') + std::string(depth, ']');
}

std::string code_of(std::string_view text) {
    const Result<Json> json = parse_json(text, "The text");
    return json ? "" : json.error().code;
}

}  // namespace

TEST_CASE("JSON is read, and what is not JSON is refused") {
    struct Row {
        std::string text;
        std::string code;
    };
    const Row rows[] = {
        {"{\"a\": [1, \"é\"]}", ""},
        {"", "not_json"},
        {"{\"a\": 1", "not_json"},
        {"{\"a\": 1} x", "not_json"},
        {"{'a': 1}", "not_json"},
        {"\"\xC3\"", "not_json"},
        {nested(json_depth_max), ""},
        {nested(json_depth_max + 1), "json_too_deep"},
        {nested(1'000'000), "json_too_deep"},
        {"\"" + nested(100) + "\"", ""},
        {"\"\\\"" + nested(100) + "\"", ""},
        {"\"\\\\\"" + nested(100), "json_too_deep"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text.substr(0, 60));
        CHECK(code_of(row.text) == row.code);
    }
}

TEST_CASE("the sentence names the text that is not JSON") {
    CHECK(parse_json("x", "The framework pack").error().sentence.starts_with("The framework pack is not"));
}

TEST_CASE("a member of another type is as good as missing") {
    const Json json = {{"text", "t"}, {"number", 7}, {"half", 0.5}};
    CHECK(text_or(json, "text") == "t");
    CHECK(text_or(json, "number", "-") == "-");
    CHECK(text_or(json, "none", "-") == "-");
    CHECK(text_or(Json::array(), "text", "-") == "-");
    CHECK(integer_or(json, "number", -1) == 7);
    CHECK(integer_or(json, "half", -1) == -1);
    CHECK(integer_or(json, "text", -1) == -1);
}

TEST_CASE("a name that comes twice in one object is found, and one that comes in two objects is not") {
    struct Row {
        const char* text;
        const char* name;  // "" when none comes twice.
    };
    const Row rows[] = {
        {R"({"a": 1, "b": 2})", ""},
        {R"({"a": 1, "b": {"a": 2}})", ""},
        {R"([{"a": 1}, {"a": 2}])", ""},
        {R"({"a": 1, "b": 2, "a": 3})", "a"},
        {R"({"a": {"b": 1, "b": 1}})", "b"},
        {R"({"a": {"b": 1}, "a": 1, "c": 1, "c": 1})", "a"},
        {R"({"a": 1, )", ""},
        {"7", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(repeated_name(row.text).value_or("") == row.name);
    }
}

TEST_CASE("text that is not UTF-8 is written with a replacement rather than lost") {
    CHECK(to_text(Json("a\xFF")) == "\"a\xEF\xBF\xBD\"");
}
