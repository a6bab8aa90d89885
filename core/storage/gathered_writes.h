#pragma once
// A pool whose small writes, each behind the one before, reach the files as one. SQLite writes its log in pieces of 24 and 4,096 bytes
// and its pages one by one, and each piece is a way out of the WebAssembly and into the browser.
//
// Nothing is kept past a flush, and nothing changes places: what was written before is handed on before. Reading sees all of it. What
// could not be handed on is kept and tried again with the next write or flush, so no write that was answered for is ever left out of
// what a flush made safe.

#include <vector>

#include "core/storage/file_pool.h"

namespace kitbag {

class GatheredWrites final : public FilePool {
  public:
    static constexpr std::size_t bytes_max = 256 * 1024;  // Of what is not handed on yet.

    // Must outlive it.
    explicit GatheredWrites(FilePool& pool) : pool_(pool) {}

    PoolResult<std::size_t> read(PoolFile file, std::int64_t offset, std::span<std::uint8_t> into) override;
    PoolResult<std::size_t> write(PoolFile file, std::int64_t offset, std::span<const std::uint8_t> bytes) override;
    PoolResult<void> truncate(PoolFile file, std::int64_t size) override;
    PoolResult<void> flush(PoolFile file) override;
    PoolResult<std::int64_t> size(PoolFile file) override;

  private:
    bool holds_of(PoolFile file) const { return file == file_ && !bytes_.empty(); }
    std::int64_t end() const { return offset_ + static_cast<std::int64_t>(bytes_.size()); }
    PoolResult<void> hand_on();

    FilePool& pool_;
    PoolFile file_ = PoolFile::database;  // Of the bytes that are not handed on yet, and where they begin.
    std::int64_t offset_ = 0;
    std::vector<std::uint8_t> bytes_;
};

}  // namespace kitbag
