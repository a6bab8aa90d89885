#include "tests/app/fake_platform.h"

#include <algorithm>
#include <utility>

namespace kitbag {

PoolResult<std::size_t> MemoryFiles::read(PoolFile file, std::int64_t offset, std::span<std::uint8_t> into) {
    if (trouble == Trouble::lost) return std::unexpected(PoolError::lost);
    const auto& bytes = bytes_of(file);
    const auto start = std::min(static_cast<std::size_t>(offset), bytes.size());
    const std::size_t count = std::min(into.size(), bytes.size() - start);
    std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(start), count, into.begin());
    return count;
}

PoolResult<std::size_t> MemoryFiles::write(PoolFile file, std::int64_t offset, std::span<const std::uint8_t> given) {
    if (trouble == Trouble::lost) return std::unexpected(PoolError::lost);
    if (trouble == Trouble::full) return std::unexpected(PoolError::full);
    auto& bytes = bytes_of(file);
    const auto start = static_cast<std::size_t>(offset);
    if (bytes.size() < start + given.size()) bytes.resize(start + given.size());
    std::copy(given.begin(), given.end(), bytes.begin() + static_cast<std::ptrdiff_t>(start));
    return given.size();
}

PoolResult<void> MemoryFiles::truncate(PoolFile file, std::int64_t size) {
    if (trouble == Trouble::lost) return std::unexpected(PoolError::lost);
    bytes_of(file).resize(static_cast<std::size_t>(size));
    return {};
}

PoolResult<void> MemoryFiles::flush(PoolFile) {
    if (trouble == Trouble::lost) return std::unexpected(PoolError::lost);
    return {};
}

PoolResult<std::int64_t> MemoryFiles::size(PoolFile file) {
    if (trouble == Trouble::lost) return std::unexpected(PoolError::lost);
    return static_cast<std::int64_t>(bytes_of(file).size());
}

MemoryFiles& MemoryFiles::store(int number) {
    if (number == 1) return *this;
    std::unique_ptr<MemoryFiles>& other = others_[number];
    if (!other) other = std::make_unique<MemoryFiles>();
    return *other;
}

// SplitMix64: a new number for each byte is enough for tests.
void SeededRandom::fill(std::span<std::uint8_t> bytes) {
    for (std::uint8_t& byte : bytes) {
        state_ += 0x9e3779b97f4a7c15u;
        std::uint64_t mixed = state_;
        mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9u;
        mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebu;
        byte = static_cast<std::uint8_t>(mixed >> 56);
    }
}

RequestId FakePlatform::send(WebRequest request) {
    sent.push_back({++last_request_, std::move(request)});
    return last_request_;
}

}  // namespace kitbag
