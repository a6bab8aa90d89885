#pragma once
// A number made of bytes, by which something that is looked at in every frame is known again without being kept. Two things have the same
// by chance once in 2^64; nobody is to make them on purpose, so it is no digest to trust.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace kitbag {

class Fingerprint {
  public:
    // Eight bytes at a time: a picture has hundreds of thousands.
    void add(const void* bytes, std::size_t count) {
        const auto* from = static_cast<const std::uint8_t*>(bytes);
        mix(count);
        for (; count >= sizeof(std::uint64_t); from += sizeof(std::uint64_t), count -= sizeof(std::uint64_t)) {
            std::uint64_t word;
            std::memcpy(&word, from, sizeof word);
            mix(word);
        }
        if (count == 0) return;
        std::uint64_t rest = 0;
        std::memcpy(&rest, from, count);
        mix(rest);
    }
    void add(std::string_view text) { add(text.data(), text.size()); }
    template <typename Value>
        requires std::is_arithmetic_v<Value>
    void add(Value value) {
        add(&value, sizeof value);
    }

    std::uint64_t value() const { return value_ == 0 ? 1 : value_; }  // Never 0, which stands for nothing seen yet.

  private:
    void mix(std::uint64_t word) { value_ = std::rotl((value_ ^ word) * 0x9e3779b97f4a7c15ULL, 29); }

    std::uint64_t value_ = 0x243f6a8885a308d3ULL;
};

}  // namespace kitbag
