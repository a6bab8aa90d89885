// The store as the app has it, encrypted and over its own files, as a module for a browser's worker: tests/bench/store_engines.mjs gives
// it the statements that it gives the other engines. Rows are read whole and counted; nothing is shown.
//
//   store_allocate(bytes) -> address      store_open() -> 0, or 1 when it cannot be opened
//   store_run(text, bytes)                several statements without rows
//   store_ask(text, bytes, columns) -> rows      store_close()
//   store_tidy() -> 1 while there is more to put together in the index of words; at last it empties the log

#include <cstdlib>
#include <memory>
#include <string>

#include "app/platform/platform_web.h"
#include "core/base/check.h"
#include "core/storage/database.h"
#include "core/storage/note_search.h"
#include "core/storage/pool_vfs.h"

// What Emscripten gives to the page.
#define KITBAG_EXPORTED __attribute__((used))

using namespace kitbag;

namespace {

struct Store {
    WebPlatform platform{"A benchmark"};
    std::unique_ptr<PoolVfs> vfs;
    std::unique_ptr<Database> database;
};

std::unique_ptr<Store> store;  // The module's only instance, as in app/main_web.cpp.

std::size_t read = 0;  // So that no compiler leaves out the reading.

std::string taken(char* address, int bytes) {
    const std::string text(address, address + bytes);
    std::free(address);
    return text;
}

DatabaseKey key() {
    DatabaseKey key;
    key.bytes.fill(7);
    return key;
}

}  // namespace

extern "C" {

KITBAG_EXPORTED void* store_allocate(int bytes) {
    return std::malloc(static_cast<std::size_t>(bytes) + 1);
}

KITBAG_EXPORTED int store_open() {
    store = std::make_unique<Store>();
    auto vfs = PoolVfs::create(store->platform.store(1), store->platform.clock(), store->platform.random());
    if (!vfs) return 1;
    store->vfs = *std::move(vfs);
    auto database = Database::open({.file_name = pool_database_name, .vfs_name = pool_vfs_name, .key = key()});
    if (!database) return 1;
    store->database = *std::move(database);
    return 0;
}

KITBAG_EXPORTED void store_run(char* address, int bytes) {
    CHECK(store->database->run_script(taken(address, bytes)).has_value());
}

KITBAG_EXPORTED int store_ask(char* address, int bytes, int columns) {
    const std::string sql = taken(address, bytes);
    Statement statement = store->database->query(sql);
    int rows = 0;
    for (;;) {
        const Result<bool> row = statement.step();
        CHECK(row.has_value());
        if (!*row) return rows;
        for (int column = 0; column < columns; ++column) read += statement.text(column).size();
        ++rows;
    }
}

KITBAG_EXPORTED int store_tidy() {
    const Result<bool> more = NoteSearch(*store->database).tidy();
    CHECK(more.has_value());
    if (!*more) CHECK(store->database->checkpoint().has_value());
    return *more ? 1 : 0;
}

KITBAG_EXPORTED void store_close() {
    store->database.reset();
    store.reset();
}

}  // extern "C"
