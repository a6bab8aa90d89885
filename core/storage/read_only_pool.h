#pragma once
// Another pool's files, to be read and never written: every write, truncation and removal is refused before it reaches them. What a
// damaged store is read through, so that it stays byte for byte as it was found, whatever SQLite would like to tidy up in it.

#include "core/storage/file_pool.h"

namespace kitbag {

class ReadOnlyPool final : public FilePool {
  public:
    // Must outlive it.
    explicit ReadOnlyPool(FilePool& pool) : pool_(pool) {}

    PoolResult<std::size_t> read(PoolFile file, std::int64_t offset, std::span<std::uint8_t> into) override {
        return pool_.read(file, offset, into);
    }
    PoolResult<std::size_t> write(PoolFile, std::int64_t, std::span<const std::uint8_t>) override {
        return std::unexpected(PoolError::lost);
    }
    PoolResult<void> truncate(PoolFile, std::int64_t) override { return std::unexpected(PoolError::lost); }
    PoolResult<void> flush(PoolFile) override { return {}; }  // There is never anything to flush.
    PoolResult<std::int64_t> size(PoolFile file) override { return pool_.size(file); }

  private:
    FilePool& pool_;
};

}  // namespace kitbag
