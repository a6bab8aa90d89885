#include "core/storage/list_of_tables.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/storage/raw_pages.h"
#include "core/storage/tree_page.h"

namespace kitbag {
namespace {

using Columns = std::vector<StoredColumn>;
using Kind = StoredColumn::Kind;

constexpr std::int64_t id_characters = 36;
constexpr std::int64_t stamp_characters = 32;
constexpr std::int64_t device_characters = 16;
constexpr std::int64_t hash_characters = 64;

bool is_text(const StoredColumn& column, std::int64_t length = -1) {
    return column.kind == Kind::text && (length < 0 || column.length == length);
}
bool is_null(const StoredColumn& column) {
    return column.kind == Kind::null;
}
bool is_number(const StoredColumn& column) {
    return column.kind == Kind::number;
}
bool begins_json(const StoredColumn& column) {
    return is_text(column) && (column.text.starts_with('{') || column.text.starts_with('['));
}

// A table of migrations/, with as much of its definition as reading it needs. Its key comes first in its records; a rowid stands in
// none, where it has a name there is a null.
struct KnownTable {
    const char* name;
    const char* columns;
    bool has_numbers;
    std::size_t columns_min;
    bool (*fits)(const Columns&);
};

constexpr KnownTable known[] = {
    {"change", "position INTEGER PRIMARY KEY, id, device, author, stamp, entity, entity_id, fields", true, 8,
     [](const Columns& c) {
         return is_null(c[0]) && is_text(c[1], id_characters) && is_text(c[2], device_characters) &&
                is_text(c[4], stamp_characters);
     }},
    {"waiting", "change INTEGER PRIMARY KEY", true, 1, [](const Columns& c) { return c.size() == 1 && is_null(c[0]); }},
    {"refusal", "change INTEGER PRIMARY KEY, code, sentence, at", true, 4,
     [](const Columns& c) { return is_null(c[0]) && is_text(c[1]) && is_text(c[2]) && is_number(c[3]); }},
    {"receipt", "change INTEGER PRIMARY KEY, number, at", true, 3,
     [](const Columns& c) { return is_null(c[0]) && c[1].text.starts_with("R-") && is_text(c[2]); }},
    {"withdrawn", "change INTEGER PRIMARY KEY, anew", true, 2,
     [](const Columns& c) { return c.size() == 2 && is_null(c[0]) && is_text(c[1], id_characters); }},
    {"field_state",
     "entity, entity_id, field, stamp, value, author, others, superseded, PRIMARY KEY (entity, entity_id, field)",
     false, 8,
     [](const Columns& c) { return is_text(c[0]) && is_text(c[3], stamp_characters) && is_text(c[5], id_characters); }},
    {"picture", "content PRIMARY KEY, jpeg, thumbnail", false, 3,
     [](const Columns& c) {
         return is_text(c[0], hash_characters) && c[1].kind == Kind::blob && c[2].kind == Kind::blob;
     }},
    {"setting", "name PRIMARY KEY, value", false, 2,
     [](const Columns& c) { return c.size() == 2 && is_text(c[0]) && is_text(c[1]) && c[0].text.contains('.'); }},
    {"draft", "entity, entity_id, field, text, typed_at, base, PRIMARY KEY (entity, entity_id, field)", false, 6,
     [](const Columns& c) { return c.size() == 6 && is_text(c[3]) && is_number(c[4]) && is_text(c[5]); }},
    {"person", "id PRIMARY KEY, name", false, 2,
     [](const Columns& c) { return c.size() == 2 && is_text(c[0], id_characters) && is_text(c[1]); }},
    {"school", "urn PRIMARY KEY, name, folded, facts, formerly", false, 4,  // The last came with 0013_former_urns.sql.
     [](const Columns& c) { return c.size() <= 5 && is_text(c[0], 6) && begins_json(c[3]); }},
    {"framework", "id, version, pack, PRIMARY KEY (id, version)", false, 3,
     [](const Columns& c) { return c.size() == 3 && is_text(c[0]) && is_text(c[1]) && begins_json(c[2]); }},
    {"calendar", "only_row INTEGER PRIMARY KEY, half_terms", true, 2,
     [](const Columns& c) { return c.size() == 2 && is_null(c[0]) && begins_json(c[1]); }},
    {"visit_templates", "position INTEGER PRIMARY KEY, version, pack", true, 3,
     [](const Columns& c) { return c.size() == 3 && is_null(c[0]) && is_text(c[1]) && begins_json(c[2]); }},
    {"sqlite_sequence", "name, seq", true, 2,
     [](const Columns& c) { return c.size() == 2 && is_text(c[0]) && is_number(c[1]); }},
};

class Forest {
  public:
    explicit Forest(RawPages& pages) {
        RawPage page;
        for (std::int64_t number = 2; number <= pages.count(); ++number) {
            if (!pages.read(number, page)) continue;
            if (std::optional<TreePage> found = read_tree_page(page)) trees_.emplace(number, *std::move(found));
        }
        for (const auto& [number, tree] : trees_) led_to_.insert(tree.children.begin(), tree.children.end());
    }

    // Where the table begins; 0 when it cannot be found, or has no rows.
    std::int64_t root_of(const KnownTable& table) const {
        std::int64_t root = 0;
        std::size_t largest = 0;
        for (const auto& [number, tree] : trees_) {
            if (led_to_.contains(number) || tree.has_numbers != table.has_numbers) continue;
            const Columns* first = first_in(number, 0);
            if (!first || first->size() < table.columns_min || !table.fits(*first)) continue;
            const std::size_t size = size_of(number, 0);
            if (size <= largest) continue;
            largest = size;
            root = number;
        }
        return root;
    }

  private:
    static constexpr int depth_max = 20;  // SQLite's own; damage could make a ring.

    const Columns* first_in(std::int64_t number, int depth) const {
        const auto found = trees_.find(number);
        if (found == trees_.end() || depth > depth_max) return nullptr;
        if (found->second.first) return &*found->second.first;
        for (const std::int64_t child : found->second.children) {
            if (const Columns* first = first_in(child, depth + 1)) return first;
        }
        return nullptr;
    }

    std::size_t size_of(std::int64_t number, int depth) const {
        const auto found = trees_.find(number);
        if (found == trees_.end() || depth > depth_max) return 0;
        std::size_t size = 1;
        for (const std::int64_t child : found->second.children) size += size_of(child, depth + 1);
        return size;
    }

    std::map<std::int64_t, TreePage> trees_;
    std::set<std::int64_t> led_to_;  // By another page.
};

void put(RawPage& page, std::size_t at, std::uint64_t value, int bytes) {
    for (int byte = bytes - 1; byte >= 0; --byte) page[at++] = static_cast<std::uint8_t>(value >> (8 * byte));
}

// Of what is at most 16383: all that stands in one page.
std::string varint(std::size_t value) {
    std::string text;
    if (value > 0x7f) text += static_cast<char>(0x80 | value >> 7);
    return text + static_cast<char>(value & 0x7f);
}

// One row of the list of tables: type, name, table, root, definition.
std::string row_of(const KnownTable& table, std::int64_t root) {
    const std::string name = table.name;
    const std::string sql =
        "CREATE TABLE " + name + "(" + table.columns + ")" + (table.has_numbers ? "" : " WITHOUT ROWID");
    const auto text_type = [](const std::string& text) { return varint(13 + 2 * text.size()); };
    constexpr char four_bytes = 4;
    std::string types = text_type("table") + text_type(name) + text_type(name) + four_bytes + text_type(sql);
    std::string record = varint(types.size() + 1) + types + "table" + name + name;
    for (int shift = 24; shift >= 0; shift -= 8) record += static_cast<char>(root >> shift);
    return record + sql;
}

// "The database header", and after it a leaf with these rows.
RawPage first_page(const std::vector<std::string>& rows) {
    constexpr std::size_t tree = 100;
    constexpr std::string_view magic = "SQLite format 3";
    RawPage page{};
    std::ranges::copy(magic, page.begin());
    put(page, 16, raw_page_bytes, 2);
    put(page, 18, 0x0202, 2);  // With a write-ahead log.
    put(page, 20, raw_page_reserved, 1);
    put(page, 21, 0x402020, 3);
    put(page, 40, 1, 4);  // How many pages there are is left at 0: the file's own length says it.
    put(page, 44, 4, 4);
    put(page, 56, 1, 4);  // UTF-8.
    std::size_t end = raw_page_bytes - raw_page_reserved;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const std::string cell = varint(rows[row].size()) + varint(row + 1) + rows[row];
        end -= cell.size();
        std::ranges::copy(cell, page.begin() + static_cast<std::ptrdiff_t>(end));
        put(page, tree + 8 + 2 * row, end, 2);
    }
    put(page, tree, 13, 1);
    put(page, tree + 3, rows.size(), 2);
    put(page, tree + 5, end, 2);
    return page;
}

}  // namespace

Result<void> list_tables_anew(ReadOnlyPool& pool, const char* vfs_name, const DatabaseKey& key) {
    const auto pages = RawPages::open(vfs_name, key);
    if (!pages) return std::unexpected(pages.error());
    const Forest forest(**pages);
    std::vector<std::string> rows;
    for (const KnownTable& table : known) {
        if (const std::int64_t root = forest.root_of(table)) rows.push_back(row_of(table, root));
    }
    if (!rows.empty()) pool.take_first_page();
    if (!rows.empty() && (*pages)->write(1, first_page(rows))) return {};
    return fault("storage_damaged", "The store on this device cannot be read. Nothing was changed.");
}

}  // namespace kitbag
