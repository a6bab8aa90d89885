#include "core/schools/csv.h"

#include <algorithm>

namespace kitbag {
namespace {

constexpr std::size_t piece_bytes = 256u << 10;

bool take(std::string_view& text, std::string_view prefix) {
    if (!text.starts_with(prefix)) return false;
    text.remove_prefix(prefix.size());
    return true;
}

// A carriage return that ends the text is a line end cut in two.
bool take_line_end(std::string_view& text) {
    return take(text, "\r\n") || take(text, "\n") || (text == "\r" && take(text, "\r"));
}

}  // namespace

// Takes the next piece of the file; false when there is none.
bool CsvReader::fill() {
    piece_.erase(0, piece_.size() - rest_.size());
    const std::size_t had = piece_.size();
    piece_.resize(had + piece_bytes);
    file_->read(piece_.data() + had, static_cast<std::streamsize>(piece_bytes));
    piece_.resize(had + static_cast<std::size_t>(file_->gcount()));
    rest_ = piece_;
    return piece_.size() > had;
}

Result<bool> CsvReader::next(CsvRow& row) {
    while (!rest_.empty() || fill()) {
        const std::string_view from = rest_;
        row.number = rows_ + 1;
        const bool is_empty = take_line_end(rest_);
        Result<void> read = is_empty ? Result<void>() : read_row(row);
        // What seems to end with the piece may go on in the next, so the row is read once more with that.
        if (rest_.empty() || !read) {
            const bool too_long = from.size() > csv_row_bytes_max;
            rest_ = from;
            if (!too_long && fill()) continue;
            if (!read) return std::unexpected(std::move(read.error()));
            rest_ = {};
        }
        if (from.size() - rest_.size() > csv_row_bytes_max) {
            return fault("bad_row", "Row " + std::to_string(row.number) +
                                        " is longer than any row of a register. Download the file again.");
        }
        ++rows_;
        if (!is_empty) return true;
    }
    return false;
}

// row = field *("," field) [line end];  field = '"' *(anything, with '""' for '"') '"' | *(anything but "," and line
// end)
Result<void> CsvReader::read_row(CsvRow& row) {
    std::size_t count = 0;
    do {
        if (row.fields.size() == count) row.fields.emplace_back();
        std::string& field = row.fields[count++];
        field.clear();
        if (take(rest_, "\"")) {
            if (Result<void> read = read_quoted(field); !read) return read;
        } else {
            std::size_t end = std::min(rest_.find_first_of(",\n"), rest_.size());
            if (end > 0 && end < rest_.size() && rest_[end] == '\n' && rest_[end - 1] == '\r') --end;
            field = rest_.substr(0, end);
            rest_.remove_prefix(end);
        }
    } while (take(rest_, ","));
    row.fields.resize(count);
    take_line_end(rest_);
    return {};
}

// The opening mark is already taken.
Result<void> CsvReader::read_quoted(std::string& field) {
    while (true) {
        const std::size_t mark = rest_.find('"');
        if (mark == std::string_view::npos) {
            return fault("cut_row",
                         "Row " + std::to_string(rows_ + 1) +
                             ": a quotation mark is opened and never closed, so the file was probably cut short. "
                             "Download it again.");
        }
        field += rest_.substr(0, mark);
        rest_.remove_prefix(mark + 1);
        if (!take(rest_, "\"")) break;
        field += '"';
    }
    std::string_view after = rest_;
    if (after.empty() || after.starts_with(',') || take_line_end(after)) return {};
    return fault("bad_row",
                 "Row " + std::to_string(rows_ + 1) +
                     ": there is text after a closing quotation mark. Correct the row, or download the file again.");
}

}  // namespace kitbag
