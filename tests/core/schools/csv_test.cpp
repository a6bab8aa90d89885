#include "core/schools/csv.h"

#include <sstream>

#include <doctest/doctest.h>

using namespace kitbag;

namespace {

// Every row as its number and its fields, "1:a|b 2:c"; or the fault's code and where it is, "bad_row Row 2".
std::string rows_of(const std::string& text) {
    std::istringstream file(text);
    CsvReader reader(file);
    CsvRow row;
    std::string all;
    while (true) {
        const Result<bool> more = reader.next(row);
        if (!more) return more.error().code + " " + more.error().sentence.substr(0, more.error().sentence.find(':'));
        if (!*more) return all;
        all += (all.empty() ? "" : " ") + std::to_string(row.number) + ":";
        for (std::size_t i = 0; i < row.fields.size(); ++i) all += (i == 0 ? "" : "|") + row.fields[i];
    }
}

}  // namespace

TEST_CASE("rows are split as RFC 4180 says, and a fault names its row") {
    struct Row {
        std::string text;
        std::string rows;
    };
    const Row rows[] = {
        {"", ""},
        {"a,b\r\nc,d\r\n", "1:a|b 2:c|d"},
        {"a,b\nc,d", "1:a|b 2:c|d"},
        {"a,,\r\n,", "1:a|| 2:|"},
        {"a\r\n\r\nb", "1:a 3:b"},
        {"\"a,b\",c", "1:a,b|c"},
        {"\"say \"\"no\"\"\",c", "1:say \"no\"|c"},
        {"\"\"\"\"", "1:\""},
        {"\"\",\"\"", "1:|"},
        {"\"two\r\nlines\",c\r\nd", "1:two\r\nlines|c 2:d"},
        {"O\"Brien,b", "1:O\"Brien|b"},
        {"a\rb,c\r\n", "1:a\rb|c"},
        {"a,\"b\"\r\n", "1:a|b"},
        {"a\r\nb,\"c\r\nd", "cut_row Row 2"},
        {"a\r\n\"b\"c", "bad_row Row 2"},
        {"\"a\" ,b", "bad_row Row 1"},
        {"\"", "cut_row Row 1"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(rows_of(row.text) == row.rows);
    }
}

TEST_CASE("a row is the same wherever the pieces of a long file part it") {
    const std::string row = "1,\"two\r\n\"\"lines\"\"\",3\r\n";
    for (std::size_t shift = 0; shift <= row.size(); ++shift) {
        // A row of so many letters brings each byte of the next rows to the end of a piece in turn.
        const std::string first((256u << 10) - 2 - shift, 'x');
        std::istringstream file(first + "\r\n" + row + row);
        CsvReader reader(file);
        CsvRow read;
        CAPTURE(shift);
        REQUIRE(reader.next(read).value_or(false));
        REQUIRE(read.fields.size() == 1);
        CHECK(read.fields[0] == first);
        for (const std::size_t number : {2u, 3u}) {
            REQUIRE(reader.next(read).value_or(false));
            CHECK(read.number == number);
            CHECK(read.fields == std::vector<std::string>{"1", "two\r\n\"lines\"", "3"});
        }
        CHECK_FALSE(reader.next(read).value_or(true));
    }
}

TEST_CASE("a quotation that never ends is told without reading on to the end of a long file") {
    std::istringstream file("a,b\r\n\"" + std::string(8u << 20, 'x'));
    CsvReader reader(file);
    CsvRow row;
    REQUIRE(reader.next(row));
    const Result<bool> more = reader.next(row);
    REQUIRE_FALSE(more);
    CHECK(more.error().code == "cut_row");
    CHECK(more.error().sentence.starts_with("Row 2:"));
    CHECK(file.tellg() < 3 << 20);
}
