#include "core/storage/raw_pages.h"

#include <string>

#include <sqlite3.h>

#include "core/base/id.h"
#include "core/base/wipe.h"
#include "core/storage/pool_vfs.h"

namespace kitbag {
namespace {

// The one under which the cipher works: what is read through it is decrypted and checked.
sqlite3_file* file_of(sqlite3* handle) {
    sqlite3_file* file = nullptr;
    const int code = sqlite3_file_control(handle, "main", SQLITE_FCNTL_FILE_POINTER, static_cast<void*>(&file));
    return code == SQLITE_OK && file != nullptr && file->pMethods != nullptr ? file : nullptr;
}

}  // namespace

Result<std::unique_ptr<RawPages>> RawPages::open(const char* vfs_name, const DatabaseKey& key) {
    sqlite3* handle = nullptr;
    int code = sqlite3_open_v2(pool_database_name, &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, vfs_name);
    std::unique_ptr<RawPages> pages(new RawPages(handle));
    std::string raw = "raw:" + to_hex(key.bytes);
    if (code == SQLITE_OK) code = sqlite3_key(handle, raw.data(), static_cast<int>(raw.size()));
    wipe(raw);
    sqlite3_file* file = code == SQLITE_OK ? file_of(handle) : nullptr;
    sqlite3_int64 bytes = 0;
    if (file == nullptr || file->pMethods->xFileSize(file, &bytes) != SQLITE_OK)
        return fault("storage_damaged", "The store on this device cannot be read. Nothing was changed.");
    pages->count_ = bytes / static_cast<std::int64_t>(raw_page_bytes);
    return pages;
}

RawPages::~RawPages() {
    sqlite3_close(handle_);
}

bool RawPages::read(std::int64_t number, RawPage& into) {
    sqlite3_file* file = file_of(handle_);
    const sqlite3_int64 at = (number - 1) * static_cast<sqlite3_int64>(raw_page_bytes);
    return number >= 1 && number <= count_ && file != nullptr &&
           file->pMethods->xRead(file, into.data(), static_cast<int>(into.size()), at) == SQLITE_OK;
}

bool RawPages::write(std::int64_t number, const RawPage& page) {
    sqlite3_file* file = file_of(handle_);
    RawPage copy = page;  // The cipher works in place.
    const sqlite3_int64 at = (number - 1) * static_cast<sqlite3_int64>(raw_page_bytes);
    return file != nullptr && file->pMethods->xWrite(file, copy.data(), static_cast<int>(copy.size()), at) == SQLITE_OK;
}

}  // namespace kitbag
