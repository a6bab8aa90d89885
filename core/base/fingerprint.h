#pragma once
// A number made of bytes, by which something that is looked at in every frame is known again without being kept. Two things have the same
// by chance once in 2^64; nobody is to make them on purpose, so it is no digest to trust.

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace kitbag {

class Fingerprint {
  public:
    void add(const void* bytes, std::size_t count) {
        const auto* from = static_cast<const std::uint8_t*>(bytes);
        mix(count);
        if (count >= sizeof(Lanes)) {
            const std::size_t blocks = count / sizeof(Lanes);
            mix_blocks(from, blocks);
            from += blocks * sizeof(Lanes);
            count %= sizeof(Lanes);
        }
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
    using Lanes = std::array<std::uint64_t, 4>;

    // The round of XXH64. Were a bit not multiplied before it is added as well as after, the uppermost bit of one word would come to the same as one
    // bit of the next.
    static std::uint64_t mixed(std::uint64_t value, std::uint64_t word) {
        return std::rotl(value + word * 0xc2b2ae3d27d4eb4fULL, 31) * 0x9e3779b185ebca87ULL;
    }
    void mix(std::uint64_t word) { value_ = mixed(value_, word); }

    // A picture has hundreds of thousands of bytes. Four numbers side by side: none waits for the one before.
    void mix_blocks(const std::uint8_t* from, std::size_t blocks) {
        Lanes lanes = {value_, value_ + 1, value_ + 2, value_ + 3};
        for (; blocks > 0; --blocks, from += sizeof(Lanes)) {
            Lanes words;
            std::memcpy(words.data(), from, sizeof words);
            for (std::size_t lane = 0; lane < lanes.size(); ++lane) lanes[lane] = mixed(lanes[lane], words[lane]);
        }
        for (const std::uint64_t lane : lanes) mix(lane);
    }

    std::uint64_t value_ = 0x243f6a8885a308d3ULL;
};

}  // namespace kitbag
