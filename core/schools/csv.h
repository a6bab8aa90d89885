#pragma once
// Comma-separated values (RFC 4180), one row at a time, of a file of any length: only a piece of it is in memory. Ours
// rather than a library's because a register that is refused must say exactly where. Of those that Debian packages,
// fast-cpp-csv-parser throws and has no line ends inside quotes, and libcsv does not say in which row a quotation began
// that never ends.

#include <istream>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace kitbag {

inline constexpr std::size_t csv_row_bytes_max = 1u
                                                 << 20;  // The longest rows of the public files have a few kilobytes.

struct CsvRow {
    std::size_t number = 0;  // As a spreadsheet counts: the header is 1, and line ends inside quotes do not count.
    std::vector<std::string> fields;
};

class CsvReader {
  public:
    // REQUIRES: `file` outlives the reader. Its encoding is any in which ASCII bytes mean ASCII.
    explicit CsvReader(std::istream& file) : file_(&file) {}

    // Reads the next row that is not an empty line into `row`; false when there is none.
    // Codes: "cut_row" for a quotation that never ends, "bad_row" for text after its closing quote, and for a row of more than
    // csv_row_bytes_max.
    Result<bool> next(CsvRow& row);

  private:
    bool fill();
    Result<void> read_row(CsvRow& row);
    Result<void> read_quoted(std::string& field);

    std::istream* file_;
    std::string piece_;      // What was read and is not yet told.
    std::string_view rest_;  // The end of it, while a row is taken apart.
    std::size_t rows_ = 0;
};

}  // namespace kitbag
