#pragma once
// The pages of an encrypted database one by one, past SQLite itself, which reads none where it cannot read the first. Each is
// authenticated by its cipher: it is given as it was written, or not at all. The write-ahead log is not looked at.

#include <array>
#include <cstdint>
#include <memory>

#include "core/base/result.h"
#include "core/storage/database_key.h"

struct sqlite3;

namespace kitbag {

inline constexpr std::size_t raw_page_bytes = 4096;
inline constexpr std::size_t raw_page_reserved = 32;  // At its end, for the cipher: nonce and tag.

using RawPage = std::array<std::uint8_t, raw_page_bytes>;

class RawPages {
  public:
    // Through a VFS that is there (pool_vfs.h), which must outlive it. "storage_damaged" where that cannot be.
    static Result<std::unique_ptr<RawPages>> open(const char* vfs_name, const DatabaseKey& key);
    ~RawPages();
    RawPages(const RawPages&) = delete;
    RawPages& operator=(const RawPages&) = delete;

    std::int64_t count() const { return count_; }
    // Pages are numbered from 1. False when it is not there or not whole.
    bool read(std::int64_t number, RawPage& into);
    bool write(std::int64_t number, const RawPage& page);  // Encrypted, as SQLite would.

  private:
    explicit RawPages(sqlite3* handle) : handle_(handle) {}

    sqlite3* handle_;
    std::int64_t count_ = 0;
};

}  // namespace kitbag
