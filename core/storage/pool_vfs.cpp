#include "core/storage/pool_vfs.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <new>
#include <span>
#include <string>

#include <sqlite3.h>

#include "core/base/check.h"
#include "core/storage/page_cipher.h"

namespace kitbag {
namespace {

// Under the encrypting one, which puts its own name before it.
constexpr const char* base_names[] = {"kitbag-pool", "kitbag-pool-damaged"};
constexpr const char* full_names[] = {pool_vfs_name, damaged_vfs_name};
constexpr int path_bytes_max = 64;
constexpr int sector_bytes = 4096;

const char* name_of(std::span<const char* const> names, PoolRole role) {
    return names[static_cast<std::size_t>(role)];
}

// What SQLite allocates for each open file.
struct OpenFile {
    sqlite3_file base;  // First: SQLite sees only this.
    FilePool* pool;
    PoolFile file;
};

OpenFile& opened(sqlite3_file* file) {
    return *reinterpret_cast<OpenFile*>(file);
}
PoolVfs& owner(sqlite3_vfs* vfs) {
    return *static_cast<PoolVfs*>(vfs->pAppData);
}

// `otherwise` is SQLite's code for the operation that met a lost handle.
int to_sqlite(PoolError error, int otherwise) {
    return error == PoolError::full ? SQLITE_FULL : otherwise;
}

// Key and label are no business of SQLite's.
bool is_sqlites(PoolFile file) {
    return file != PoolFile::key && file != PoolFile::label;
}

int close_file(sqlite3_file*) {
    return SQLITE_OK;
}

int read_file(sqlite3_file* file, void* into, int count, sqlite3_int64 offset) {
    const OpenFile& open = opened(file);
    const std::span<std::uint8_t> bytes(static_cast<std::uint8_t*>(into), static_cast<std::size_t>(count));
    std::size_t filled = 0;
    while (filled < bytes.size()) {
        const auto got = open.pool->read(open.file, offset + static_cast<sqlite3_int64>(filled), bytes.subspan(filled));
        if (!got) return SQLITE_IOERR_READ;
        if (*got == 0) break;
        filled += *got;
    }
    if (filled == bytes.size()) return SQLITE_OK;
    std::ranges::fill(bytes.subspan(filled), std::uint8_t{0});
    return SQLITE_IOERR_SHORT_READ;
}

int write_file(sqlite3_file* file, const void* from, int count, sqlite3_int64 offset) {
    const OpenFile& open = opened(file);
    const std::span bytes(static_cast<const std::uint8_t*>(from), static_cast<std::size_t>(count));
    const auto written = write_fully(*open.pool, open.file, offset, bytes);
    return written ? SQLITE_OK : to_sqlite(written.error(), SQLITE_IOERR_WRITE);
}

int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
    const auto cut = opened(file).pool->truncate(opened(file).file, size);
    return cut ? SQLITE_OK : to_sqlite(cut.error(), SQLITE_IOERR_TRUNCATE);
}

int sync_file(sqlite3_file* file, int) {
    const auto flushed = opened(file).pool->flush(opened(file).file);
    return flushed ? SQLITE_OK : to_sqlite(flushed.error(), SQLITE_IOERR_FSYNC);
}

int size_of_file(sqlite3_file* file, sqlite3_int64* size) {
    const auto found = opened(file).pool->size(opened(file).file);
    if (!found) return SQLITE_IOERR_FSTAT;
    *size = *found;
    return SQLITE_OK;
}

int lock_file(sqlite3_file*, int) {
    return SQLITE_OK;
}

int nobody_else_locks(sqlite3_file*, int* held) {
    *held = 0;
    return SQLITE_OK;
}

int control_file(sqlite3_file*, int asked, void*) {
    if (asked == SQLITE_FCNTL_CKPT_START) kitbag_copying_begins();
    if (asked == SQLITE_FCNTL_CKPT_DONE) kitbag_copying_ends();
    return SQLITE_NOTFOUND;
}
int sector_of_file(sqlite3_file*) {
    return sector_bytes;
}

// As SQLite assumes of every ordinary disk: a torn write harms no byte outside the range that was written.
int device_of_file(sqlite3_file*) {
    return SQLITE_IOCAP_POWERSAFE_OVERWRITE | SQLITE_IOCAP_UNDELETABLE_WHEN_OPEN;
}

// Version 1: without shared memory, so that SQLite refuses WAL except in exclusive locking mode.
constexpr sqlite3_io_methods io_methods = {
    1,         close_file, read_file,         write_file,   truncate_file,  sync_file,      size_of_file,
    lock_file, lock_file,  nobody_else_locks, control_file, sector_of_file, device_of_file, nullptr,
    nullptr,   nullptr,    nullptr,           nullptr,      nullptr};

int open_file(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* flags_given) {
    const std::optional<PoolFile> found = name ? pool_file_of(name) : std::nullopt;
    file->pMethods = nullptr;
    if (!found || !is_sqlites(*found)) return SQLITE_CANTOPEN;
    new (file) OpenFile{{&io_methods}, &owner(vfs).pool(), *found};
    if (flags_given) *flags_given = flags;
    return SQLITE_OK;
}

int remove_file(sqlite3_vfs* vfs, const char* name, int) {
    const std::optional<PoolFile> file = pool_file_of(name);
    if (!file || !is_sqlites(*file)) return SQLITE_IOERR_DELETE;
    FilePool& pool = owner(vfs).pool();
    if (const auto cut = pool.truncate(*file, 0); !cut) return to_sqlite(cut.error(), SQLITE_IOERR_DELETE);
    if (const auto flushed = pool.flush(*file); !flushed) return to_sqlite(flushed.error(), SQLITE_IOERR_DELETE);
    return SQLITE_OK;
}

int file_exists(sqlite3_vfs* vfs, const char* name, int, int* answer) {
    *answer = 0;
    const std::optional<PoolFile> file = pool_file_of(name);
    if (!file) return SQLITE_OK;
    const auto size = owner(vfs).pool().size(*file);
    if (!size) return SQLITE_IOERR_ACCESS;
    *answer = *size > 0;
    return SQLITE_OK;
}

int full_name(sqlite3_vfs*, const char* name, int room, char* into) {
    const std::size_t length = std::strlen(name);
    if (length >= static_cast<std::size_t>(room)) return SQLITE_CANTOPEN;
    std::memcpy(into, name, length + 1);
    return SQLITE_OK;
}

int random_bytes(sqlite3_vfs* vfs, int count, char* into) {
    owner(vfs).random().fill({reinterpret_cast<std::uint8_t*>(into), static_cast<std::size_t>(count)});
    return count;
}

int sleep_is_refused(sqlite3_vfs*, int) {
    return 0;
}

int julian_day(sqlite3_vfs* vfs, double* day) {
    constexpr double unix_epoch_days = 2440587.5;
    constexpr double day_ms = 86'400'000.0;
    *day = unix_epoch_days + static_cast<double>(owner(vfs).clock().now()) / day_ms;
    return SQLITE_OK;
}

int last_error(sqlite3_vfs*, int, char*) {
    return 0;
}

Fault refused(const char* what) {
    return {"storage_refused",
            std::string("The store cannot be opened on this device (") + what +
                "). Nothing was changed. Close Kitbag, open it again, and tell your county if it stays."};
}

}  // namespace

PoolVfs::PoolVfs(FilePool& pool, const Clock& clock, Random& random, PoolRole role)
    : gathered_(role == PoolRole::store ? std::make_optional<GatheredWrites>(pool) : std::nullopt),
      pool_(gathered_ ? *gathered_ : pool),
      clock_(clock),
      random_(random),
      role_(role),
      vfs_(std::make_unique<sqlite3_vfs>()) {
    vfs_->iVersion = 1;
    vfs_->szOsFile = sizeof(OpenFile);
    vfs_->mxPathname = path_bytes_max;
    vfs_->zName = name_of(base_names, role);
    vfs_->pAppData = this;
    vfs_->xOpen = open_file;
    vfs_->xDelete = remove_file;
    vfs_->xAccess = file_exists;
    vfs_->xFullPathname = full_name;
    vfs_->xRandomness = random_bytes;
    vfs_->xSleep = sleep_is_refused;
    vfs_->xCurrentTime = julian_day;
    vfs_->xGetLastError = last_error;
}

Result<std::unique_ptr<PoolVfs>> PoolVfs::create(FilePool& pool, const Clock& clock, Random& random, PoolRole role) {
    const char* base_name = name_of(base_names, role);
    if (sqlite3_initialize() != SQLITE_OK) return std::unexpected(refused("SQLite did not start"));
    CHECK(sqlite3_vfs_find(base_name) == nullptr);
    std::unique_ptr<PoolVfs> vfs(new PoolVfs(pool, clock, random, role));
    if (sqlite3_vfs_register(vfs->vfs_.get(), 0) != SQLITE_OK) return std::unexpected(refused("no room for the files"));
    vfs->registered_ = true;
    if (sqlite3mc_vfs_create(base_name, 0) != SQLITE_OK) return std::unexpected(refused("encryption did not start"));
    return vfs;
}

PoolVfs::~PoolVfs() {
    if (!registered_) return;
    sqlite3mc_vfs_destroy(name_of(full_names, role_));
    CHECK(sqlite3_vfs_find(name_of(full_names, role_)) == nullptr);  // Else a Database is still open.
    sqlite3_vfs_unregister(vfs_.get());
}

Result<void> assert_encrypted(FilePool& pool) {
    constexpr std::string_view plain = "SQLite format 3";
    std::array<std::uint8_t, 16> header{};
    const auto got = pool.read(PoolFile::database, 0, header);
    if (!got) {
        return fault("storage_lost", "The store on this tablet could not be read. Close Kitbag and open it again.");
    }
    const bool whole = *got == header.size();
    const bool empty = std::ranges::all_of(header, [](std::uint8_t byte) { return byte == 0; });
    if (whole && !empty && std::memcmp(header.data(), plain.data(), plain.size()) != 0) return {};
    return fault("not_encrypted",
                 "The store on this tablet is not encrypted, so nothing may be written to it. Tell your county before "
                 "you go on.");
}

}  // namespace kitbag

#if defined(__EMSCRIPTEN__)
// In a browser SQLite has no operating system of its own: the only VFS is the one that PoolVfs registers.
extern "C" int sqlite3_os_init(void) {
    return SQLITE_OK;
}
extern "C" int sqlite3_os_end(void) {
    return SQLITE_OK;
}
#endif
