#include "core/schools/csv_table.h"

#include <algorithm>
#include <vector>

#include "core/base/check.h"
#include "core/base/text.h"
#include "core/schools/windows_1252.h"

namespace kitbag {
namespace {

constexpr std::size_t piece_bytes = 256u << 10;
constexpr std::size_t rows_before_header_max = 10;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

struct Bytes {
    bool is_utf8 = true;
    bool ends_with_line_end = false;
};

// Where the last character begins that may go on in the next piece.
std::size_t whole_characters(std::string_view piece) {
    for (std::size_t back = 1; back <= std::min<std::size_t>(3, piece.size()); ++back) {
        const auto byte = static_cast<unsigned char>(piece[piece.size() - back]);
        if (byte >= 0xC0) return piece.size() - back;
        if (byte < 0x80) break;
    }
    return piece.size();
}

// Nothing good can be read from UTF-16, which spreadsheets call "Unicode text".
std::unexpected<Fault> not_plain() {
    return fault(
        "wrong_encoding",
        "The file is not a plain CSV file; it looks like UTF-16. Load the file as it was downloaded, or save it "
        "as “CSV UTF-8”.");
}

Result<Bytes> look_through(std::istream& file) {
    Bytes found;
    std::string piece;
    std::uint64_t length = 0;
    bool says_utf8 = false;
    while (file) {
        const std::size_t left = piece.size();
        piece.resize(left + piece_bytes);
        file.read(piece.data() + left, static_cast<std::streamsize>(piece_bytes));
        const auto count = static_cast<std::size_t>(file.gcount());
        piece.resize(left + count);
        if (count == 0) break;
        const std::string_view fresh = std::string_view(piece).substr(left);
        if (length == 0 && (piece.starts_with("\xFF\xFE") || piece.starts_with("\xFE\xFF"))) return not_plain();
        if (length == 0) says_utf8 = piece.starts_with(byte_order_mark);
        if (fresh.contains('\0')) return not_plain();
        length += count;
        if (length > table_bytes_max)
            return fault("too_large", "The file is larger than 128 MB, so it is not a register. Choose another file.");
        found.ends_with_line_end = piece.back() == '\n';
        const std::size_t whole = whole_characters(piece);
        found.is_utf8 = found.is_utf8 && count_characters(std::string_view(piece).substr(0, whole)).has_value();
        piece.erase(0, whole);
    }
    if (file.bad()) return fault("no_file", "The file cannot be read to its end. Look whether its disk is in order.");
    found.is_utf8 = found.is_utf8 && piece.empty();  // Or else it ends within a character.
    if (says_utf8 && !found.is_utf8) {
        return fault("wrong_encoding",
                     "The file says that it is UTF-8, but it has bytes that are not. Download it again.");
    }
    file.clear();
    file.seekg(says_utf8 ? static_cast<std::streamoff>(byte_order_mark.size()) : 0);
    return found;
}

}  // namespace

std::string CsvTable::folded(std::string_view column) {
    std::string name;
    for (const char c : in_small_letters(trim(column))) {
        const bool space = c == ' ' || c == '\t' || c == '_';
        if (!space || !name.ends_with(' ')) name += space ? ' ' : c;
    }
    return name;
}

Result<CsvTable> CsvTable::open(std::istream& file, std::span<const std::string_view> columns,
                                std::string_view download) {
    const Result<Bytes> bytes = look_through(file);
    if (!bytes) return std::unexpected(bytes.error());
    CsvTable table(file);
    table.is_utf8_ = bytes->is_utf8;
    table.ends_with_line_end_ = bytes->ends_with_line_end;
    if (const auto found = table.find_header(columns, download); !found) return std::unexpected(found.error());
    return table;
}

Result<void> CsvTable::find_header(std::span<const std::string_view> columns, std::string_view download) {
    std::string missing;
    std::size_t missing_count = columns.size() + 1;  // Of the row that has most of them.
    for (std::size_t looked_at = 0; looked_at <= rows_before_header_max; ++looked_at) {
        const Result<bool> more = reader_.next(row_);
        if (!more) return std::unexpected(more.error());
        if (!*more) break;
        places_.clear();
        for (std::size_t i = 0; i < row_.fields.size(); ++i) places_.emplace(folded(row_.fields[i]), i);
        std::string lacks;
        std::size_t count = 0;
        for (const std::string_view column : columns) {
            if (has(column)) continue;
            lacks += (lacks.empty() ? "" : ", ") + std::string(column);
            ++count;
        }
        width_ = row_.fields.size();
        if (count == 0) return {};
        if (count >= missing_count) continue;
        missing_count = count;
        missing = std::move(lacks);
    }
    if (missing_count > columns.size()) return fault("no_rows", "The file is empty. Download it again.");
    return fault("missing_columns", "The file has no column named: " + missing + ". " + std::string(download));
}

Result<bool> CsvTable::next() {
    const Result<bool> more = reader_.next(row_);
    if (!more) return std::unexpected(more.error());
    if (!*more) {
        if (ends_with_line_end_) return false;
        return fault("cut_row",
                     row_name() +
                         " does not end with a line end, as the last row of such a file does, so the file was "
                         "probably cut short. Download it again.");
    }
    ++rows_;
    if (row_.fields.size() == width_) return true;
    const std::string counts = row_name() + " has " + std::to_string(row_.fields.size()) +
                               " fields where the header has " + std::to_string(width_);
    if (row_.fields.size() < width_)
        return fault("cut_row", counts + ", so the file was probably cut short. Download it again.");
    return fault("bad_row",
                 counts +
                     ", so a comma is probably missing its quotation marks. Correct the row, or download the "
                     "file again.");
}

std::string_view CsvTable::bytes(std::string_view column) const {
    const auto place = places_.find(folded(column));
    CHECK(place != places_.end() && place->second < row_.fields.size());
    return trim(row_.fields[place->second]);
}

Result<std::string> CsvTable::text(std::string_view column) const {
    if (is_utf8_) return std::string(bytes(column));
    std::optional<std::string> text = utf8_from_windows_1252(bytes(column));
    if (text) return *std::move(text);
    return bad(column, "a byte stands for no character in Windows-1252, the encoding of these files.",
               "wrong_encoding");
}

std::string CsvTable::row_name() const {
    return "Row " + std::to_string(row_.number);
}

std::unexpected<Fault> CsvTable::bad(std::string_view column, const std::string& complaint, std::string code) const {
    return fault(std::move(code), row_name() + ", " + std::string(column) + ": " + complaint +
                                      " Correct the row, or leave it out, and load the file again.");
}

}  // namespace kitbag
