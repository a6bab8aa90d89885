#pragma once
// A chosen file in memory, for tests; it can be taken away.

#include <algorithm>
#include <cstdint>
#include <vector>

#include "core/storage/backup.h"

namespace kitbag {

class MemorySource final : public ByteSource {
  public:
    MemorySource() = default;
    explicit MemorySource(std::vector<std::uint8_t> content) : bytes(std::move(content)) {}

    std::int64_t size() override { return static_cast<std::int64_t>(bytes.size()); }
    bool read(std::int64_t offset, std::span<std::uint8_t> into) override {
        const auto from = static_cast<std::size_t>(offset);
        if (gone || from + into.size() > bytes.size()) return false;
        std::copy_n(bytes.begin() + offset, into.size(), into.begin());
        return true;
    }

    std::vector<std::uint8_t> bytes;
    bool gone = false;
};

}  // namespace kitbag
