#include "core/schools/csv.h"

#include <doctest/doctest.h>

using namespace kitbag;

namespace {

// Every row as its number and its fields, "1:a|b 2:c"; or the fault's code and where it is, "bad_row Row 2".
std::string rows_of(std::string_view text) {
    CsvReader reader(text);
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
