#include "core/storage/tree_page.h"

#include <algorithm>
#include <span>

namespace kitbag {
namespace {

constexpr std::size_t usable = raw_page_bytes - raw_page_reserved;
constexpr std::int64_t columns_max = 64;

enum PageType : std::uint8_t { index_inner = 2, table_inner = 5, index_leaf = 10, table_leaf = 13 };

// Reads onwards; everything is 0 from the first that does not fit.
class Cursor {
  public:
    Cursor(std::span<const std::uint8_t> page, std::size_t at) : page_(page), at_(at) {}

    std::uint64_t big_endian(int bytes) {
        std::uint64_t value = 0;
        for (; bytes > 0; --bytes) value = value << 8 | next();
        return value;
    }

    std::int64_t varint() {
        std::uint64_t value = 0;
        for (int byte = 0; byte < 8; ++byte) {
            const std::uint8_t one = next();
            value = value << 7 | (one & 0x7f);
            if (one < 0x80) return static_cast<std::int64_t>(value);
        }
        return static_cast<std::int64_t>(value << 8 | next());
    }

    bool good() const { return good_; }
    std::size_t at() const { return at_; }

  private:
    std::uint8_t next() {
        good_ = good_ && at_ < page_.size();
        return good_ ? page_[at_++] : 0;
    }

    std::span<const std::uint8_t> page_;
    std::size_t at_;
    bool good_ = true;
};

// "Serial type codes of the record format".
std::optional<StoredColumn> column_of(std::int64_t type) {
    constexpr std::int64_t number_bytes[] = {0, 1, 2, 3, 4, 6, 8, 8, 0, 0};
    if (type < 0 || type == 10 || type == 11) return std::nullopt;
    if (type == 0) return StoredColumn{};
    if (type < 10) return StoredColumn{.kind = StoredColumn::Kind::number, .text = {}, .length = number_bytes[type]};
    const auto kind = type % 2 == 0 ? StoredColumn::Kind::blob : StoredColumn::Kind::text;
    return StoredColumn{.kind = kind, .text = {}, .length = (type - 12) / 2};
}

// REQUIRES: a cell of a leaf, or of an inner page of an index, whose child was passed.
std::optional<std::vector<StoredColumn>> read_record(std::span<const std::uint8_t> page, std::size_t at,
                                                     bool numbered) {
    Cursor cell(page, at);
    (void)cell.varint();                // How long it is, with what stands in other pages.
    if (numbered) (void)cell.varint();  // Its rowid.
    const std::size_t begin = cell.at();
    const std::int64_t header = cell.varint();
    std::vector<StoredColumn> columns;
    while (cell.good() && static_cast<std::int64_t>(cell.at() - begin) < header) {
        std::optional<StoredColumn> column = column_of(cell.varint());
        if (!column || static_cast<std::int64_t>(columns.size()) == columns_max) return std::nullopt;
        columns.push_back(*std::move(column));
    }
    if (!cell.good() || columns.empty() || static_cast<std::int64_t>(cell.at() - begin) != header) return std::nullopt;
    std::size_t from = cell.at();
    for (StoredColumn& column : columns) {
        const std::size_t room = page.size() - std::min(from, page.size());
        const std::size_t here = std::min(room, static_cast<std::size_t>(column.length));
        if (column.kind == StoredColumn::Kind::text)
            column.text.assign(page.begin() + static_cast<std::ptrdiff_t>(from),
                               page.begin() + static_cast<std::ptrdiff_t>(from + here));
        from += here;
    }
    return columns;
}

}  // namespace

std::optional<TreePage> read_tree_page(const RawPage& whole) {
    const std::span<const std::uint8_t> page = std::span(whole).first(usable);
    const std::uint8_t type = page[0];
    const bool inner = type == index_inner || type == table_inner;
    if (!inner && type != index_leaf && type != table_leaf) return std::nullopt;
    Cursor header(page, 3);
    const auto cells = static_cast<std::size_t>(header.big_endian(2));
    Cursor places(page, inner ? 12 : 8);
    if (cells > usable / 4) return std::nullopt;
    TreePage found{.has_numbers = type == table_inner || type == table_leaf, .children = {}, .first = std::nullopt};
    for (std::size_t cell = 0; cell < cells; ++cell) {
        const auto at = static_cast<std::size_t>(places.big_endian(2));
        if (!places.good() || at < places.at() || at >= usable) return std::nullopt;
        if (inner) found.children.push_back(static_cast<std::int64_t>(Cursor(page, at).big_endian(4)));
        if (cell == 0 && type != table_inner) found.first = read_record(page, inner ? at + 4 : at, found.has_numbers);
    }
    if (inner) found.children.push_back(static_cast<std::int64_t>(Cursor(page, 8).big_endian(4)));
    return found;
}

}  // namespace kitbag
