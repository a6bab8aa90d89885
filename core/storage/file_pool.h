#pragma once
// The seam between SQLite and whatever keeps a tablet's bytes: in a browser five OPFS handles opened beforehand, in
// tests memory that can fail. It knows a fixed set of files, all open from start to end, and can neither make nor
// remove one: a file that "is not there" has size 0.

#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <string_view>

namespace kitbag {

enum class PoolFile : int {
    database = 0,  // "kitbag.db"
    wal = 1,       // "kitbag.db-wal", SQLite's write-ahead log
    journal = 2,   // "kitbag.db-journal", SQLite's rollback journal
    key = 3,       // "kitbag.key", see key_ring.h
    label = 4,     // "kitbag.label", see store_shelf.h
};
inline constexpr int pool_file_count = 5;

std::string_view pool_file_name(PoolFile file);
std::optional<PoolFile> pool_file_of(std::string_view name);

enum class PoolError {
    full,  // No room: the quota or the disk.
    lost,  // The handle was taken away or the device failed. Only opening everything again can help.
};

template <typename Value>
using PoolResult = std::expected<Value, PoolError>;

class FilePool {
  public:
    virtual ~FilePool() = default;

    // Bytes read; fewer than asked only at the end of the file.
    virtual PoolResult<std::size_t> read(PoolFile file, std::int64_t offset, std::span<std::uint8_t> into) = 0;
    // Bytes written, from the front; may be fewer than given (WebKit does so), the caller goes on from there. 0 is an
    // error.
    virtual PoolResult<std::size_t> write(PoolFile file, std::int64_t offset, std::span<const std::uint8_t> bytes) = 0;
    virtual PoolResult<void> truncate(PoolFile file, std::int64_t size) = 0;
    // After success everything written to the file before survives a crash.
    virtual PoolResult<void> flush(PoolFile file) = 0;
    virtual PoolResult<std::int64_t> size(PoolFile file) = 0;
};

// Writes all of it, however often write() stops short.
PoolResult<void> write_fully(FilePool& pool, PoolFile file, std::int64_t offset, std::span<const std::uint8_t> bytes);

}  // namespace kitbag
