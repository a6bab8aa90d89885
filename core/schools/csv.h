#pragma once
// Comma-separated values (RFC 4180), one row at a time. Ours rather than a library's because a register that is refused
// must say exactly where. Of those that Debian packages, fast-cpp-csv-parser throws and has no line ends inside quotes,
// and libcsv does not say in which row a quotation began that never ends.

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace kitbag {

struct CsvRow {
    std::size_t number = 0;  // As a spreadsheet counts: the header is 1, and line ends inside quotes do not count.
    std::vector<std::string> fields;
};

class CsvReader {
  public:
    // REQUIRES: `text` outlives the reader. Its encoding is any in which ASCII bytes mean ASCII.
    explicit CsvReader(std::string_view text) : rest_(text) {}

    // Reads the next row that is not an empty line into `row`; false when there is none.
    // Codes: "cut_row" for a quotation that never ends, "bad_row" for text after its closing quote.
    Result<bool> next(CsvRow& row);

  private:
    Result<void> read_row(CsvRow& row);
    Result<void> read_quoted(std::string& field);

    std::string_view rest_;
    std::size_t rows_ = 0;
};

}  // namespace kitbag
