#include "core/base/text.h"

#include <string>

#include <doctest/doctest.h>

using namespace kitbag;

TEST_CASE("characters are counted, not bytes, and only in valid UTF-8") {
    struct Row {
        std::string_view text;
        int characters;  // -1: not UTF-8.
    };
    const Row rows[] = {
        {"", 0},
        {"abc", 3},
        {"é€😀", 3},
        {{"\0", 1}, 1},
        {"\x80", -1},              // A continuation on its own.
        {"\xC3", -1},              // Cut.
        {"\xE2\x82", -1},          // Cut.
        {"\xC0\x80", -1},          // Longer than need be.
        {"\xE0\x9F\xBF", -1},      // Longer than need be.
        {"\xF0\x8F\xBF\xBF", -1},  // Longer than need be.
        {"\xED\xA0\x80", -1},      // Half of a UTF-16 pair.
        {"\xED\x9F\xBF", 1},       // The last before the pairs.
        {"\xF4\x8F\xBF\xBF", 1},   // The last code point.
        {"\xF4\x90\x80\x80", -1},  // The one after it.
        {"\xF5\x80\x80\x80", -1},
        {"a\xFF", -1},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.text));
        const auto count = count_characters(row.text);
        CHECK((count ? static_cast<int>(*count) : -1) == row.characters);
    }
}

TEST_CASE("blanks are trimmed from both ends only") {
    CHECK(trim(" \t a b\r\n") == "a b");
    CHECK(trim(" \n ") == "");
    CHECK(trim("") == "");
}

TEST_CASE("a key is short, plain and begins with a letter or digit") {
    CHECK(is_key("parent_view"));
    CHECK(is_key("school-categorisation-2014"));
    CHECK(is_key(std::string(40, 'a')));
    for (const std::string text : {"", "_a", "-a", "A", "a b", "a.b", "é"}) CHECK_FALSE(is_key(text));
    CHECK_FALSE(is_key(std::string(41, 'a')));
}
