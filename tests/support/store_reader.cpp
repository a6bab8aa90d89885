// Reads the store of a tablet whose browser has ended, for the stories that kill it: nothing of the app is between the files and what
// is said of them. It works on a copy in memory, so that looking changes nothing.
//
//   store_reader read FOLDER PASSPHRASE     what the store holds, as JSON
//   store_reader older FOLDER PASSPHRASE    puts a store of the schema before the newest in its place, with all that such a one can hold
//
// FOLDER has the files of file_pool.h, by their names there; one that is missing is empty. An older store has no photographs where
// the older schema had none.

#include <fstream>
#include <iostream>
#include <iterator>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/base/json.h"
#include "core/storage/key_ring.h"
#include "core/storage/migrations.h"
#include "core/storage/photo_store.h"
#include "core/storage/pool_vfs.h"
#include "tests/support/memory_pool.h"
#include "tests/support/seams.h"

namespace kitbag {
namespace {

constexpr Instant long_after = 4'102'444'800'000;  // 2100: nobody waits for what an interrupted attempt counted.

std::vector<std::string> all_files() {
    std::vector<std::string> names;
    for (int file = 0; file < pool_file_count; ++file) names.emplace_back(pool_file_name(static_cast<PoolFile>(file)));
    return names;
}

void load(const std::string& folder, MemoryPool& pool) {
    for (const std::string& name : all_files()) {
        std::ifstream file(folder + "/" + name, std::ios::binary);
        pool.bytes(*pool_file_of(name)).assign(std::istreambuf_iterator<char>(file), {});
    }
}

void store(const std::string& folder, MemoryPool& pool) {
    for (const std::string& name : all_files()) {
        const auto& bytes = pool.bytes(*pool_file_of(name));
        std::ofstream file(folder + "/" + name, std::ios::binary);
        file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    }
}

// What a tablet is asked with: it must be gone before the next one is made.
struct Seams {
    SetClock clock{long_after};
    SeededRandom random;
};

// `work` with the store of the pool open. It is closed, and its files are as they will be found, when this returns.
template <typename Work>
auto with_store(MemoryPool& pool, const DatabaseKey& key, Work work) -> decltype(work(std::declval<Database&>())) {
    Seams seams;
    const auto vfs = PoolVfs::create(pool, seams.clock, seams.random);
    if (!vfs) return std::unexpected(vfs.error());
    const auto database = Database::open({.file_name = pool_database_name, .vfs_name = pool_vfs_name, .key = key});
    if (!database) return std::unexpected(database.error());
    return work(**database);
}

// The rows that a statement gives, each an object of the columns named.
Result<Json> rows(Database& database, std::string_view sql, const std::vector<std::string>& columns) {
    Json found = Json::array();
    Statement statement = database.query(sql);
    for (;;) {
        const Result<bool> row = statement.step();
        if (!row) return std::unexpected(row.error());
        if (!*row) return found;
        Json object;
        for (std::size_t column = 0; column < columns.size(); ++column)
            object[columns[column]] = statement.text(static_cast<int>(column));
        found.push_back(std::move(object));
    }
}

Result<Json> pictures(Database& database) {
    Json found = Json::object();
    Statement statement = database.query("SELECT content, jpeg, thumbnail FROM picture");
    for (;;) {
        const Result<bool> row = statement.step();
        if (!row) return std::unexpected(row.error());
        if (!*row) return found;
        const bool whole = photo_content(statement.blob(1)) == statement.text(0) && !statement.blob(2).empty();
        found[statement.text(0)] = whole;
    }
}

// Everything of interest to who knows what was written; as the older schema has it when the store was not brought up to date yet.
Result<Json> content(Database& database) {
    Json whole;
    const auto add = [&](const char* name, Result<Json> part) {
        whole[name] = part ? *std::move(part) : Json(part.error().sentence);
    };
    add("integrity", rows(database, "PRAGMA integrity_check", {"said"}));
    add("version", rows(database, "PRAGMA user_version", {"number"}));
    add("drafts", rows(database, "SELECT entity, entity_id, field, text FROM draft ORDER BY typed_at",
                       {"entity", "entity_id", "field", "text"}));
    add("fields", rows(database, "SELECT entity, entity_id, field, value FROM field_state",
                       {"entity", "entity_id", "field", "value"}));
    add("waiting", rows(database, "SELECT count(*) FROM waiting", {"number"}));
    add("refused", rows(database, "SELECT change, sentence FROM refusal", {"change", "sentence"}));
    const auto has_pictures = rows(database, "SELECT name FROM sqlite_schema WHERE name = 'picture'", {"name"});
    add("pictures", has_pictures && has_pictures->empty() ? Result<Json>(Json::object()) : pictures(database));
    return whole;
}

struct Table {
    std::string name;
    std::vector<std::string> columns;
};

Result<std::vector<Table>> tables_of(Database& database) {
    const auto found = rows(database,
                            "SELECT t.name, c.name FROM pragma_table_list t JOIN pragma_table_info(t.name) c "
                            "WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'",
                            {"table", "column"});
    if (!found) return std::unexpected(found.error());
    std::vector<Table> tables;
    for (const Json& row : *found) {
        const std::string name = text_or(row, "table");
        if (tables.empty() || tables.back().name != name) tables.push_back({name, {}});
        tables.back().columns.push_back(text_or(row, "column"));
    }
    return tables;
}

// Every row of a table as a statement that writes it, in SQLite's own spelling of values.
Result<std::string> as_script(Database& database, const Table& table) {
    std::string values;
    std::string names;
    for (const std::string& column : table.columns) {
        values += (values.empty() ? "" : " || ', ' || ") + ("quote(\"" + column + "\")");
        names += (names.empty() ? "" : ", ") + ('"' + column + '"');
    }
    const auto found = rows(database, "SELECT " + values + " FROM " + table.name, {"values"});
    if (!found) return std::unexpected(found.error());
    std::string script;
    for (const Json& row : *found)
        script +=
            "INSERT OR REPLACE INTO " + table.name + " (" + names + ") VALUES (" + text_or(row, "values") + ");\n";
    return script;
}

Result<void> make_older(MemoryPool& pool, const DatabaseKey& key) {
    MemoryPool past;
    past.bytes(PoolFile::key) = pool.bytes(PoolFile::key);
    const auto tables = with_store(past, key, [](Database& database) -> Result<std::vector<Table>> {
        const auto steps = store_migrations();
        const auto made = migrate_to(database, std::span(steps).first(steps.size() - 1));
        if (!made) return std::unexpected(made.error());
        return tables_of(database);
    });
    if (!tables) return std::unexpected(tables.error());
    const auto script = with_store(pool, key, [&](Database& database) -> Result<std::string> {
        std::string all = "PRAGMA foreign_keys = OFF;\nBEGIN;\n";  // Tables come in any order.
        for (const Table& table : *tables) {
            auto rows_of_it = as_script(database, table);
            if (!rows_of_it) return rows_of_it;
            all += *rows_of_it;
        }
        return all + "COMMIT;\n";
    });
    if (!script) return std::unexpected(script.error());
    const auto written = with_store(past, key, [&](Database& database) { return database.run_script(*script); });
    if (written) pool = past;
    return written;
}

int fail(const Fault& reason) {
    std::cerr << reason.code << ": " << reason.sentence << "\n";
    return 1;
}

int run(const std::string& verb, const std::string& folder, const std::string& passphrase) {
    MemoryPool pool;
    load(folder, pool);
    MemoryPool asked = pool;  // An attempt is counted in the file.
    Seams seams;
    const auto key = KeyRing(asked, seams.clock, seams.random).unlock(passphrase);
    if (!key) return fail(key.error());
    if (verb == "older") {
        if (const auto made = make_older(pool, *key); !made) return fail(made.error());
        store(folder, pool);
        return 0;
    }
    const auto found = with_store(pool, *key, content);
    if (!found) return fail(found.error());
    std::cout << to_text(*found) << "\n";
    return 0;
}

}  // namespace
}  // namespace kitbag

int main(int count, char** given) {
    const std::vector<std::string> words(given, given + count);
    if (count != 4 || (words[1] != "read" && words[1] != "older")) {
        std::cerr << "usage: store_reader read|older FOLDER PASSPHRASE\n";
        return 2;
    }
    return kitbag::run(words[1], words[2], words[3]);
}
