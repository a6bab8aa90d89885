#pragma once
// A FilePool in memory that behaves as a bad disk may: what was not flushed can be lost or torn when the power goes, and any
// operation can be made to fail, or to stop short.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/storage/file_pool.h"
#include "tests/support/seams.h"

namespace kitbag {

enum class Trouble {
    full_once,       // One operation finds no room; the next ones do.
    lost_for_good,   // The handle is gone: this operation and all later ones fail.
    torn_then_lost,  // Half of a write arrives, then the handle is gone.
};

class MemoryPool final : public FilePool {
  public:
    PoolResult<std::size_t> read(PoolFile file, std::int64_t offset, std::span<std::uint8_t> into) override;
    PoolResult<std::size_t> write(PoolFile file, std::int64_t offset, std::span<const std::uint8_t> bytes) override;
    PoolResult<void> truncate(PoolFile file, std::int64_t size) override;
    PoolResult<void> flush(PoolFile file) override;
    PoolResult<std::int64_t> size(PoolFile file) override;

    // The operation (write, truncate or flush) with this number, counted from 1 from now on, meets trouble.
    void trouble_at(int operation, Trouble trouble);
    bool had_trouble() const { return had_trouble_; }

    void write_at_most(std::size_t bytes) { write_max_ = bytes; }  // As WebKit may.

    // The power goes: of what was not flushed each write survives whole, in part or not at all, as `chance` has it. Handles work
    // again afterwards.
    void power_off(SeededRandom& chance);

    std::vector<std::uint8_t>& bytes(PoolFile file) { return at(file).now; }
    bool holds(std::string_view text) const;  // In any file.

  private:
    struct Unflushed {
        std::int64_t offset;
        std::vector<std::uint8_t> bytes;
        bool truncates;  // To `offset`, with no bytes.
    };
    struct File {
        std::vector<std::uint8_t> now;
        std::vector<std::uint8_t> safe;
        std::vector<Unflushed> unflushed;
    };
    File& at(PoolFile file) { return files_[static_cast<std::size_t>(file)]; }
    static void perform(std::vector<std::uint8_t>& bytes, const Unflushed& write);
    static void perform_in_part(std::vector<std::uint8_t>& bytes, const Unflushed& write, SeededRandom& chance);
    std::optional<PoolError> next_trouble();

    std::array<File, pool_file_count> files_;
    std::size_t write_max_ = SIZE_MAX;
    int operations_until_trouble_ = 0;  // 0: none is coming.
    Trouble trouble_ = Trouble::full_once;
    bool had_trouble_ = false;
    bool lost_ = false;
};

}  // namespace kitbag
