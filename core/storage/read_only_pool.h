#pragma once
// Another pool's files, to be read and never written: every write, truncation and removal is refused before it reaches them. What a
// damaged store is read through, so that it stays byte for byte as it was found, whatever SQLite would like to tidy up in it.
//
// One page may be put in the place of another: the first one of the database. It is kept here, and seen by whoever reads through this.

#include <algorithm>
#include <vector>

#include "core/storage/file_pool.h"

namespace kitbag {

class ReadOnlyPool final : public FilePool {
  public:
    // Must outlive it.
    explicit ReadOnlyPool(FilePool& pool) : pool_(pool) {}

    // What is written next as the first page of the database is taken in its place.
    void take_first_page() { taking_ = true; }

    PoolResult<std::size_t> read(PoolFile file, std::int64_t offset, std::span<std::uint8_t> into) override {
        const auto first = static_cast<std::int64_t>(first_page_.size());
        if (file != PoolFile::database || offset >= first) return pool_.read(file, offset, into);
        const auto count = std::min(into.size(), static_cast<std::size_t>(first - offset));
        std::copy_n(first_page_.begin() + static_cast<std::ptrdiff_t>(offset), count, into.begin());
        return count;
    }
    PoolResult<std::size_t> write(PoolFile file, std::int64_t offset, std::span<const std::uint8_t> bytes) override {
        if (file != PoolFile::database || offset != 0 || !taking_) return std::unexpected(PoolError::lost);
        taking_ = false;
        first_page_.assign(bytes.begin(), bytes.end());
        return bytes.size();
    }
    PoolResult<void> truncate(PoolFile, std::int64_t) override { return std::unexpected(PoolError::lost); }
    PoolResult<void> flush(PoolFile) override { return {}; }  // There is never anything to flush.
    PoolResult<std::int64_t> size(PoolFile file) override { return pool_.size(file); }

  private:
    FilePool& pool_;
    bool taking_ = false;
    std::vector<std::uint8_t> first_page_;  // Empty: the pool's own.
};

}  // namespace kitbag
