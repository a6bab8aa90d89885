#include "core/storage/file_pool.h"

#include <algorithm>
#include <array>

namespace kitbag {
namespace {

constexpr std::array<std::string_view, pool_file_count> names = {"kitbag.db", "kitbag.db-wal", "kitbag.db-journal",
                                                                 "kitbag.key", "kitbag.label"};

}  // namespace

std::string_view pool_file_name(PoolFile file) {
    return names[static_cast<std::size_t>(file)];
}

std::optional<PoolFile> pool_file_of(std::string_view name) {
    const auto found = std::ranges::find(names, name);
    if (found == names.end()) return std::nullopt;
    return static_cast<PoolFile>(found - names.begin());
}

PoolResult<void> write_fully(FilePool& pool, PoolFile file, std::int64_t offset, std::span<const std::uint8_t> bytes) {
    while (!bytes.empty()) {
        const PoolResult<std::size_t> written = pool.write(file, offset, bytes);
        if (!written) return std::unexpected(written.error());
        if (*written == 0 || *written > bytes.size()) return std::unexpected(PoolError::lost);
        offset += static_cast<std::int64_t>(*written);
        bytes = bytes.subspan(*written);
    }
    return {};
}

}  // namespace kitbag
