#pragma once
// What one page of SQLite's file says of the tree that it belongs to, as https://www.sqlite.org/fileformat2.html has it. It
// believes nothing that does not fit into the page: freed pages and pieces of pictures are read with it too. Pure.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/storage/raw_pages.h"

namespace kitbag {

struct StoredColumn {
    enum class Kind { null, number, text, blob };
    Kind kind = Kind::null;
    std::string text;  // Of a text, as far as it stands in this page.
    std::int64_t length = 0;
};

struct TreePage {
    bool has_numbers = false;            // Its rows have rowids; other trees are indexes, or tables by their keys.
    std::vector<std::int64_t> children;  // In the order of their keys; empty for a leaf.
    std::optional<std::vector<StoredColumn>> first;  // The first record that stands in this page.
};

// Nothing for a page that belongs to no tree.
std::optional<TreePage> read_tree_page(const RawPage& page);

}  // namespace kitbag
