#include "tests/support/memory_pool.h"

#include <algorithm>

namespace kitbag {

void MemoryPool::perform(std::vector<std::uint8_t>& bytes, const Unflushed& write) {
    const auto from = static_cast<std::size_t>(write.offset);
    if (write.truncates) {
        bytes.resize(from);
        return;
    }
    bytes.resize(std::max(bytes.size(), from + write.bytes.size()));
    std::ranges::copy(write.bytes, bytes.begin() + write.offset);
}

// A disk writes what belongs to one write in any order, and may break off anywhere.
void MemoryPool::perform_in_part(std::vector<std::uint8_t>& bytes, const Unflushed& write, SeededRandom& chance) {
    constexpr std::size_t sector = 4096;
    for (std::size_t from = 0; from < write.bytes.size(); from += sector) {
        const std::size_t whole = std::min(sector, write.bytes.size() - from);
        const std::size_t count = chance.below(3) == 0 ? chance.below(whole) : whole;
        if (chance.below(2) == 0) continue;
        const auto begin = write.bytes.begin() + static_cast<std::ptrdiff_t>(from);
        perform(bytes, {write.offset + static_cast<std::int64_t>(from),
                        {begin, begin + static_cast<std::ptrdiff_t>(count)},
                        false});
    }
}

std::optional<PoolError> MemoryPool::next_trouble() {
    if (lost_) return PoolError::lost;
    if (operations_until_trouble_ == 0 || --operations_until_trouble_ > 0) return std::nullopt;
    had_trouble_ = true;
    lost_ = trouble_ != Trouble::full_once;
    return lost_ ? PoolError::lost : PoolError::full;
}

PoolResult<std::size_t> MemoryPool::read(PoolFile file, std::int64_t offset, std::span<std::uint8_t> into) {
    if (lost_) return std::unexpected(PoolError::lost);
    const std::vector<std::uint8_t>& bytes = at(file).now;
    const std::size_t from = std::min(static_cast<std::size_t>(offset), bytes.size());
    const std::size_t count = std::min(into.size(), bytes.size() - from);
    std::copy_n(bytes.begin() + static_cast<std::int64_t>(from), count, into.begin());
    return count;
}

PoolResult<std::size_t> MemoryPool::write(PoolFile file, std::int64_t offset, std::span<const std::uint8_t> bytes) {
    const bool was_lost = lost_;
    const std::optional<PoolError> trouble = next_trouble();
    const bool tears = trouble && !was_lost && trouble_ == Trouble::torn_then_lost;
    if (trouble && !tears) return std::unexpected(*trouble);
    const std::size_t count = tears ? bytes.size() / 2 : std::min(bytes.size(), write_max_);
    const Unflushed write{offset, {bytes.begin(), bytes.begin() + static_cast<std::int64_t>(count)}, false};
    perform(at(file).now, write);
    at(file).unflushed.push_back(write);
    if (tears) return std::unexpected(*trouble);
    return count;
}

PoolResult<void> MemoryPool::truncate(PoolFile file, std::int64_t size) {
    if (const std::optional<PoolError> trouble = next_trouble()) return std::unexpected(*trouble);
    const Unflushed cut{size, {}, true};
    perform(at(file).now, cut);
    at(file).unflushed.push_back(cut);
    return {};
}

PoolResult<void> MemoryPool::flush(PoolFile file) {
    if (const std::optional<PoolError> trouble = next_trouble()) return std::unexpected(*trouble);
    for (const Unflushed& write : at(file).unflushed) perform(at(file).safe, write);
    at(file).unflushed.clear();
    return {};
}

PoolResult<std::int64_t> MemoryPool::size(PoolFile file) {
    if (lost_) return std::unexpected(PoolError::lost);
    return static_cast<std::int64_t>(at(file).now.size());
}

void MemoryPool::trouble_at(int operation, Trouble trouble) {
    operations_until_trouble_ = operation;
    trouble_ = trouble;
    had_trouble_ = false;
}

void MemoryPool::power_off(SeededRandom& chance) {
    for (File& file : files_) {
        for (Unflushed& write : file.unflushed) {
            const std::uint64_t fate = chance.below(3);
            if (fate == 0) continue;
            if (fate == 1 && !write.truncates)
                perform_in_part(file.safe, write, chance);
            else
                perform(file.safe, write);
        }
        file.unflushed.clear();
        file.now = file.safe;
    }
    lost_ = false;
    operations_until_trouble_ = 0;
}

bool MemoryPool::holds(std::string_view text) const {
    return std::ranges::any_of(files_, [&](const File& file) {
        return !std::ranges::search(
                    file.now, text, {}, [](std::uint8_t b) { return b; },
                    [](char c) { return static_cast<std::uint8_t>(c); })
                    .empty();
    });
}

}  // namespace kitbag
