#include "core/storage/gathered_writes.h"

#include <algorithm>

namespace kitbag {

PoolResult<std::size_t> GatheredWrites::read(PoolFile file, std::int64_t offset, std::span<std::uint8_t> into) {
    const PoolResult<std::size_t> got = pool_.read(file, offset, into);
    if (!got || !holds_of(file)) return got;
    const std::int64_t last = std::min(offset + static_cast<std::int64_t>(into.size()), end());
    if (last <= offset) return got;
    const auto count = static_cast<std::size_t>(last - offset);
    // A file that ends before what is held here will have zeros up to there.
    if (*got < count) std::ranges::fill(into.subspan(*got, count - *got), std::uint8_t{0});
    const std::int64_t first = std::max(offset, offset_);
    if (first < last) {
        const auto held = std::span(bytes_).subspan(static_cast<std::size_t>(first - offset_),
                                                    static_cast<std::size_t>(last - first));
        std::ranges::copy(held, into.begin() + static_cast<std::ptrdiff_t>(first - offset));
    }
    return std::max(*got, count);
}

PoolResult<std::size_t> GatheredWrites::write(PoolFile file, std::int64_t offset, std::span<const std::uint8_t> bytes) {
    const bool joins = holds_of(file) && offset >= offset_ && offset <= end();
    auto at = joins ? static_cast<std::size_t>(offset - offset_) : 0;
    if (!joins || at + bytes.size() > bytes_max) {
        if (const auto handed = hand_on(); !handed) return std::unexpected(handed.error());
        file_ = file;
        offset_ = offset;
        at = 0;
    }
    bytes_.resize(std::max(bytes_.size(), at + bytes.size()));
    std::ranges::copy(bytes, bytes_.begin() + static_cast<std::ptrdiff_t>(at));
    return bytes.size();
}

PoolResult<void> GatheredWrites::truncate(PoolFile file, std::int64_t size) {
    if (!holds_of(file)) {
        if (const auto handed = hand_on(); !handed) return handed;
    }
    if (const auto cut = pool_.truncate(file, size); !cut) return cut;
    if (holds_of(file) && size < end())
        bytes_.resize(static_cast<std::size_t>(std::max(size - offset_, std::int64_t{0})));
    return {};
}

PoolResult<void> GatheredWrites::flush(PoolFile file) {
    if (holds_of(file)) {
        if (const auto handed = hand_on(); !handed) return handed;
    }
    return pool_.flush(file);
}

PoolResult<std::int64_t> GatheredWrites::size(PoolFile file) {
    const PoolResult<std::int64_t> size = pool_.size(file);
    return size && holds_of(file) ? std::max(*size, end()) : size;
}

PoolResult<void> GatheredWrites::hand_on() {
    if (bytes_.empty()) return {};
    const auto written = write_fully(pool_, file_, offset_, bytes_);
    if (written) bytes_.clear();
    return written;
}

}  // namespace kitbag
