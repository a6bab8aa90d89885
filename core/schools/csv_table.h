#pragma once
// A public file of one row for each establishment, whose columns are found by their names: in any order, in any case, with any
// number of spaces, after some rows that are not part of the table. It is read twice from its beginning, once for its encoding
// and once row by row, and is never in memory whole.

#include <istream>
#include <map>
#include <span>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/schools/csv.h"

namespace kitbag {

inline constexpr std::uint64_t table_bytes_max = 128u << 20;  // The whole of England is about 60 MB.

class CsvTable {
  public:
    // The file follows RFC 4180, and its last row too has a line end: without that rule a file cut in its last field would
    // pass. It is UTF-8 if all its bytes are valid as such (someone saved it again), or else Windows-1252, which is how these
    // files are given out. `download` says which file to download, for whoever has another.
    //
    // REQUIRES: `file` outlives the table, stands at its beginning and can be read again from there.
    // Codes: "too_large", "wrong_encoding", "no_rows", "missing_columns" and those of CsvReader.
    static Result<CsvTable> open(std::istream& file, std::span<const std::string_view> columns,
                                 std::string_view download);

    // Goes on to the next row; false after the last. Codes: "cut_row" and "bad_row" for one of another length than the header,
    // and those of CsvReader.
    Result<bool> next();

    // Of the row that it stands at, without spaces around it. REQUIRES: `column` is one of `columns`, or has() it.
    std::string_view bytes(std::string_view column) const;    // As the file has it.
    Result<std::string> text(std::string_view column) const;  // As UTF-8. Code "wrong_encoding".
    bool has(std::string_view column) const { return places_.contains(folded(column)); }

    std::size_t rows() const { return rows_; }  // That were read so far, without the header.
    std::string row_name() const;               // "Row 12"

    // What is wrong in this row, and what to do about it.
    std::unexpected<Fault> bad(std::string_view column, const std::string& complaint,
                               std::string code = "bad_row") const;

  private:
    explicit CsvTable(std::istream& file) : reader_(file) {}
    static std::string folded(std::string_view column);
    Result<void> find_header(std::span<const std::string_view> columns, std::string_view download);

    CsvReader reader_;
    CsvRow row_;
    std::map<std::string, std::size_t, std::less<>> places_;  // Where each column stands.
    std::size_t width_ = 0;
    std::size_t rows_ = 0;
    bool is_utf8_ = false;
    bool ends_with_line_end_ = false;
};

}  // namespace kitbag
